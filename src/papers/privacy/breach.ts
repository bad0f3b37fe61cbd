import type { Municipality } from '../../core/municipality.ts';
import { hourMs } from '../../core/time.ts';
import type { Instant } from '../../core/time.ts';
import type { Paper, PaperPart } from '../paper.ts';
import { heading, list, readable, text } from './frame.ts';

interface Breach {
  readonly municipality: Municipality;
  readonly madeAt: Instant;
  readonly from: Instant;
  readonly until: Instant;
  readonly acts: readonly {
    readonly event: string;
    readonly at: Instant;
    readonly by?: string;
    readonly caseId?: string;
  }[];
  readonly isCut: boolean;
  readonly cases: number;
  readonly openCases: number;
  readonly overdue: Readonly<Record<string, number>>;
}

const reportMs = 72 * hourMs;

/** A draft of the report of a breach. What only people know stands as a question. Source: GDPR article 33(3). */
export function breachPaper(breach: Breach): Paper {
  const { municipality, madeAt, from, until, acts, isCut, cases, openCases, overdue } = breach;
  const officer = municipality.dataProtectionOfficer;
  const late = Object.entries(overdue).filter(([, count]) => count > 0);
  return {
    title: 'Utkast til avviksmelding',
    marking: 'Taushetsbelagt',
    author: municipality.name,
    madeAt,
    language: 'nb-NO',
    footer: `${municipality.service}, utkast laget ${readable(madeAt)}`,
    pageLabel: (page, pages) => `Side ${page} av ${pages}`,
    parts: [
      {
        kind: 'framed',
        text: `Ring personvernombudet (${[officer.name, officer.phone ?? officer.email].join(', ')}). Kan avviket gå ut over noen, skal Datatilsynet ha melding innen 72 timer etter at dere oppdaget det. Ble det oppdaget nå, er det senest ${readable(madeAt + reportMs)}.`,
      },
      heading('Behandlingsansvarlig'),
      text(`${municipality.name}, org.nr. ${municipality.organisationNumber}. Tjeneste: ${municipality.service}.`),
      heading('Hva som skjedde'),
      text('Skriv: hva skjedde, hvordan ble det oppdaget, og av hvem?'),
      { kind: 'facts', rows: [['Tidsrom', `${readable(from)} til ${readable(until)}`]] },
      heading('Omfang, talt av programmet'),
      {
        kind: 'facts',
        rows: [
          ['Samtaler som ble rørt i tidsrommet', String(cases)],
          ['Åpne samtaler nå', String(openCases)],
          ['Handlinger i loggen', `${isCut ? 'minst ' : ''}${acts.length}`],
          [
            'Eldre enn fristen nå',
            late.length === 0 ? 'ingenting' : late.map(([kind, n]) => `${kind}: ${n}`).join(', '),
          ],
        ],
      },
      text(
        'Tallene sier hvor mye som kan være berørt, ikke hvor mye som er det. Skriv: hvor mange personer, og hvilke slags opplysninger?',
      ),
      heading('Følger for dem det gjelder'),
      text('Skriv: hva kan det bety for de unge? Er noen i fare på grunn av avviket?'),
      heading('Hva som er gjort'),
      list(
        'Skriv: hva stoppet avviket?',
        'Er inntaket stanset (/pause)?',
        'Er de det gjelder, varslet? Hvorfor, eller hvorfor ikke?',
      ),
      heading('Tidslinje fra loggen'),
      text('Loggen har ikke innhold. Ansatte står med Discord-id, samtaler med intern id.'),
      ...(isCut ? [text('De eldste handlingene er utelatt. Velg et kortere tidsrom for å se dem.')] : []),
      ...timeLine(acts),
      { kind: 'signature', under: 'Dato og navn' },
    ],
  };
}

const timeLine = (acts: Breach['acts']): readonly PaperPart[] =>
  acts.length === 0
    ? [text('Ingen handlinger er logget i tidsrommet.')]
    : [
        {
          kind: 'table',
          columns: ['Tid', 'Hendelse', 'Ansatt', 'Samtale'],
          rows: acts.map(({ at, event, by, caseId }) => [readable(at), event, by ?? '', caseId?.slice(0, 8) ?? '']),
        },
      ];
