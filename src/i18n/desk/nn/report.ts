import type { DeskTexts } from '../nb.ts';

/** Handing over, keeping longer, and the paper, in nynorsk. */
export const reportTexts: Pick<DeskTexts, 'report' | 'print'> = {
  report: {
    title: 'Rapport og lagring',
    intro:
      'Rapporten skal inn i kommunen sitt eige system. Sju dagar etter at han er henta ut, blir skjemaet sletta her. Den lukka originalen er aldri med.',
    recipient: 'Kvar skal rapporten lagrast?',
    recipientHelp: 'Til dømes namnet på fagsystemet og saksnummeret.',
    json: 'Last ned som JSON',
    pdf: 'Last ned som PDF',
    folder: 'Legg i mappa til kommunen',
    folderHelp: 'PDF og JSON blir lagde i mappa kommunen har sett opp.',
    filed: (name) => `Rapporten er lagd i mappa til kommunen som ${name}.pdf og ${name}.json.`,
    folderFull:
      'Mappa til kommunen er full. Ingenting er lagt der, og ingenting er sletta her. Sei ifrå til IT, eller last ned i staden.',
    folderUnavailable:
      'Vi får ikkje skrive til mappa til kommunen. Ingenting er lagt der, og ingenting er sletta her. Sei ifrå til IT, eller last ned i staden.',
    busy: 'Nokon andre endra skjemaet medan rapporten vart laga. Ingenting er henta ut. Prøv ein gong til.',
    needsRecipient: 'Skriv kvar rapporten skal lagrast. Ingenting er henta ut.',
    repeated: 'Dette skjemaet er brukt. Last sida på nytt for å hente ut ein gong til.',
    receipts: 'Kvitteringar',
    noReceipts: 'Ikkje henta ut enno.',
    receipt: { at: 'Tid', by: 'Kven', recipient: 'Lagra i', format: 'Form', hash: 'SHA-256' },
    jsonHash: 'JSON',
    fileHash: 'PDF-fila',
    formats: { json: 'JSON', pdf: 'PDF', print: 'Utskrift' },
    hold: 'Ta vare på skjemaet lenger',
    holdIntro:
      'To personar må vere samde. Då blir skjemaet, samtalen og den lukka originalen sletta 90 dagar etter at den andre har godkjent.',
    holdReason: 'Kvifor må det takast vare på?',
    holdAsk: 'Be om å ta vare på det',
    holdAsked: (by, at) => `${by} bad om det ${at}. Ein kollega må godkjenne.`,
    holdConfirm: 'Godkjenn',
    holdConfirmed: (by, at) => `Godkjent av ${by}, ${at}.`,
    holdRelease: 'Ta bort, så den vanlege fristen gjeld (tidlegast om tre dagar)',
    holdNeedsReason: 'Skriv kvifor det må takast vare på. Ingenting er gjort.',
    samePerson: 'Du kan ikkje godkjenne ditt eige ønske. Spør ein kollega.',
    nothingAsked: 'Det er ikkje noko å godkjenne.',
    alreadyAsked: 'Det er allereie bedt om.',
  },
  print: {
    title: (caseNumber) => `Rapport, sak ${caseNumber}`,
    made: (by, at) => `Laga av ${by}, ${at}.`,
    hash: 'SHA-256 av JSON-en til rapporten',
    page: (page, pages) => `Side ${page} av ${pages}`,
    proof: 'Kontroll',
    proofText: (file) =>
      `Fila ${file} følgjer med inne i denne PDF-en. SHA-256 av ho skal vere den som står nedanfor og på kvitteringa.`,
    confidential: 'Underlagt teieplikt',
  },
};
