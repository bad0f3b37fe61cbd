/** Papers and reports, for coordinators. Bokmål only: the papers themselves are in bokmål. */
export const papersNb = {
  made: ({ title }: { title: string }) => `# ${title}`,
  files: () =>
    'Filene er laget nå fra innstillingene som gjelder. PDF til arkivet, Markdown til den som vil endre eller sammenligne. Les dem før dere bruker dem.',
  changed: ({ count }: { count: number }) =>
    count === 1
      ? 'Én innstilling er endret siden ledelsen godkjente. Den står sist i dokumentet.'
      : `${count} innstillinger er endret siden ledelsen godkjente. De står sist i dokumentet.`,
  changedUnknown: () => 'Innstillingene fra da ledelsen godkjente, er ikke lenger lagret. Les hele dokumentet på nytt.',
  notApproved: () => 'Ledelsen har ikke godkjent toveis samtale ennå. Dokumentet sier det.',
  unchanged: () => 'Ingenting er endret i innstillingene siden ledelsen godkjente.',
  breachMade: () =>
    'Dette er et utkast. Ring personvernombudet, fyll ut det som står som spørsmål, og send meldingen til Datatilsynet selv innen 72 timer når avviket kan gå ut over noen.',
  badTime: () =>
    'Tidsrommet kan ikke brukes. Skriv datoer som 31.1.2027, fra før til, og ikke fram i tid. La «til» stå tomt hvis det fortsatt pågår.',
};
