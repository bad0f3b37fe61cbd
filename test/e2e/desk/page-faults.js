/* global document, getComputedStyle */
/**
 * What stands in the way of somebody who reads with a screen reader, a keyboard or tired eyes. Runs in the page. The rules
 * are those of WCAG 2.2 that can be judged by a program: names of controls (4.1.2, 3.3.2), unique ids, one h1 and no
 * skipped level (1.3.1), landmarks, language (3.1.1), contrast 4.5:1 (1.4.3), targets of at least 24 px (2.5.8).
 */
(() => {
  const faults = [];
  const all = [...document.querySelectorAll('body *')];
  const visible = (element) => element.getClientRects().length > 0;
  const describe = (element) =>
    `<${element.tagName.toLowerCase()}> «${(element.textContent || '').trim().slice(0, 40)}»`;

  if (document.documentElement.lang !== 'nb') faults.push('no language');
  if (document.title.trim() === '') faults.push('no title');
  if (document.querySelectorAll('main').length !== 1) faults.push('not one main');
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  for (const id of new Set(ids)) if (ids.filter((one) => one === id).length > 1) faults.push(`id twice: ${id}`);
  for (const name of ['for', 'aria-labelledby', 'aria-describedby'])
    for (const element of document.querySelectorAll(`[${name}]`))
      for (const id of (element.getAttribute(name) ?? '').split(/\s+/))
        if (id !== '' && !ids.includes(id)) faults.push(`${name} points nowhere: ${id}`);

  let level = 0;
  for (const heading of document.querySelectorAll('h1, h2, h3, h4')) {
    const next = Number(heading.tagName.slice(1));
    if (next > level + 1) faults.push(`skipped level at ${describe(heading)}`);
    level = next;
  }
  for (const control of document.querySelectorAll('input:not([type=hidden]), textarea, button, select')) {
    const named = (control.labels?.length ?? 0) > 0 || control.ariaLabel || (control.textContent || '').trim() !== '';
    if (!named) faults.push(`no name: ${control.outerHTML.slice(0, 80)}`);
    const box = (control.closest('label') ?? control).getBoundingClientRect();
    if (visible(control) && (box.height < 24 || box.width < 24))
      faults.push(`too small: ${control.outerHTML.slice(0, 80)}`);
  }
  for (const group of document.querySelectorAll('fieldset'))
    if (!group.querySelector('legend')?.textContent?.trim()) faults.push('a group without a name');
  for (const link of document.querySelectorAll('a')) if (!link.textContent?.trim()) faults.push('a link without words');

  const channels = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour) => {
    const [r = 0, g = 0, b = 0] = colour.map((value) => {
      const part = value / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const groundOf = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = channels(getComputedStyle(one).backgroundColor);
      if ((colour[3] ?? 1) > 0) return colour.slice(0, 3);
    }
    return [255, 255, 255];
  };
  for (const element of all) {
    const ownWords = [...element.childNodes].some(
      (node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '',
    );
    if (!ownWords || !visible(element)) continue;
    const [light = 0, dark = 0] = [
      luminance(channels(getComputedStyle(element).color).slice(0, 3)),
      luminance(groundOf(element)),
    ].sort((a, b) => b - a);
    const contrast = (light + 0.05) / (dark + 0.05);
    if (contrast < 4.5) faults.push(`contrast ${contrast.toFixed(2)} at ${describe(element)}`);
  }
  return faults;
})();
