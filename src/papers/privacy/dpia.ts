import type { Paper, PaperPart } from '../paper.ts';
import { deadlines } from './deadlines.ts';
import type { PrivacyFacts } from './facts.ts';
import { framed, heading, list, sinceApproval, text } from './frame.ts';
import { risks } from './risks.ts';

/** Support for the assessment of consequences. People assess; the program says what it does. Source: GDPR article 35(7). */
export function dpiaPaper(facts: PrivacyFacts): Paper {
  const { figures, approved } = facts;
  return {
    ...framed('Grunnlag for vurdering av personvernkonsekvenser (DPIA)', facts, [
      {
        kind: 'framed',
        text: 'Dette er grunnlaget programmet kan gi. Vurderingen av nødvendighet, forholdsmessighet og restrisiko gjør mennesker, og personvernombudet skal spørres.',
      },
      heading('Hva som skjer med en melding'),
      {
        kind: 'list',
        numbered: true,
        items: [
          'Den unge skriver i Discord. Discord har sin egen kopi.',
          'Boten lagrer meldingen kryptert i innboksen på kommunens maskin.',
          'Teksten maskeres og vurderes i minnet på samme maskin. Ingen andre får den.',
          'Maskert tekst lagres under sakens egen nøkkel og vises i de ansattes private kanal.',
          'Er den bekymringsfull, forsegles originalen med egen nøkkel og kort frist, og vakthavende varsles.',
          'Et menneske svarer, og et menneske avgjør om noen skal varsles.',
          'Når fristen er ute, destrueres nøkkelen, radene og kopiene i de ansattes kanal.',
        ],
      },
      heading('Risiko, tiltak og tester som vokter tiltaket'),
      ...risks.flatMap(({ risk, measure, tests }): readonly PaperPart[] => [
        heading(risk, 3),
        text(measure),
        { kind: 'text', text: `Tester: ${tests.join(', ')}`, tone: 'quiet' },
      ]),
      heading('Slettefrister'),
      {
        kind: 'facts',
        rows: deadlines(facts.municipality.retention).map(
          ([what, limit, then]) => [what, `${limit}; ${then}`] as const,
        ),
      },
      heading('Kontroll av slettefristene'),
      ...overdueParts(facts),
      heading('Restrisiko'),
      text(
        approved?.basis.filing.residualRisk ?? 'Ikke lagt fram ennå. Den legges fram i godkjenningen (/godkjenning).',
      ),
      list(
        'Maskering finner ikke alt. Tallene under viser hvor mye som slipper gjennom.',
        'Vurderingen av alvor tar feil begge veier. Derfor leser mennesker alt, og derfor kan den ikke varsle noen utenfor tjenesten.',
        'Discord ser alt som skrives der, og kommunen kan ikke slette hos dem.',
      ),
      heading('Målte tall'),
      text(
        figures === undefined
          ? 'Tallene ligger i docs/figures.md i programmets kildekode.'
          : 'De publiserte tallene for maskering og vurdering følger som vedlegg inne i denne filen (tall.md).',
      ),
      heading('Godkjenning'),
      ...sinceApproval(facts),
    ]),
    ...(figures === undefined
      ? {}
      : {
          attached: [
            {
              name: 'tall.md',
              type: 'text/markdown',
              description: 'Målte tall for maskering og vurdering',
              text: figures,
            },
          ],
        }),
  };
}

function overdueParts({ overdue }: PrivacyFacts): readonly PaperPart[] {
  const late = Object.entries(overdue).filter(([, count]) => count > 0);
  if (late.length === 0) return [text('Talt da dokumentet ble laget: ingenting i lageret er eldre enn fristen sin.')];
  return [
    { kind: 'framed', text: 'Talt da dokumentet ble laget: noe skulle vært slettet og er ikke det. Se /avvik.' },
    { kind: 'table', columns: ['Hva', 'Antall'], rows: late.map(([kind, count]) => [kind, String(count)]) },
  ];
}
