import type { Message, Sighting } from './message.ts';
import type { RuleId } from './rules.ts';

const roman =
  /(?<![\p{L}\p{N}])(?:(?:I{1,3}|I?V|VI{1,3}|I?X|0)(?:[ .,/|_-]|, ){1,3}){7}(?:(?:I{1,3}|I?V|VI{1,3}|I?X|0)[ .,/|_-]{1,3}){0,3}(?:I{1,3}|I?V|VI{1,3}|I?X|0)(?![\p{L}\p{N}])/gu;
const binary = /(?<![\p{L}\p{N}])(?:0?011[01]{4}[ ,]{1,2}){7,10}0?011[01]{4}(?![\p{L}\p{N}])/gu;
const morse = /(?<![.\-–—·•])(?:[.·•\-–—]{5}[ /|]{1,3}){7,10}[.·•\-–—]{5}(?![.\-–—·•])/gu;
const base64 = /(?<![\p{L}\p{N}])[MNO][A-Za-z\d]{10}=(?![\p{L}\p{N}=])/gu;
const glued = /(?<=\p{L})[49]\d{7}(?!\p{N})/gu;

/**
 * Telephone numbers in a code: Roman numerals, binary codes of the digits, Morse, base64; and eight digits
 * written into words («mob41234567mamma»).
 */
export function encodedNumbers({ view }: Message): readonly Sighting[] {
  const found: Sighting[] = [];
  const take = (pattern: RegExp, ruleId: RuleId, holds: (code: string) => boolean = () => true): void => {
    for (const { 0: code, index } of view.text.matchAll(pattern))
      if (holds(code)) found.push({ start: index, end: index + code.length, kind: 'PHONE', ruleId });
  };
  if (/[IVX0][ .,/|_-]{1,3}[IVX0]/.test(view.text)) take(roman, 'phone.encoded');
  if (/011[01]{4}/.test(view.text)) take(binary, 'phone.encoded');
  if (/[.·•\-–—]{5}/.test(view.text)) take(morse, 'phone.encoded');
  if (view.text.includes('=')) take(base64, 'phone.encoded', (code) => /^\d{8}$/.test(fromBase64(code)));
  if (/\p{L}\d{8}/u.test(view.text)) take(glued, 'phone.eight-digits');
  return found;
}

const sixBits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function fromBase64(code: string): string {
  const signs = Array.from(code.replace('=', ''));
  const bits = signs.map((sign) => sixBits.indexOf(sign).toString(2).padStart(6, '0')).join('');
  const bytes = bits.match(/[01]{8}/g) ?? [];
  return String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 2)));
}
