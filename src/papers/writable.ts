/** A drawing surface with a font chosen; the library keeps the font's table of signs to itself. */
interface WithFont {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

/** Signs that only steer how others are drawn. */
const steering = /^(?:\p{Cc}|\p{Cf}|\p{Variation_Selector})$/u;

/**
 * The text with every sign the chosen font has not as its number, e.g. `[U+1F97A]`: an empty box would hide what was
 * written. Steering signs go; line breaks stay.
 */
export function writable(doc: object, text: string): string {
  const { font } = (doc as WithFont)._font;
  let fit = '';
  for (const sign of text.replaceAll(/\r\n?/gu, '\n').replaceAll('\t', '  ').normalize('NFC')) {
    if (sign === '\n') fit += sign;
    else if (!steering.test(sign))
      fit += font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)
        ? sign
        : `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
  }
  return fit;
}
