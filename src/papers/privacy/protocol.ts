import type { Paper } from '../paper.ts';
import { deadlines } from './deadlines.ts';
import type { PrivacyFacts } from './facts.ts';
import { framed, heading, list, sinceApproval, text } from './frame.ts';

/** The record of processing activities. Source: GDPR article 30(1), letters a–g; 002:388, 462. */
export function protocolPaper(facts: PrivacyFacts): Paper {
  const { municipality, approved } = facts;
  const { dataProtectionOfficer: officer, visit } = municipality;
  const { purpose, basis } = approved ?? {};
  return framed('Protokoll over behandlingsaktiviteter', facts, [
    heading('Behandlingsansvarlig'),
    {
      kind: 'facts',
      rows: [
        ['Virksomhet', `${municipality.name}, org.nr. ${municipality.organisationNumber}`],
        ['Kontakt', `${visit.address}, ${visit.phone}, ${visit.email}`],
        ['Personvernombud', [officer.name, officer.email, officer.phone].filter(Boolean).join(', ')],
      ],
    },
    heading('Formål'),
    text(
      purpose?.filing.purpose ??
        'Formålet er ikke lagt fram ennå. Det legges fram i første steg av godkjenningen (/godkjenning).',
    ),
    heading('Behandlingsgrunnlag'),
    text(basis?.filing.legalBasis ?? 'Ikke lagt fram ennå.'),
    heading('Registrerte og kategorier av opplysninger'),
    list(
      'Unge som skriver til tjenesten: Discord-konto (kryptert), det de skriver (maskert), når de skrev, botens vurdering av alvor og tema.',
      'Ved bekymring: forseglet original, og et hendelsesnotat med det ansatte har observert og gjort. Det kan være opplysninger om helse og om andre personer (artikkel 9).',
      'Ansatte: konto, fornavn og rolle, vakter, og logg over hva de gjorde.',
    ),
    heading('Mottakere'),
    list(
      'Ansatte med rollen saksbehandler eller vakthavende i kommunens egen server.',
      'Discord Inc. (USA), selvstendig behandlingsansvarlig for plattformen. Beholder egne kopier som kommunen ikke kan slette.',
      'Barnevern, politi og helsetjeneste, bare når et menneske i tjenesten melder videre etter loven. Boten sender ingenting av seg selv.',
      ...(municipality.escalation.webhook === undefined
        ? []
        : ['Kommunens egen varslingstjeneste: saksnummer og nivå, aldri ord.']),
    ),
    heading('Overføring til land utenfor EØS'),
    text(
      basis
        ? `${basis.filing.transferBasis}\nVurdering av mottakerlandet: ${basis.filing.receivingCountry}`
        : 'Ikke lagt fram ennå.',
    ),
    heading('Slettefrister'),
    {
      kind: 'facts',
      rows: deadlines(facts.municipality.retention).map(([what, limit, then]) => [what, `${limit}; ${then}`] as const),
    },
    heading('Sikkerhetstiltak'),
    list(
      'AES-256-GCM med egen nøkkel per sak; sletting destruerer nøkkelen.',
      'Maskering av navn, numre og adresser før visning og lagring.',
      'Rollestyrt tilgang som avgjøres ved hvert trykk; to personer for å åpne en original.',
      'Logg i kjede uten innhold; nattlig kontroll av slettefrister.',
      'Ingen kunstig intelligens fra andre, ingen automatisk melding til barnevern eller politi.',
    ),
    heading('Godkjenning'),
    ...sinceApproval(facts),
  ]);
}
