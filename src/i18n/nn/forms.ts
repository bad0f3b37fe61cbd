import type { Catalogue } from '../nb.ts';

export const forms: Catalogue['forms'] = {
  writeTitle: () => 'Skriv til oss',
  writeLabel: () => 'Kva vil du seie til oss?',
  writeDescription: () => 'Du treng ikkje skrive namn eller kvar du bur.',
  replyTitle: ({ caseName }) => `Svar i ${caseName}`,
  replyReminder: ({ signature }) =>
    `Svaret blir sendt frå boten og signert «${signature}». Gi råd som passar for mange, ikkje helsehjelp. Skriv det viktigaste først.`,
  replyLabel: () => 'Svaret til avsendaren',
  replyDescription: () => 'Ingen namn på andre. Ingen detaljar om korleis nokon har skada seg.',

  previewTitle: ({ caseName }) => `**Ikkje sendt enno.** Slik ser avsendaren svaret i ${caseName}:`,
  warningPersonalData: ({ things }) => `Svaret inneheld ${things}. Det blir liggande i Discord.`,
  warningMethod: () => 'Svaret kan skildre ein måte å skade seg på. Skriv det utan detaljar (#chatsafe).',
  warningHealthAdvice: () => 'Svaret kan vere helsehjelp til éin person. Det skal givast i ein samtale, ikkje her.',
  warningsTitle: () => '**Sjå over dette først**',
};
