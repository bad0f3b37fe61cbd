import { readdirSync, readFileSync } from 'node:fs';
import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { foldCharacter } from '../../../src/core/triage/text/characters.ts';
import { tokenise } from '../../../src/core/triage/text/tokens.ts';

const room = new URL('../../../src/core/triage/', import.meta.url);
const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const sources = files.map((name) => [name, readFileSync(new URL(name, room), 'utf8')] as const);
const literal = /(?<=[=(,:&|!]\s*|=> )\/((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)/gu;
const patterns = sources.flatMap(([name, source]) =>
  Array.from(source.matchAll(literal), ([, body = '', flags = '']) => [name, body, flags] as const),
);

describe('the triage room', () => {
  it.each(sources)('%s uses no word boundary that stops at æ, ø and å', (_, source) => {
    expect(source).not.toMatch(/\\[bB](?![\p{L}\d])/u);
  });

  it('has regular expressions for the next check to look at', () => {
    expect(patterns.length).toBeGreaterThan(5);
  });

  it.each(patterns)('%s: /%s/%s takes linear time', (_, body, flags) => {
    expect(checkSync(body, flags, { timeout: 5000 }).status).not.toBe('vulnerable');
  });

  it.each(['æ', 'ø', 'å', 'á', 'č', 'đ', 'ŋ', 'š', 'ŧ', 'ž', 'Å', 'Č'])(
    'treats %s as a letter inside a word',
    (letter) => {
      expect(tokenise(`a${letter}b`).words).toEqual([`a${foldCharacter(letter)}b`]);
      expect(foldCharacter(letter)).toMatch(/^\p{Ll}$/u);
    },
  );
});
