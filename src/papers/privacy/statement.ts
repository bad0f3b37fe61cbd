import type { Paper } from '../paper.ts';
import { hourMs } from '../../core/time.ts';
import { deadlines, long } from './deadlines.ts';
import type { PrivacyFacts } from './facts.ts';
import { framed, heading, list, text } from './frame.ts';

/** The privacy statement at three lengths, most important first. Source: GDPR articles 12–13; 000:17, 26. */
export function statementPaper(facts: PrivacyFacts): Paper {
  const { municipality, approved } = facts;
  const { service, name, organisationNumber, dataProtectionOfficer: officer, visit } = municipality;
  return framed('Personvernerklæring', facts, [
    heading('Helt kort'),
    text(
      `${service} er kommunens folk. Skriv heller litt for lite enn for mye. En bot tar bort navn og numre før vi leser. Vi sletter samtalen ${long(municipality.retention.conversationHours * hourMs)} etter at den er lukket. Discord har sin egen kopi. Er noen i fare, må vi si ifra. Skriv /mine-data for å se det vi har, og /slett for å slette.`,
    ),
    heading('Kort'),
    list(
      `${name} har ansvaret. Du kan klage til personvernombudet (${officer.name}, ${officer.email}) eller Datatilsynet.`,
      'Vi ser Discord-navnet ditt når du skriver til oss. Vi spør ikke etter navnet ditt.',
      'Boten tar bort telefonnummer, fødselsnummer, navn og adresser før teksten vises. Den finner ikke alt.',
      'Bare saksbehandlere og vakthavende leser det du skriver.',
      'Vi har taushetsplikt. Er liv eller helse i fare, må vi varsle noen, og vi sier det til deg først når vi kan.',
      'Foreldre får ikke samtalen av oss uten at et menneske har vurdert det etter loven.',
      'Bilder og lyd tar vi ikke imot.',
    ),
    heading('Hele'),
    heading('Hvem som har ansvaret', 3),
    text(`${name}, org.nr. ${organisationNumber}. ${visit.address}, telefon ${visit.phone}, ${visit.email}.`),
    heading('Hvorfor vi behandler opplysninger', 3),
    text(
      approved?.purpose.filing.purpose ?? 'For å kunne svare unge som skriver til oss, og hjelpe når noe er alvorlig.',
    ),
    heading('Hva loven sier', 3),
    text(approved?.basis.filing.legalBasis ?? 'Behandlingsgrunnlaget er ikke lagt fram ennå.'),
    heading('Hva vi lagrer, og hvor lenge', 3),
    { kind: 'facts', rows: deadlines(facts.municipality.retention).map(([what, limit]) => [what, limit] as const) },
    heading('Hvem som får opplysninger', 3),
    text(
      'Ansatte i tjenesten. Barnevern, politi eller helsetjeneste når et menneske hos oss melder videre etter loven. Discord har sin egen kopi og sine egne regler, og ligger i USA.',
    ),
    heading('Rettighetene dine', 3),
    list(
      'Se: /mine-data, eller knappen «Se mine data».',
      'Slette: /slett, eller knappen «Slett mine data». Noe må et menneske vurdere først, og da svarer vi innen 30 døgn.',
      'Rette: si ifra i chatten.',
      `Klage: ${officer.name}, ${officer.email}, eller datatilsynet.no.`,
      `Du kan også spørre uten Discord: kom innom ${visit.address} eller ring ${visit.phone}.`,
    ),
  ]);
}
