import { readFileSync } from 'node:fs';
import type { Example } from './measure.ts';

/**
 * Reads examples written by hand, one per line: `pii|nb|ring {PHONE:412 34 567}`. The braces mark what identifies
 * somebody and its kind; `{?:…}` counts neither way; `\}` is a brace of the text. A line that opens with no kind
 * continues the line before it. Throws for a file that holds something else first.
 */
export function readMarked(file: URL): readonly Example[] {
  const examples: Example[] = [];
  for (const block of readFileSync(file, 'utf8')
    .trimEnd()
    .split(/\n(?=(?:pii|adversarial|clean)\|)/)) {
    const line = /^(pii|adversarial|clean)\|(\w+)\|([\s\S]*)$/.exec(block);
    if (line === null) throw new Error(`not an example: ${block}`);
    const [, kind = '', lang = '', marked = ''] = line;
    const name = file.pathname.slice(file.pathname.lastIndexOf('/') + 1, -'.txt'.length);
    examples.push({ id: `${name}-${String(examples.length + 1)}`, kind, lang, ...unmarked(marked) });
  }
  return examples;
}

function unmarked(marked: string): Pick<Example, 'text' | 'spans' | 'ignore'> {
  let text = '';
  let from = 0;
  const spans: Example['spans'][number][] = [];
  const ignore: { start: number; end: number }[] = [];
  for (const mark of marked.matchAll(/\{([A-Z_]+|\?):((?:\\\}|[^}])*)\}/g)) {
    text += marked.slice(from, mark.index);
    const value = (mark[2] ?? '').replaceAll('\\}', '}');
    const place = { start: text.length, end: text.length + value.length };
    if (mark[1] === '?') ignore.push(place);
    else spans.push({ ...place, type: mark[1] ?? '' });
    text += value;
    from = mark.index + mark[0].length;
  }
  return { text: text + marked.slice(from), spans, ignore };
}
