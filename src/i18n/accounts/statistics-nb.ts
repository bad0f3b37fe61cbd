import { smallest } from '../../core/statistics/publish.ts';
import type { AloneName, BreakdownName, Figure, Quarter } from '../../core/statistics/publish.ts';
import type { Month, Wait } from '../../core/statistics/count.ts';
import { words } from '../nb/words.ts';

const months = 'januar februar mars april mai juni juli august september oktober november desember'.split(' ');

const alone: Readonly<Record<AloneName, string>> = {
  case: 'Samtaler startet',
  'first-contact': 'Skrev for første gang',
  message: 'Meldinger fra unge',
  'closed-reply': 'Fikk svar om at ingen er på vakt',
  shift: 'Innlogginger på vakt',
  erasure: 'Slettet sine egne data',
};

const breakdowns: Readonly<Record<BreakdownName, string>> = {
  wait: 'Ventetid til noen tok samtalen',
  level: 'Nivå da saken ble lukket',
  theme: 'Tema da saken ble lukket',
  referral: 'Hva som ble gjort',
  rating: 'Ansattes vurdering av botens nivå',
  feedback: 'Tilbakemeldinger fra unge',
};

const waits: Readonly<Record<Wait, string>> = {
  'under-5-min': 'under 5 minutter',
  'under-15-min': '5 til 15 minutter',
  'under-1-h': '15 minutter til 1 time',
  'under-4-h': '1 til 4 timer',
  'under-24-h': '4 til 24 timer',
  longer: 'mer enn et døgn',
};
const ratings: Readonly<Record<string, string>> = {
  right: 'riktig',
  'too-high': 'for høyt',
  'too-low': 'for lavt',
  'not-relevant': 'gjelder ikke',
};

/** The row of a breakdown in words; a key nobody has named yet stands as it is. */
function rowName(breakdown: BreakdownName, key: string): string {
  switch (breakdown) {
    case 'wait':
      return waits[key as Wait];
    case 'level':
      return words.severity({ severity: key as never });
    case 'theme':
      return key === 'none' ? 'ikke noe tema' : words.category({ category: key as never });
    case 'referral':
      return words.action({ action: key as never });
    case 'rating':
      return ratings[key] ?? key;
    case 'feedback':
      return key;
  }
}

const monthName = (month: Month): string => months[Number(month.slice(5)) - 1] ?? month;

/** Statistics, for coordinators and management. Bokmål only. */
export const statisticsNb = {
  title: ({ service, name }: { service: string; name: string }) => `Statistikk for ${service}, ${name}`,
  nothing: () =>
    'Det er ingen tall å vise ennå. En måned vises når den er over, og fordelinger når kvartalet er over, så ingen kan finne enkeltpersoner ved å sammenligne to dager.',
  quarter: ({ quarter }: { quarter: Quarter }) => `${quarter.slice(6)}. kvartal ${quarter.slice(0, 4)}`,
  month: ({ month }: { month: Month }) => monthName(month),
  shortMonth: ({ month }: { month: Month }) => `${monthName(month).slice(0, 3)} ${month.slice(2, 4)}`,
  wholeQuarter: () => 'kvartalet',
  alone: ({ name }: { name: AloneName }) => alone[name],
  breakdown: ({ name }: { name: BreakdownName }) => breakdowns[name],
  row: ({ breakdown, key }: { breakdown: BreakdownName; key: string }) => rowName(breakdown, key),
  figure: ({ figure }: { figure: Figure }) =>
    figure.kind === 'hidden' ? '–' : figure.kind === 'exact' ? String(figure.n) : `minst ${figure.n}`,
  footnote: () =>
    `– betyr færre enn ${smallest}, eller skjult for at ingen skal kunne regne ut et tall under ${smallest}. Tallene er telt uten navn, tekst og saksnummer. Øvelser er ikke med.`,
  older: ({ count }: { count: number }) =>
    `${count === 1 ? 'Ett eldre kvartal ligger' : `${count} eldre kvartaler ligger`} i regnearket.`,
  chartTitle: ({ service }: { service: string }) => `Samtaler startet per måned, ${service}`,
  chartHidden: () => `< ${smallest}`,
  columns: () => ['Kvartal', 'Måned', 'Gruppe', 'Hva', 'Antall', 'Merknad'] as const,
  note: ({ figure }: { figure: Figure }) =>
    figure.kind === 'hidden' ? 'skjult' : figure.kind === 'at-least' ? 'minst' : '',
  groupAlone: () => 'Aktivitet',
};
