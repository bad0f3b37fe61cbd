import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPage, type Block, type Inline } from './page-modules.ts';

const { parseMarkdown, plainWords } = await loadPage('text/markdown.js');

/** One line of text as its inline markup. */
function inlines(source: string): readonly Inline[] {
  const [block] = parseMarkdown(source);
  return block?.kind === 'paragraph' ? block.children : [];
}

const text = (value: string): Inline => ({ kind: 'text', text: value });

describe('markup inside a line', () => {
  const cases: readonly (readonly [string, readonly Inline[]])[] = [
    ['**fet**', [{ kind: 'bold', children: [text('fet')] }]],
    ['*skrå*', [{ kind: 'italic', children: [text('skrå')] }]],
    ['_skrå_', [{ kind: 'italic', children: [text('skrå')] }]],
    ['__under__', [{ kind: 'underline', children: [text('under')] }]],
    ['~~strøket~~', [{ kind: 'strike', children: [text('strøket')] }]],
    ['||skjult||', [{ kind: 'spoiler', children: [text('skjult')] }]],
    ['***begge***', [{ kind: 'bold', children: [{ kind: 'italic', children: [text('begge')] }] }]],
    ['`**kode**`', [{ kind: 'code', text: '**kode**' }]],
    ['``a`b``', [{ kind: 'code', text: 'a`b' }]],
    ['<@1> <@!2>', [{ kind: 'mention', of: 'user', id: '1' }, text(' '), { kind: 'mention', of: 'user', id: '2' }]],
    ['<@&3>', [{ kind: 'mention', of: 'role', id: '3' }]],
    ['<#4>', [{ kind: 'mention', of: 'channel', id: '4' }]],
    ['</åpningstider:5>', [{ kind: 'mention-command', name: '/åpningstider' }]],
    ['@everyone', [{ kind: 'mention-all', name: '@everyone' }]],
    ['<:smil:6>', [{ kind: 'emoji', name: 'smil' }]],
    ['<t:1763820000>', [{ kind: 'time', epochSeconds: 1763820000, style: 'f' }]],
    ['<t:1763820000:R>', [{ kind: 'time', epochSeconds: 1763820000, style: 'R' }]],
    ['[ung](https://ung.no)', [{ kind: 'link', href: 'https://ung.no', children: [text('ung')] }]],
    ['https://ung.no.', [{ kind: 'link', href: 'https://ung.no', children: [text('https://ung.no')] }, text('.')]],
    ['<https://ung.no>', [{ kind: 'link', href: 'https://ung.no', children: [text('https://ung.no')] }]],
  ];

  it.each(cases)('reads %s', (source, expected) => {
    expect(inlines(source)).toEqual(expected);
  });

  it.each([
    'snake_case_navn',
    '2 * 3 * 4',
    '**ikke lukket',
    '[x](javascript:alert(1))',
    '[x](data:text/html,hei)',
    '<script>alert(1)</script>',
    'ahttps://ung.no',
    '@everyonefordi',
    '****',
    '|| ikke',
  ])('leaves %s as it is', (source) => {
    expect(inlines(source)).toEqual([text(source)]);
  });

  it('shows an escaped mark as itself', () => {
    expect(inlines('\\*ikke\\* \\<@1>')).toEqual([text('*ikke* <@1>')]);
  });
});

describe('blocks', () => {
  it('reads headings, subtext, quotes, lists and code in order', () => {
    const kinds = parseMarkdown('# A\n## B\n-# liten\n> sitat\n- en\n- to\n1. først\n```ts\nkode\n```\nslutt').map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['heading', 'heading', 'subtext', 'quote', 'list', 'list', 'code', 'paragraph']);
  });

  it('puts an indented item in a list of its own', () => {
    const [list] = parseMarkdown('- en\n  - under\n- to');
    const items = list?.kind === 'list' ? list.items.map((item) => item.map(({ kind }) => kind)) : [];
    expect(items).toEqual([['paragraph', 'list'], ['paragraph']]);
  });

  it('quotes everything after three marks', () => {
    const [quote, ...rest] = parseMarkdown('>>> en\n\n# to\ntre');
    expect(quote?.kind === 'quote' && quote.blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'heading',
      'paragraph',
    ]);
    expect(rest).toEqual([]);
  });

  it('keeps line breaks inside a paragraph', () => {
    expect(inlines('en\nto\n\ntre')).toEqual([text('en\nto\n\ntre')]);
  });

  it('reads nothing inside a code block', () => {
    expect(parseMarkdown('```\n**a** <@1>\n```')).toEqual([{ kind: 'code', language: '', text: '**a** <@1>' }]);
  });
});

it('is one line of words where there is room for no more, without what is hidden', () => {
  expect(plainWords('# Hei **du**\n- en\n- `to`\n> ||hemmelig|| [ung](https://ung.no)')).toBe('Hei du en to … ung');
});

const markup = fc
  .array(
    fc.constantFrom(
      '*',
      '**',
      '_',
      '__',
      '~~',
      '||',
      '`',
      '```',
      '\n',
      '> ',
      '>>> ',
      '- ',
      '  ',
      '1. ',
      '# ',
      '-# ',
      '[',
      '](',
      ')',
      '<',
      '>',
      '<@1>',
      '<t:9:R>',
      'https://a.no',
      'javascript:',
      '[a](javascript:x)',
      '[a](data:x)',
      '<javascript:x>',
      '\\',
      'å',
      ' ',
      '@everyone',
    ),
    { maxLength: 120 },
  )
  .map((parts) => parts.join(''));

describe('any text at all', () => {
  it('keeps every letter and digit of what was written', () => {
    const letters = fc.string({ unit: fc.constantFrom('*', '_', '|', '~', '`', 'a', 'ø', 'Z', ' ', '\n', '#', '-') });
    fc.assert(
      fc.property(letters, (source) => {
        const kept = (value: string) => value.replace(/[^\p{L}\p{N}]/gu, '');
        expect(kept(wordsOf(parseMarkdown(source)))).toBe(kept(source));
      }),
    );
  });

  it('links nowhere but to web pages', () => {
    fc.assert(
      fc.property(fc.oneof(markup, fc.string()), (source) => {
        for (const href of hrefsOf(parseMarkdown(source))) expect(href).toMatch(/^https?:\/\/\S/u);
      }),
    );
  });

  it.each(['*_~~||**__', '> ', '- ', '`', '[a](https://', '**a', '<t:', '||_*', '>>> ', '\\'])(
    'reads 4,000 characters of %s in under half a second',
    (part) => {
      const source = part.repeat(Math.ceil(4000 / part.length));
      const started = performance.now();
      parseMarkdown(source);
      expect(performance.now() - started).toBeLessThan(500);
    },
  );
});

function wordsOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'code') return block.language + block.text;
      if (block.kind === 'quote') return wordsOf(block.blocks);
      if (block.kind === 'list') return block.items.map(wordsOf).join('');
      return block.children.map(wordsOfInline).join('');
    })
    .join('');
}

function wordsOfInline(inline: Inline): string {
  if ('text' in inline) return inline.text;
  return 'children' in inline ? inline.children.map(wordsOfInline).join('') : '';
}

function hrefsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'code') return [];
    if (block.kind === 'quote') return hrefsOf(block.blocks);
    if (block.kind === 'list') return block.items.flatMap(hrefsOf);
    return block.children.flatMap(hrefsOfInline);
  });
}

function hrefsOfInline(inline: Inline): readonly string[] {
  const inner = 'children' in inline ? inline.children.flatMap(hrefsOfInline) : [];
  return inline.kind === 'link' ? [inline.href, ...inner] : inner;
}
