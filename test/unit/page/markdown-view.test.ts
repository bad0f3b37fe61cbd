import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPage, type Names } from './page-modules.ts';

const { parseMarkdown } = await loadPage('text/markdown.js');
const { showBlocks } = await loadPage('text/markdown-view.js');

const names: Names = {
  user: (id) => (id === '1' ? 'Kim' : null),
  role: () => 'vakthavende',
  channel: () => 'velkommen',
  nowMs: () => 0,
};

interface Element {
  readonly type: unknown;
  readonly props: Readonly<Record<string, unknown>>;
}

const isElement = (value: unknown): value is Element =>
  typeof value === 'object' && value !== null && 'type' in value && 'props' in value;

/** Every element and every text in what is drawn. */
function drawn(value: unknown): { elements: readonly Element[]; texts: readonly string[] } {
  if (Array.isArray(value)) {
    const parts = value.map(drawn);
    return { elements: parts.flatMap(({ elements }) => elements), texts: parts.flatMap(({ texts }) => texts) };
  }
  if (!isElement(value)) return { elements: [], texts: typeof value === 'string' ? [value] : [] };
  const inner = drawn(value.props['children']);
  return { elements: [value, ...inner.elements], texts: inner.texts };
}

const draw = (source: string) => drawn(showBlocks(parseMarkdown(source), names));

const TAGS = ['p', 'blockquote', 'pre', 'code', 'li', 'ul', 'ol', 'strong', 'em', 'u', 's', 'a', 'span', 'time'];

describe('markdown as elements', () => {
  it('draws what looks like HTML as text', () => {
    const { elements, texts } = draw('<img src=x onerror=alert(1)> <b>hei</b>');
    expect(elements.map(({ type }) => type)).toEqual(['p']);
    expect(texts.join('')).toBe('<img src=x onerror=alert(1)> <b>hei</b>');
  });

  it('names people, roles and channels, and says so when nobody is known', () => {
    expect(draw('<@1> <@2> <@&3> <#4>').texts.join('')).toBe('@Kim @ukjent bruker @vakthavende #velkommen');
  });

  it('opens links in a window that cannot reach this one', () => {
    const [, link] = draw('[ung](https://ung.no)').elements;
    expect(link?.props).toMatchObject({ href: 'https://ung.no', target: '_blank', rel: 'noopener noreferrer' });
  });

  it('puts headings below the headings of the page', () => {
    expect(draw('# En').elements[0]?.props).toMatchObject({ role: 'heading', 'aria-level': 4 });
  });

  it('never sets markup, handlers or addresses that are not web pages, whatever is written', () => {
    const spice = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '](',
      '[a',
      ')',
      'javascript:',
      '[a](javascript:x)',
      '[a](data:x)',
      '<javascript:x>',
      'https://a.no',
      '**',
      '`',
      '\n',
      '> ',
      '- ',
      'onerror=',
      '<t:1:R>',
      '<@1>',
    );
    const sources = fc
      .array(fc.oneof(spice, fc.string({ maxLength: 5 })), { maxLength: 60 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(sources, (source) => {
        for (const { type, props } of draw(source).elements) {
          if (typeof type === 'string') expect(TAGS).toContain(type);
          expect(Object.keys(props).filter((key) => /^on|innerhtml|^style$|^src/iu.test(key))).toEqual([]);
          if (props['href'] !== undefined) expect(props['href']).toMatch(/^https?:\/\/\S/u);
        }
      }),
    );
  });
});
