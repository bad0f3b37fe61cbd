import { describe, expect, it } from 'vitest';
import { makePdf } from '../../../src/papers/make-pdf.ts';
import type { Paper, PaperPart } from '../../../src/papers/paper.ts';
import { readPdf } from './read-pdf.ts';

const paperWith = (parts: readonly PaperPart[], more: Partial<Paper> = {}): Paper => ({
  title: 'Prøvepapir',
  author: 'Eksempel kommune',
  madeAt: Date.UTC(2030, 0, 1),
  language: 'nb-NO',
  footer: 'Sak 4711',
  pageLabel: (page, pages) => `Side ${page} av ${pages}`,
  parts,
  ...more,
});
const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ');
const long = Array.from({ length: 900 }, (_, index) => `ord${index}`).join(' ');

describe('a paper as PDF', () => {
  it('holds every word of every kind of part, with the letters of Norwegian', async () => {
    const pdf = readPdf(
      await makePdf(
        paperWith([
          { kind: 'heading', level: 2, text: 'Ærlig overskrift' },
          { kind: 'text', text: 'Løpende tekst på «norsk»', tone: 'quiet' },
          { kind: 'facts', rows: [['Navn', 'Testine Åsgård']] },
          { kind: 'list', items: ['første', 'andre'], numbered: true },
          { kind: 'table', columns: ['Tid', 'Hvem'], rows: [['21:55', 'Kari']] },
          { kind: 'framed', text: 'Ikke godkjent ennå' },
          { kind: 'signature', under: 'Sted og dato' },
        ]),
      ),
    );
    const words = flat(pdf.pages.join(' '));
    for (const part of [
      'Prøvepapir',
      'Ærlig overskrift',
      'Løpende tekst på «norsk»',
      'Testine Åsgård',
      '1. første',
      '2. andre',
      'Tid Hvem 21:55 Kari',
      'Ikke godkjent ennå',
      'Sted og dato',
    ])
      expect(words).toContain(part);
  });

  it('numbers every page and marks each one', async () => {
    const { pages } = readPdf(
      await makePdf(paperWith([{ kind: 'text', text: `${long} ${long}` }], { marking: 'Hemmelig' })),
    );
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Side ${index + 1} av ${pages.length}`);
      expect(page).toContain('Hemmelig');
      expect(page).toContain('Sak 4711');
    }
  });

  it('loses no word where a text runs over pages, however it is set', async () => {
    for (const part of [
      { kind: 'text', text: `${long} slutt` },
      { kind: 'framed', text: `${long} slutt` },
      { kind: 'facts', rows: [['Navn', `${long} slutt`]] },
      { kind: 'list', items: [`${long} slutt`] },
    ] satisfies PaperPart[]) {
      const { pages } = readPdf(await makePdf(paperWith([part])));
      const words = new Set(flat(pages.join(' ')).split(' '));
      expect(`${long} slutt`.split(' ').filter((word) => !words.has(word))).toEqual([]);
    }
  });

  it('repeats no row of a table that is longer than a page', async () => {
    const rows = Array.from({ length: 80 }, (_, index) => [`rad${index}`, 'x']);
    const words = flat(
      readPdf(await makePdf(paperWith([{ kind: 'table', columns: ['A', 'B'], rows }]))).pages.join(' '),
    );
    for (const [name = ''] of rows) expect(words.split(' ').filter((word) => word === name)).toHaveLength(1);
  });

  it('writes the number of a sign it cannot draw, and nothing for one that cannot be seen', async () => {
    const text = 'a\u{1F97A}b\u202Ec\u0007d\u{1F622}';
    const words = readPdf(await makePdf(paperWith([{ kind: 'text', text }]))).pages.join('');
    expect(words).toContain('a[U+1F97A]bcd\u{1F622}');
  });

  it('is the same bytes for the same paper', async () => {
    const paper = paperWith([{ kind: 'text', text: 'likt' }]);
    expect(await makePdf(paper)).toEqual(await makePdf(paper));
  });

  it('carries a file that comes out as it went in', async () => {
    const text = JSON.stringify({ navn: 'Æble', n: 1 });
    const attached = [{ name: 'sak.json', type: 'application/json', description: 'Innholdet', text }];
    expect(readPdf(await makePdf(paperWith([], { attached }))).attached.get('sak.json')).toBe(text);
  });

  it('tells a screen reader its language, title and headings', async () => {
    const parts = [{ kind: 'heading', level: 2, text: 'Del' }] as const;
    const all = [...readPdf(await makePdf(paperWith(parts))).objects.values()].join('\n');
    expect(all).toMatch(/\/Lang \(nb-NO\)/u);
    expect(all).toMatch(/\/Marked true/u);
    for (const tag of ['Document', 'H1', 'H2']) expect(all).toMatch(new RegExp(`/S /${tag}\\b`, 'u'));
    expect(all).toContain('<pdfaid:part>3</pdfaid:part>');
  });
});
