/** The stop button, and what senders are told while it is pressed. */
export const approval = {
  intakePaused: ({ service }: { service: string }) =>
    `${service} tar ikke imot meldinger akkurat nå. Ingen av oss leser det du skriver, og vi tar ikke vare på det.`,
  paused: () =>
    'Inntaket er stoppet. Ingen nye meldinger blir tatt imot, heller ikke i åpne samtaler. De som skriver, får vite det og får nødnumrene. «Hjelp nå» virker som før. Åpne igjen med `/gjenoppta`.',
  pausedWithOpen: ({ count }: { count: number }) =>
    `**${count === 1 ? '1 samtale er åpen' : `${count} samtaler er åpne`}.** De unge får ikke svart dere nå. Skriv til dem i saken, og si hvordan de kan nå noen.`,
  alreadyPaused: () => 'Inntaket var allerede stoppet. Ingenting er endret.',
  resumed: () => 'Inntaket er åpent igjen, så langt godkjenningen rekker. Stoppen er ført som en øvelse.',
  notPaused: () => 'Inntaket var ikke stoppet. Ingenting er endret.',
  stoppedContact: () =>
    'Noen skrev mens inntaket er stoppet. Meldingen er ikke tatt vare på, og boten kan ikke si hvem det var. De fikk vite det, med numre å ringe.',
  stoppedWorry: ({ mention, severity }: { mention: string; severity: string }) =>
    `${mention} **${severity}: Noen skrev mens inntaket er stoppet.** Meldingen er ikke tatt vare på, og boten kan ikke si hvem det var. De fikk vite hvor de kan ringe. Vurder å åpne igjen med \`/gjenoppta\`, så neste melding når dere.`,
  stoppedCount: ({ messages, worrying }: { messages: number; worrying: number }) =>
    `Avvist mens inntaket var stoppet: ${messages === 1 ? '1 melding' : `${messages} meldinger`}${worrying === 0 ? '' : `, ${worrying} av dem så alvorlig${worrying === 1 ? '' : 'e'} ut`}.`,
  noteWroteWhileStopped: ({ severity }: { severity: string }) =>
    `**Den unge skrev mens inntaket er stoppet (${severity}).** Meldingen er ikke tatt vare på. Svar i saken, og si hvordan dere kan nås.`,
  unreadable: () =>
    'Godkjenningen i lageret kan ikke leses, og inntaket står stille. Be den som drifter tjenesten, om å legge tilbake en sikkerhetskopi.',
};
