import { backupLivesMs, retention } from '../../core/retention.ts';
import type { Keeping } from '../../core/retention.ts';
import { dayMs, hourMs } from '../../core/time.ts';

export const long = (ms: number): string =>
  ms % dayMs === 0 && ms > 3 * dayMs ? `${ms / dayMs} døgn` : `${ms / hourMs} timer`;

type Deadline = readonly [what: string, limit: string, then: string];

/** What is kept, how long, and what happens then. From the settings and rules the program runs on. */
export const deadlines = ({ conversationHours, originalHours }: Keeping): readonly Deadline[] => [
  [
    'Samtalens tekst, maskert',
    `${long(conversationHours * hourMs)} etter at saken er lukket`,
    'nøkkel og rader slettes',
  ],
  ['Samtale ingen lukker', `${long(retention.conversationUntouchedMs)} etter siste melding`, 'nøkkel og rader slettes'],
  [
    'Forseglet original av en bekymringsfull melding',
    `${long(originalHours * hourMs)}, lenger bare ved registrert hold av to personer`,
    'destrueres ulest',
  ],
  [
    'At noen har skrevet før, og hvilke beskjeder boten ga',
    `${long(retention.senderRecordMs)} etter siste kontakt`,
    'slettes',
  ],
  ['Beskjed som ikke hører til en sak', long(retention.looseNoticeMs), 'slettes'],
  [
    'Hendelsesnotat på den lukkede arbeidsflaten',
    'til det er eksportert og sju døgn, høyst 90 døgn',
    'nøkkel og rader slettes',
  ],
  ['Tråd, kort og varsel i de ansattes kanal', 'som samtalen', 'slettes i Discord, prøves på nytt ved feil'],
  ['Hvor langt boten har lest i en chat', '90 døgn etter siste melding', 'slettes'],
  ['Logg over hvem som gjorde hva (uten innhold)', '365 døgn', 'eldste rader slettes, kjeden består'],
  [
    'Sikkerhetskopi tatt med programmet',
    long(backupLivesMs),
    'slettes når den neste tas; det som er slettet i mellomtiden, kan ikke leses i den',
  ],
  ['Statistikk uten personer', 'ingen grense', 'inneholder ikke personopplysninger'],
];
