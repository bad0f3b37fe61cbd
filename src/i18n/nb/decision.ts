/** What staff decide about the duty guide's card. Labels: at most 45 characters; descriptions 100. */
export const decision = {
  button: () => 'Bestem',
  title: ({ caseName }: { caseName: string }) => `Beslutning i ${caseName}`,
  question: () => 'Hva bestemmer du?',
  choice: ({ follows }: { follows: 'yes' | 'no' }): string =>
    follows === 'yes' ? 'Jeg gjør det kortet sier' : 'Jeg gjør noe annet',
  second: () => 'Ny vurdering av meldeplikten',
  secondHelp: () => 'Ungdommen sier nei til barnevernet. Har dere plikt til å melde likevel, og hvorfor?',
  reason: () => 'Hvorfor?',
  reasonHelp: () => 'Må fylles ut når du gjør noe annet. Kort, og uten navn.',
  made: ({ signature, at, follows }: { signature: string; at: string; follows: boolean }) =>
    `**Besluttet av ${signature}, ${at}:** ${follows ? 'følger kortet.' : 'gjør noe annet enn kortet sier.'}`,
  notKept: ({ why }: { why: 'needs-reason' | 'needs-second-assessment' | 'not-settled' | 'other-card' }) =>
    ({
      'needs-reason': '**Ikke lagret.** Skriv hvorfor du gjør noe annet enn kortet sier.',
      'needs-second-assessment': '**Ikke lagret.** Skriv den nye vurderingen av meldeplikten.',
      'not-settled': '**Ikke lagret.** Svar på resten av spørsmålene først.',
      'other-card': '**Ikke lagret.** Svarene er endret, og kortet er et annet nå.',
    })[why],
};
