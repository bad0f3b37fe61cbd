/** What in a reply of staff should give its writer pause, besides personal data. */
export const replyConcerns = ['method', 'health-advice', 'promise'] as const;
export type ReplyConcern = (typeof replyConcerns)[number];

/** Whole words or beginnings of words (`…`), in bokmål, nynorsk and English. Lower case; letters as people write them. */
const signs: Readonly<Record<ReplyConcern, readonly string[]>> = {
  /** Ways to hurt oneself, and how much of what. Source: 003:45 (#chatsafe), FACTS «no method or place details». */
  method: [
    'overdos…',
    'paracet…',
    'paracetamol…',
    'ibux…',
    'sovetablett…',
    'sovepille…',
    'sovemedisin…',
    'henge seg',
    'henge deg',
    'henger seg',
    'hengte seg',
    'hengje seg',
    'hengje deg',
    'snare…',
    'barberblad…',
    'kutte seg',
    'kutte deg',
    'kutter deg',
    'kutta deg',
    'kuttet deg',
    'skjære seg',
    'skjære deg',
    'skjere seg',
    'skjere deg',
    'hoppe fra',
    'hoppe foran',
    'hoppe frå',
    'hoppe framfor',
    'forgift…',
    'drukne seg',
    'drukne deg',
    'skyte seg',
    'skyte deg',
    'hang yourself',
    'cut yourself',
    'cutting yourself',
    'jump off',
    'jump from',
    'razor…',
    'noose…',
    'sleeping pill…',
  ],
  /** Health care for one person, which social media are not for. Source: 000:11. */
  'health-advice': [
    'mg',
    'milligram…',
    'dose…',
    'doser…',
    'tablett…',
    'medisin…',
    'medikament…',
    'antidepressiv…',
    'resept…',
    'diagnose…',
    'du har angst',
    'du har depresjon',
    'du er deprimert',
    'du har adhd',
    'du har ptsd',
    'bipolar…',
    'slutt å ta',
    'slutte med medisin…',
    'begynn å ta',
    'ta to',
    'ta en tablett…',
    'behandling…',
    'medication…',
    'tablet…',
    'prescri…',
    'diagnos…',
    'you are depressed',
    'you have anxiety',
    'you have depression',
    'stop taking',
    'start taking',
  ],
  /** What a public employee cannot keep: secrecy without exception, an outcome, to be there always. Source: 000:34, 000:64. */
  promise: [
    'lover',
    'lovar',
    'lovet',
    'garanter…',
    'ingen får vite',
    'ingen får vete',
    'ingen andre får vite',
    'sier ikke til noen',
    'seier ikkje til nokon',
    'ikke si det til noen',
    'ikkje seie det til nokon',
    'forteller ikke til noen',
    'fortelle det til noen',
    'holde det hemmelig',
    'halde det hemmeleg',
    'helt hemmelig',
    'hundre prosent hemmelig',
    'blir mellom oss',
    'bare mellom oss',
    'berre mellom oss',
    'alltid være her',
    'alltid vere her',
    'alltid her for deg',
    'det kommer til å gå bra',
    'det kjem til å gå bra',
    'alt blir bra',
    'alt ordner seg',
    'alt ordnar seg',
    'promise…',
    'guarantee…',
    'nobody will know',
    'no one will know',
    'will not tell anyone',
    "won't tell anyone",
    'always be here',
    'everything will be fine',
    'it will be okay',
  ],
};

const escapeRegExp = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
const patternOf = (words: readonly string[]): RegExp => {
  const parts = words.map((word) => {
    const whole = escapeRegExp(word.replace(/…$/u, '')).replaceAll(' ', String.raw`\s+`);
    return word.endsWith('…') ? whole : String.raw`${whole}(?![\p{L}\p{N}])`;
  });
  // A figure may stand right before «mg».
  return new RegExp(String.raw`(?<![\p{L}])(?:${parts.join('|')})`, 'u');
};

const patterns = replyConcerns.map((concern) => [concern, patternOf(signs[concern])] as const);

/**
 * What a reply may say that it should not. Errs towards asking: the writer reads the preview once more and decides.
 * Empty when nothing stands out.
 */
export function concernsIn(text: string): readonly ReplyConcern[] {
  const read = text.normalize('NFKC').toLocaleLowerCase('nb').replaceAll('’', "'");
  return patterns.filter(([, pattern]) => pattern.test(read)).map(([concern]) => concern);
}
