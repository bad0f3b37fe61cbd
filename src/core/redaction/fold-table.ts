/** Characters that look like Latin letters, and digits outside ASCII. Source: Unicode confusables, the letters seen in chat. */

/** Folded only inside a word that also holds Latin letters, so that names in Cyrillic or Greek stay whole. */
const lookAlikes = new Map<string, string>(
  pairs(
    'АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ЅS ІI ЈJ ԚQ ԜW аa вb еe кk мm нh оo рp сc тt уy хx ѕs іi јj ԛq ԝw һh ԁd гr пn ' +
      'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX αa ιi κk νv οo ρp τt υu χx γy εe σo ωw ηn ςs βb λl θo φo зz бb ӏl ёe їi',
  ),
);

/** Folded always: small capitals, modifier and turned forms that are letters of no ordinary word. */
const smallCapitals = new Map<string, string>(
  pairs(
    'ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ꞯq ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ᴁæ ɶø ɑa ɡg ɩi ℓl ℯe ℊg ℴo ıi ¡i ʝj 。.',
  ),
);

const zeroes = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0, 0x1810,
];

function pairs(list: string): readonly (readonly [string, string])[] {
  return list.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)] as const);
}

/** The Latin letter a Cyrillic or Greek letter passes for, if any. */
export function latinLookAlike(character: string): string | undefined {
  return lookAlikes.get(character);
}

/** True for characters nobody sees: joiners, direction marks, soft hyphen, variation selectors, tags, keycap frames. */
export function isInvisible(code: number): boolean {
  if (code < 0x2000) {
    return (
      code === 0xad ||
      code === 0x34f ||
      code === 0x61c ||
      code === 0x115f ||
      code === 0x1160 ||
      (code >= 0x180b && code <= 0x180f)
    );
  }
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0x20e3 ||
    code === 0x3164 ||
    code === 0xfeff ||
    code === 0xffa0 ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0xe0000 && code <= 0xe0fff)
  );
}

/** True for marks drawn on the character before: accents, strike-through, stacked decoration. */
export function isCombining(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x1ab0 && code <= 0x1aff) ||
    (code >= 0x1dc0 && code <= 0x1dff) ||
    (code >= 0x20d0 && code <= 0x20ff) ||
    (code >= 0xfe20 && code <= 0xfe2f)
  );
}

const letterA = 65;

/** What one code point reads as; several characters for «⑳», none of its own meaning for an emoji (U+FFFC). */
export function foldCodePoint(code: number, character: string): string {
  if (code >= 0x1f1e6 && code <= 0x1f1ff) return String.fromCharCode(letterA + code - 0x1f1e6);
  if (code >= 0x1f130 && code <= 0x1f149) return String.fromCharCode(letterA + code - 0x1f130);
  if (code >= 0x1f150 && code <= 0x1f169) return String.fromCharCode(letterA + code - 0x1f150);
  if (code >= 0x1f170 && code <= 0x1f189) return String.fromCharCode(letterA + code - 0x1f170);
  if (code >= 0x2776 && code <= 0x277f) return String(code - 0x2775);
  if (code >= 0x2780 && code <= 0x2789) return String(code - 0x277f);
  if (code >= 0x278a && code <= 0x2793) return String(code - 0x2789);
  if (code === 0x24ff) return '0';
  if (code === 0x2800) return ' ';
  if (code === 0x1f51f) return '10';
  if (code === 0x1f47b) return ' snap ';
  if (code === 0x1f4f8 || code === 0x1f4f7) return ' insta ';
  const zero = zeroes.find((start) => code >= start && code < start + 10);
  if (zero !== undefined) return String(code - zero);
  const small = smallCapitals.get(character);
  if (small !== undefined) return small;
  const composed = character.normalize('NFKC');
  if (composed !== character && composed.length <= 8) return composed;
  if (code > 0x1f000 && code < 0x20000) return '\uFFFC';
  return character;
}
