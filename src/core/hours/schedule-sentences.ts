const weekdayNames: Readonly<Record<string, string>> = {
  monday: 'mandag',
  tuesday: 'tirsdag',
  wednesday: 'onsdag',
  thursday: 'torsdag',
  friday: 'fredag',
  saturday: 'lørdag',
  sunday: 'søndag',
};

/** What was written, short enough for one line. */
function quote(input: unknown): string {
  if (typeof input === 'string') return `«${input.replaceAll(/\s+/g, ' ').slice(0, 20)}»`;
  return 'Verdien';
}

const span = ([opens, closes]: readonly [string, string]): string => `${opens}–${closes}`;

/** What to change in a schedule, for the person who wrote it. Bokmål. */
export const sentences = {
  notATime: (input: unknown) =>
    input === '24:00'
      ? '«24:00» brukes ikke. Skriv 00:00 for midnatt.'
      : `${quote(input)} er ikke et klokkeslett. Skriv timer og minutter fra 00:00 til 23:59, for eksempel "18:00".`,
  notAnInterval: () => 'En åpningstid er åpning og stenging, for eksempel ["18:00", "20:00"].',
  notADay: (input: unknown) =>
    input === undefined
      ? 'Åpningstidene mangler. Skriv [] når det er stengt hele dagen.'
      : 'En dag er en liste med åpningstider, for eksempel [["18:00", "20:00"]]. Skriv [] når det er stengt.',
  tooManyIntervals: (limit: number) => `En dag kan ha høyst ${limit} åpningstider. Slå noen sammen.`,
  overlap: (a: readonly [string, string], b: readonly [string, string]) =>
    `${span(a)} og ${span(b)} overlapper. Slå dem sammen eller flytt den ene.`,
  notAWeek:
    'Uken mangler eller har feil form. Skriv dagene med åpningstider, for eksempel "weekly": {"monday": [["18:00", "20:00"]]}.',
  notADate: (input: unknown) =>
    input === undefined
      ? 'Datoen mangler. Skriv år-måned-dag, for eksempel "2026-12-24".'
      : `${quote(input)} er ikke en dato som finnes. Skriv år-måned-dag, for eksempel "2026-12-24".`,
  notAReason: (limit: number) => `Grunnen må være en tekst på 1–${limit} tegn. Ta den bort hvis det ikke er noen.`,
  notAnException: 'Et unntak har dato og åpningstider, for eksempel {"date": "2026-12-24", "intervals": []}.',
  notExceptions: 'Unntakene er en liste. Skriv [] når det ikke er noen.',
  tooManyExceptions: (limit: number) => `Planen kan ha høyst ${limit} unntak. Ta bort gamle datoer.`,
  duplicate: (date: string) => `${date} har flere unntak. Samle alle åpningstidene den dagen i ett.`,
  notATimeZone: (input: unknown) => `${quote(input)} er ikke en tidssone. Skriv for eksempel "Europe/Oslo".`,
  notAHolidayRule: () => 'Skriv "closed" hvis det er stengt på helligdager, eller "open" hvis uken gjelder da også.',
  notASchedule: 'Planen må være et objekt med "weekly", for eksempel {"weekly": {"monday": [["18:00", "20:00"]]}}.',
  unknownKeys: (keys: readonly string[], known: readonly string[]) =>
    `Ukjent felt: ${keys.map(quote).join(', ')}. Ta det bort eller rett navnet. Feltene her heter ${known.join(', ')}.`,
  neverOpen: 'Planen har ingen åpningstider. Tjenesten vil svare at den aldri er åpen.',
};

/** `weekly.monday[1]` → `mandag (weekly.monday[1])`, so that the reader finds the day in their own language. */
export function placeInWords(path: string): string {
  const day = /^weekly\.(\w+)/.exec(path)?.[1];
  const name = day === undefined ? undefined : weekdayNames[day];
  return name === undefined ? path : `${name} (${path})`;
}
