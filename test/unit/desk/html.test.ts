import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, lines } from '../../../src/desk/html.ts';

/** Text with the signs that end a place in markup, more often than chance would have them. */
const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom('<', '>', '"', "'", '&', '`', '/', '=', ' ', '\0', '\n', '-->', ']]>', '</'),
    fc.string(),
  ),
});
const decode = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#96;', '`')
    .replaceAll('&amp;', '&');

describe('a template', () => {
  it('never lets a value become markup, between tags or in an attribute', () => {
    fc.assert(
      fc.property(hostile, hostile, (inside, attribute) => {
        const { text } = html`<p title="${attribute}">${inside}</p>`;
        const parts = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/u.exec(text);
        expect(parts).not.toBeNull();
        expect(decode(parts?.[1] ?? '')).toBe(attribute);
        expect(decode(parts?.[2] ?? '')).toBe(inside);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never lets a value in a list or a nested template become markup', () => {
    fc.assert(
      fc.property(fc.array(hostile), (words) => {
        const { text } = html`<ul>
          ${words.map((word) => html`<li>${[word, [word]]}</li>`)}
        </ul>`;
        expect(text.match(/</gu)?.length).toBe(2 + 2 * words.length);
      }),
    );
  });

  it('writes nothing for what is not there', () => {
    expect(html`<b>${false}${undefined}${null}${[]}${0}</b>`.text).toBe('<b>0</b>');
  });

  it('does not take an object that looks like markup for markup', () => {
    const forged = { text: '<script>' } as unknown as string;
    expect(() => html`<p>${forged}</p>`.text).toThrow();
  });

  it('keeps the line breaks of a text and escapes its words', () => {
    expect(html`<p>${lines('a\n<b>')}</p>`.text).toBe('<p>a<br />&lt;b&gt;</p>');
  });
});
