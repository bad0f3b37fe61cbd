/** Emoji that carry meaning here, read as the Norwegian word triage would have looked for. */
const rows: Readonly<Record<string, string>> = {
  kniv: '🔪🗡⚔',
  pistol: '🔫',
  bombe: '💣🧨',
  piller: '💊',
  sprøyte: '💉',
  skolen: '🏫',
  blod: '🩸',
  hadet: '👋',
  gråter: '😭😢😥',
  trist: '😔😞😟🙁☹😣😖😩🥀💔🖤',
  redd: '😨😰😱',
  sint: '😡🤬👿😈',
  haha: '😂🤣😆😹😜🤪',
  glad: '😊😁😄😃🥳🎉❤💕😍🥰💜💙💚😋',
  kiste: '⚰🪦',
  skadet: '🤕🩹',
  hasj: '🌿🍃',
  røyk: '🚬',
  øl: '🍺🍻🥃🍷',
  bilde: '📸📷',
  nakenbilder: '🔞',
  saks: '✂',
  tauløkke: '🪢',
  hjelp: '🆘',
  gaming: '🎮🕹🐉',
  fotball: '⚽🏀🏐🎾🏈',
  pizza: '🍕🍔🍟🥕🥦🍰🎂🍩',
  broen: '🌉',
  toget: '🚆🚂🚇',
  penger: '💰💸💵',
};

/** Word by code point. */
export const emojiWords: ReadonlyMap<number, string> = new Map(
  Object.entries(rows).flatMap(([word, signs]) =>
    Array.from(signs).map((sign) => [sign.codePointAt(0) ?? 0, word] as const),
  ),
);
