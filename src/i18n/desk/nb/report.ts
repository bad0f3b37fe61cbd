/** Handing over, keeping longer, and the paper, in bokmål. */
export const reportTexts = {
  report: {
    title: 'Rapport og lagring',
    intro:
      'Rapporten skal inn i kommunens eget system. Sju dager etter at den er hentet ut, blir skjemaet slettet her. Den lukkede originalen er aldri med.',
    recipient: 'Hvor skal rapporten lagres?',
    recipientHelp: 'For eksempel navnet på fagsystemet og saksnummeret.',
    json: 'Last ned som JSON',
    pdf: 'Last ned som PDF',
    folder: 'Legg i kommunens mappe',
    folderHelp: 'PDF og JSON legges i mappa kommunen har satt opp.',
    filed: (name: string) => `Rapporten er lagt i kommunens mappe som ${name}.pdf og ${name}.json.`,
    folderFull:
      'Kommunens mappe er full. Ingenting er lagt der, og ingenting er slettet her. Si ifra til IT, eller last ned i stedet.',
    folderUnavailable:
      'Vi får ikke skrevet til kommunens mappe. Ingenting er lagt der, og ingenting er slettet her. Si ifra til IT, eller last ned i stedet.',
    busy: 'Noen andre endret skjemaet mens rapporten ble laget. Ingenting er hentet ut. Prøv en gang til.',
    needsRecipient: 'Skriv hvor rapporten skal lagres. Ingenting er hentet ut.',
    repeated: 'Dette skjemaet er brukt. Last siden på nytt for å hente ut en gang til.',
    receipts: 'Kvitteringer',
    noReceipts: 'Ikke hentet ut ennå.',
    receipt: { at: 'Tid', by: 'Hvem', recipient: 'Lagret i', format: 'Form', hash: 'SHA-256' },
    jsonHash: 'JSON',
    fileHash: 'PDF-fila',
    formats: { json: 'JSON', pdf: 'PDF', print: 'Utskrift' },
    hold: 'Ta vare på skjemaet lenger',
    holdIntro:
      'To personer må være enige. Da slettes skjemaet, samtalen og den lukkede originalen 90 dager etter at den andre har godkjent.',
    holdReason: 'Hvorfor må det tas vare på?',
    holdAsk: 'Be om å ta vare på det',
    holdAsked: (by: string, at: string) => `${by} ba om det ${at}. En kollega må godkjenne.`,
    holdConfirm: 'Godkjenn',
    holdConfirmed: (by: string, at: string) => `Godkjent av ${by}, ${at}.`,
    holdRelease: 'Ta bort, så den vanlige fristen gjelder (tidligst om tre dager)',
    holdNeedsReason: 'Skriv hvorfor det må tas vare på. Ingenting er gjort.',
    samePerson: 'Du kan ikke godkjenne ditt eget ønske. Spør en kollega.',
    nothingAsked: 'Det er ikke noe å godkjenne.',
    alreadyAsked: 'Det er allerede bedt om.',
  },
  print: {
    title: (caseNumber: number) => `Rapport, sak ${caseNumber}`,
    made: (by: string, at: string) => `Laget av ${by}, ${at}.`,
    hash: 'SHA-256 av rapportens JSON',
    page: (page: number, pages: number) => `Side ${page} av ${pages}`,
    proof: 'Kontroll',
    proofText: (file: string) =>
      `Fila ${file} følger med inne i denne PDF-en. SHA-256 av den skal være den som står nedenfor og på kvitteringen.`,
    confidential: 'Taushetsbelagt',
  },
};
