import { inflateSync } from 'node:zlib';

/** A PDF of ours read back: the words of each page, as a reader that follows the fonts' own tables sees them. */
export interface ReadPdf {
  readonly pages: readonly string[];
  readonly objects: ReadonlyMap<string, string>;
  /** Files that travel inside, by name. */
  readonly attached: ReadonlyMap<string, string>;
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const objects = readObjects(Buffer.from(bytes).toString('latin1'));
  const at = (reference: string | undefined): string => objects.get(reference ?? '') ?? '';
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b(?!s)/u.test(body));
  return {
    objects,
    pages: pages.map((page) => {
      const resources = at(/\/Resources (\d+) 0 R/u.exec(page)?.[1]);
      const fonts = new Map(
        [...(/\/Font <<(.*?)>>/su.exec(resources)?.[1]?.matchAll(/\/(F\d+) (\d+) 0 R/gu) ?? [])].map(
          ([, name = '', reference]) => [name, signsOf(at(/\/ToUnicode (\d+) 0 R/u.exec(at(reference))?.[1]))],
        ),
      );
      return wordsOf(at(/\/Contents (\d+) 0 R/u.exec(page)?.[1]), fonts);
    }),
    attached: new Map(
      [...objects.values()]
        .filter((body) => body.includes('/Type /Filespec'))
        .map((body) => [
          /\/F \((.*?)\)/u.exec(body)?.[1] ?? '',
          Buffer.from(
            at(/\/EF <<\s*\/F (\d+) 0 R/u.exec(body)?.[1]).split('\u0000stream\u0000')[1] ?? '',
            'latin1',
          ).toString('utf8'),
        ]),
    ),
  };
}

function readObjects(text: string): ReadonlyMap<string, string> {
  const objects = new Map<string, string>();
  for (const [, number = '', body = ''] of text.matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gsu)) {
    const [dictionary = '', stream] = body.split(/\nstream\n/u);
    const raw = stream?.slice(0, Number(/\/Length (\d+)/u.exec(dictionary)?.[1]));
    if (raw === undefined) objects.set(number, dictionary);
    else {
      const plain = dictionary.includes('/FlateDecode')
        ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1')
        : raw;
      objects.set(number, `${dictionary}\u0000stream\u0000${plain}`);
    }
  }
  return objects;
}

/** What each glyph of a font means, from its own table. */
function signsOf(table: string): readonly string[] {
  const signs: string[] = [];
  for (const [, first = '', , list = ''] of table.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[(.*?)\]/gsu))
    for (const [index, [, code = '']] of [...list.matchAll(/<([0-9a-f ]+)>/gu)].entries())
      signs[Number.parseInt(first, 16) + index] = Buffer.from(code.replaceAll(' ', ''), 'hex')
        .swap16()
        .toString('utf16le');
  return signs;
}

function wordsOf(content: string, fonts: ReadonlyMap<string, readonly string[]>): string {
  let signs: readonly string[] = [];
  let words = '';
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/gu)) {
    if (font !== undefined) signs = fonts.get(font) ?? [];
    else {
      for (const [, glyphs = ''] of (shown ?? '').matchAll(/<([0-9a-f]+)>/gu))
        for (const glyph of glyphs.match(/.{4}/gu) ?? []) words += signs[Number.parseInt(glyph, 16)] ?? '?';
      words += '\n';
    }
  }
  return words;
}
