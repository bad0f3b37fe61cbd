import type { Catalogue } from '../nb.ts';

export const decision: Catalogue['decision'] = {
  button: () => 'Avgjer',
  title: ({ caseName }) => `Avgjerd i ${caseName}`,
  question: () => 'Kva avgjer du?',
  choice: ({ follows }) => (follows === 'yes' ? 'Eg gjer det kortet seier' : 'Eg gjer noko anna'),
  second: () => 'Ny vurdering av meldeplikta',
  secondHelp: () => 'Ungdommen seier nei til barnevernet. Har de plikt til å melde likevel, og kvifor?',
  reason: () => 'Kvifor?',
  reasonHelp: () => 'Må fyllast ut når du gjer noko anna. Kort, og utan namn.',
  made: ({ signature, at, follows }) =>
    `**Avgjort av ${signature}, ${at}:** ${follows ? 'følgjer kortet.' : 'gjer noko anna enn kortet seier.'}`,
  notKept: ({ why }) =>
    ({
      'needs-reason': '**Ikkje lagra.** Skriv kvifor du gjer noko anna enn kortet seier.',
      'needs-second-assessment': '**Ikkje lagra.** Skriv den nye vurderinga av meldeplikta.',
      'not-settled': '**Ikkje lagra.** Svar på resten av spørsmåla først.',
      'other-card': '**Ikkje lagra.** Svara er endra, og kortet er eit anna no.',
    })[why],
};
