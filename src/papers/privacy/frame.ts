import { settingName } from '../../i18n/setting-names.ts';
import type { Paper, PaperPart } from '../paper.ts';
import type { PrivacyFacts } from './facts.ts';

const zone = 'Europe/Oslo';

/** «22.11.2026 kl. 18.30» in Norway. */
export function readable(at: number): string {
  const when = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(when.day)}.${two(when.month)}.${when.year} kl. ${two(when.hour)}.${two(when.minute)}`;
}

export const heading = (text: string, level: 2 | 3 = 2): PaperPart => ({ kind: 'heading', level, text });
export const text = (words: string): PaperPart => ({ kind: 'text', text: words });
export const list = (...items: readonly string[]): PaperPart => ({ kind: 'list', items });

/** The look of every privacy paper: who answers for it, and which settings it describes. */
export function framed(title: string, facts: PrivacyFacts, parts: readonly PaperPart[]): Paper {
  const { municipality, madeAt, settings, version } = facts;
  const stamp = `Innstillinger nr. ${settings.version}, ${settings.hash.slice(0, 16)}, program ${version}`;
  return {
    title,
    author: municipality.name,
    madeAt,
    language: 'nb-NO',
    footer: stamp,
    pageLabel: (page, pages) => `Side ${page} av ${pages}`,
    parts: [
      text(`${municipality.service}, ${municipality.name} (org.nr. ${municipality.organisationNumber})`),
      { kind: 'text', text: `Laget ${readable(madeAt)} fra innstillingene som gjelder da. ${stamp}.`, tone: 'quiet' },
      ...parts,
    ],
  };
}

/** What has been changed since management approved; a reader decides whether it needs a new round. */
export function sinceApproval({ approved, since }: PrivacyFacts): readonly PaperPart[] {
  if (!approved || !since) {
    return [{ kind: 'framed', text: 'Toveis samtale er ikke godkjent. Tjenesten tar ikke imot ord fra unge.' }];
  }
  const { decision, number } = approved;
  const facts: PaperPart = {
    kind: 'facts',
    rows: [
      ['Godkjent', `${readable(decision.at)}, runde ${number}, av ${decision.filing.decidedBy}`],
      ['Vedtak', decision.filing.reference],
      ['Ny vurdering innen', readable(decision.filing.reviewAt)],
    ],
  };
  if (since.kind === 'unknown') {
    return [
      facts,
      {
        kind: 'framed',
        text: 'Innstillingene fra da vedtaket ble fattet er ikke lenger lagret. Les hele dokumentet på nytt.',
      },
    ];
  }
  if (since.keys.length === 0) return [facts, text('Ingenting er endret i innstillingene siden vedtaket.')];
  return [
    facts,
    text('Endret siden vedtaket:'),
    list(...since.keys.map(settingName)),
    {
      kind: 'framed',
      text: 'Vurder om endringene krever en ny runde. Nye mottakere, nye formål, lengre frister og nye varslingsmål gjør som regel det.',
    },
  ];
}
