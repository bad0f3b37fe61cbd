const kinds: Readonly<Record<string, string>> = {
  originals: 'forseglede originaler',
  entries: 'meldinger i samtaler',
  cases: 'samtaler',
  dossiers: 'notater på arbeidsflaten',
  senders: 'opplysninger om at noen har skrevet før',
  outbox: 'poster som er sendt eller skal sendes',
  seen: 'spor av mottatte meldinger',
  causes: 'spor av utførte handlinger',
  cursors: 'hvor langt boten har lest',
  audit: 'linjer i loggen',
};

/** The nightly look for what should be gone, to coordinators. Bokmål only. */
export const selfAuditNb = {
  title: ({ mention }: { mention: string }) => `**Nattlig kontroll av personvern** ${mention}`,
  overdue: () => 'Dette skulle vært slettet, og er ikke det:',
  kind: ({ kind, count }: { kind: string; count: number }) => `- ${kinds[kind] ?? kind}: ${count}`,
  overdueWhat: () =>
    'Si ifra til den som drifter programmet: slettejobben går ikke. Vurder om det er et avvik (/avvik).',
  threads: ({ count }: { count: number }) =>
    `${count === 1 ? 'Én sakstråd' : `${count} sakstråder`} i de ansattes kanal har ligget stille i over 35 døgn. Er ingen av dem under hold, skal de slettes: åpne tråden, velg «Slett tråd».`,
  copies: ({ count }: { count: number }) =>
    `${count === 1 ? 'Én kopi' : `${count} kopier`} av databasen er eldre enn den skal bli: sikkerhetskopier 30 døgn, filer satt til side ved siden av databasen 7. Be den som drifter programmet ta en ny sikkerhetskopi, som sletter de gamle, og slette resten selv.`,
  log: () =>
    'Loggen over hvem som gjorde hva henger ikke sammen lenger. Noen kan ha endret den. Kjør «utekontakt audit verify», ta vare på en kopi, og ring personvernombudet.',
  request: ({ number, onPaper, day, isLate }: { number: number; onPaper: boolean; day: string; isLate: boolean }) => {
    const what = onPaper ? `Forespørsel ${number} på papir` : `Sak ${number}, ønsket om sletting`;
    return isLate
      ? `- ${what}: fristen for å svare gikk ut ${day}. Svar i dag, og skriv hvorfor det ble sent.`
      : `- ${what}: skal være besvart innen ${day}.`;
  },
  requestWhat: () => 'Vurder med vakthavende, og svar i `/innsyn`.',
};
