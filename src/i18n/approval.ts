import type { ApprovalForm, ApprovalField, WritingFault } from '../core/approval/written.ts';
import type { ApprovalStep } from '../core/approval/filings.ts';
import type { Gate } from '../core/approval/standing.ts';
import type { PaperKind } from '../core/paper-kinds.ts';
import type { Strategy } from '../core/approval.ts';

/**
 * «/godkjenning». Bokmål only: the words of the papers the municipality keeps in its archive, one wording for all who
 * read them. Terms: source 002:372–462.
 */
export const approvalTexts = {
  strategy: {
    1: 'Strategi 1: informasjon',
    2: 'Strategi 2: samtaler',
    3: 'Strategi 3: aktiviteter, for eksempel spill',
    4: 'Strategi 4: feltarbeid på nett',
  } satisfies Record<Strategy, string>,
  gate: {
    purpose: 'formål, plattform og bemanning',
    ip: 'innledende personvernvurdering (IP)',
    assessment: 'vurdering av personvernkonsekvenser (PLM eller DPIA)',
    basis: 'rettslig grunnlag, overføring og restrisiko',
    decision: 'ledelsens beslutning',
    overview: 'innføring i behandlingsoversikten',
    drill: 'stoppøvelse: `/pause`, og så `/gjenoppta`',
  } satisfies Record<Gate, string>,
  form: {
    purpose: 'Formål og plattform',
    ip: 'Innledende vurdering (IP)',
    assessment: 'PLM eller DPIA',
    basis: 'Grunnlag og restrisiko',
    approved: 'Godkjent',
    conditional: 'Betinget godkjent',
    refused: 'Ikke godkjent',
    overview: 'Behandlingsoversikten',
  } satisfies Record<ApprovalForm, string>,
  revise: 'Revidert vurdering',
  newRound: 'Begynn en ny runde',
  back: 'Alle strategier',
  tryAgain: 'Rett og send på nytt',
  /** At most 45 characters. */
  field: {
    platform: 'Plattform',
    purpose: 'Hva skal tjenesten brukes til?',
    capacity: 'Hvem svarer, hvor mange, og når?',
    reference: 'Saksnummer i arkivet',
    outcome: 'Kan dere gå videre?',
    kind: 'Hvilken vurdering?',
    disciplines: 'Fagområdene som var med',
    officerConsultedOn: 'Når ble personvernombudet spurt?',
    reason: 'Begrunnelse',
    legalBasis: 'Rettslig grunnlag',
    transferBasis: 'Overføringsgrunnlag',
    receivingCountry: 'Vurdering av mottakerlandet',
    residualRisk: 'Risikoen som er igjen',
    decidedBy: 'Hvem i ledelsen har besluttet?',
    reviewAt: 'Gjelder til (ny vurdering)',
    acceptance: 'Er restrisikoen lest og akseptert?',
    improvements: 'Forbedringer som må gjøres',
  } satisfies Record<ApprovalField, string>,
  /** At most 100 characters. */
  hint: {
    capacity: 'Åpningstid uten folk er verre enn kort åpningstid.',
    kind: 'En DPIA er det vanlige. Velg PLM bare når risikoen er lav eller middels, og si hvorfor.',
    disciplines: 'Ett per linje, for eksempel ungdomsarbeid, personvern, IKT, kommunikasjon.',
    officerConsultedOn: 'Dato, for eksempel 31.1.2027. Kreves for en DPIA.',
    transferBasis: 'Discord behandler data i USA. Hva bygger overføringen på, og hvem har vurdert det?',
    receivingCountry: 'Lover og praksis i landet som tar imot dataene.',
    residualRisk: 'Det ledelsen skal ta stilling til.',
    decidedBy: 'Navn og tittel. Den som fører dette, kan ikke ha levert vurderingene.',
    reviewAt: 'Dato, for eksempel 31.1.2027. Tidligst i morgen, og innen to år.',
    improvements: 'Én per linje. Vurderingen legges fram på nytt når de er gjort.',
  } satisfies Partial<Record<ApprovalField, string>> as Partial<Record<ApprovalField, string>>,
  reasonForPlm: 'Hvorfor er PLM nok? (bare for PLM)',
  yes: 'Ja',
  no: 'Nei',
  dpia: 'DPIA: høy risiko',
  plm: 'PLM: lav eller middels risiko',

  title: '# Godkjenning',
  introduction:
    'Tjenesten gjør ingenting for unge før ledelsen har godkjent det: bare «Hjelp nå», «Personvern» og oppsettet virker. Hver strategi godkjennes for seg.',
  advice: 'Trenger dere råd, spør personvern- og informasjonskoordinatoren eller personvernombudet i kommunen.',
  active: ({ until }: { until: string }) => `I bruk til ${until}.`,
  activeSeed: 'I bruk: oppdiktet godkjenning fra innstillingene, bare for øving.',
  reviewSoon: 'Fristen nærmer seg: begynn en ny runde nå.',
  unseen: ({ keys, on }: { keys: string; on: string }) =>
    `**Ledelsen må beslutte på nytt innen ${on}**, ellers stopper inntaket da. Det er fordi dette er endret: ${keys}. Begynn en ny runde.`,
  changedSince: ({ keys }: { keys: string }) => `Endret siden ledelsen besluttet: ${keys}.`,
  unchangedSince: 'Ingenting er endret i innstillingene siden ledelsen besluttet.',
  changedUnknown: 'Innstillingene fra da ledelsen besluttet, er ikke lenger lagret. Les papirene på nytt.',
  papers: 'Papirene lages av innstillingene som gjelder nå, med det som er endret siden beslutningen.',
  paper: {
    protokoll: 'Protokoll',
    dpia: 'DPIA-grunnlag',
    erklaering: 'Personvernerklæring',
    rutine: 'Rutine',
  } satisfies Record<PaperKind, string>,
  expired: ({ on }: { on: string }) => `Gikk ut ${on}. Inntaket er stoppet til det er besluttet på nytt.`,
  missing: ({ gates }: { gates: string }) => `Mangler: ${gates}.`,
  round: ({ number }: { number: number }) => `Runde ${number}`,
  stoppedByIp: 'Den innledende vurderingen sa nei. Plattformen kan ikke brukes. En ny runde begynner med formålet.',
  conditional: ({ improvements }: { improvements: string }) =>
    `Betinget godkjent. Tjenesten er låst til en revidert vurdering er lagt fram for ledelsen. Forbedringer:\n${improvements}`,
  refused: 'Ikke godkjent. Tjenesten er låst. En ny runde begynner med formålet.',
  toDecide: ({ risk }: { risk: string }) => `**Ledelsen tar stilling til denne restrisikoen:**\n${risk}`,
  filed: ({ what, on, by }: { what: string; on: string; by: string }) => `- ${what}: ført ${on} av ${by}`,
  paused: ({ on, by }: { on: string; by: string }) =>
    `**Inntaket er stoppet** siden ${on} av ${by}. Åpne med \`/gjenoppta\`.`,
  drillDone: ({ on }: { on: string }) => `Stoppøvelsen er gjort ${on}.`,
  drillMissing:
    'Stoppøvelsen er ikke gjort. Kjør `/pause`, se at kortet sier ifra, og kjør `/gjenoppta`. Den kreves før noe tas i bruk.',

  done: ({ what, strategy, round }: { what: string; strategy: string; round: number }) =>
    `${what} er ført for ${strategy.toLowerCase()}, runde ${round}.`,
  oneDiscipline: 'Merk: bare ett fagområde var med. Vurderingen bør gjøres av flere med ulik fagbakgrunn.',
  reviewComing: ({ strategy, on }: { strategy: string; on: string }) =>
    `**${strategy}: godkjenningen går ut ${on}.** Da stopper inntaket, og de som skriver, får vite det. Koordinatoren begynner en ny runde med \`/godkjenning\` i god tid.`,
  reviewExpired: ({ strategy, on }: { strategy: string; on: string }) =>
    `**${strategy}: godkjenningen gikk ut ${on}.** Det er stoppet til ledelsen har besluttet på nytt. Se \`/godkjenning\`. «Hjelp nå» virker som før.`,
  notThisStep: ({ expected }: { expected: string }) => `Noe annet kommer først: ${expected}.`,
  deciderFiled:
    'Du har ført vurderingene i denne runden og kan ikke føre beslutningen. Be en annen koordinator eller en vakthavende om å gjøre det.',
  reviewInThePast: 'Datoen er passert. Skriv en dato fram i tid.',
  reviewTooLate: 'Datoen er mer enn to år fram. Velg en tidligere dato; plattformer endrer seg.',
  notPermitted:
    'Du har ikke tilgang til dette. Koordinatoren fører vurderingene; koordinator eller vakthavende fører beslutningen.',
  unreadable:
    'Godkjenningen i lageret kan ikke leses, og inntaket står stille. Be den som drifter tjenesten, om å legge tilbake en sikkerhetskopi.',
};

/** What is wrong with what was written, and what to do. */
export function writingFault(fault: WritingFault): string {
  switch (fault.kind) {
    case 'unfit':
      return `Feltet «${approvalTexts.field[fault.field]}» er tomt eller for langt. Fyll det ut, og send på nytt.`;
    case 'no-date':
      return `«${approvalTexts.field[fault.field]}» er ikke en dato som finnes. Skriv den som 31.1.2027.`;
    case 'plm-without-reason':
      return 'En PLM må begrunnes: skriv hvorfor risikoen er lav eller middels.';
    case 'dpia-without-officer':
      return 'Før en DPIA skal personvernombudet spørres. Skriv datoen da det ble gjort.';
    case 'officer-in-the-future':
      return 'Datoen da personvernombudet ble spurt, er fram i tid. Spør først, og før det etterpå.';
    case 'risk-not-accepted':
      return 'En godkjenning krever at restrisikoen er akseptert. Er den ikke det, velg «Betinget godkjent» eller «Ikke godkjent».';
  }
}

/** What stands for a step in the list of what is filed. */
export const stepName = (step: ApprovalStep): string => approvalTexts.gate[step];
