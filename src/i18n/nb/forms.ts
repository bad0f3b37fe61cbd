/** The forms people fill in. Titles and labels: at most 45 characters; descriptions 100. */
export const forms = {
  writeTitle: () => 'Skriv til oss',
  writeLabel: () => 'Hva vil du si til oss?',
  writeDescription: () => 'Du trenger ikke skrive navn eller hvor du bor.',
  replyTitle: ({ caseName }: { caseName: string }) => `Svar i ${caseName}`,
  replyReminder: ({ signature }: { signature: string }) =>
    `Svaret sendes fra boten og signeres «${signature}». Gi råd som passer for mange, ikke helsehjelp. Skriv det viktigste først.`,
  replyLabel: () => 'Svaret til avsenderen',
  replyDescription: () => 'Ingen navn på andre. Ingen detaljer om hvordan noen har skadet seg.',

  previewTitle: ({ caseName }: { caseName: string }) =>
    `**Ikke sendt ennå.** Slik ser avsenderen svaret i ${caseName}:`,
  warningPersonalData: ({ things }: { things: string }) => `Svaret inneholder ${things}. Det blir liggende i Discord.`,
  warningMethod: () => 'Svaret kan beskrive en måte å skade seg på. Skriv det uten detaljer (#chatsafe).',
  warningHealthAdvice: () => 'Svaret kan være helsehjelp til én person. Det skal gis i en samtale, ikke her.',
  warningsTitle: () => '**Se over dette først**',
};
