/**
 * What Discord would act on in a text, read from left to right as its renderer does: a backslash before a sign takes the
 * sign's power away, everything else that opens formatting, a mention, a link or an emoji counts as acting.
 * Written from Discord's markdown guide, apart from the code it judges.
 */
const openers: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['emphasis', /^[*_]+/u],
  ['strike', /^~~/u],
  ['spoiler', /^\|\|/u],
  ['code', /^`/u],
  ['mention', /^@(?:everyone|here)/u],
  ['tag', /^<(?:@[!&]?|#|a?:|t:|\/|id:|https?:|mailto:|tel:)/u],
  ['masked link', /^\[[^\]]*\]\(/u],
  ['link', /^(?:https?|steam|discord):\/\//u],
  ['emoji', /^:[\w+-]+:/u],
];
const lineOpeners: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['heading', /^\s*#{1,3}\s/u],
  ['small print', /^\s*-#/u],
  ['list', /^\s*[-*+]\s/u],
  ['numbered list', /^\s*\d+\.\s/u],
  ['quote', /^\s*>/u],
];
const direction = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

export function actsIn(text: string): readonly string[] {
  const found: string[] = direction.test(text) ? ['direction'] : [];
  for (const line of text.split('\n')) {
    found.push(...lineOpeners.filter(([, pattern]) => pattern.test(line)).map(([what]) => what));
    let rest = line;
    while (rest !== '') {
      const escape = /^\\[^\p{L}\p{N}\s]/u.exec(rest);
      if (escape) {
        rest = rest.slice(escape[0].length);
        continue;
      }
      const open = rest;
      found.push(...openers.filter(([, pattern]) => pattern.test(open)).map(([what]) => what));
      rest = rest.slice(1);
    }
  }
  return found;
}

/** The text as Discord shows it: escapes gone. */
export const shown = (text: string): string => text.replaceAll(/\\([^\p{L}\p{N}\s])/gu, '$1');

/** Only what can be seen, so that two texts can be compared letter by letter. */
export const visible = (text: string): string => text.replaceAll(/[\p{C}\s\u00AD\u115F\u1160]/gu, '');
