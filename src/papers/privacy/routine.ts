import type { Paper } from '../paper.ts';
import type { PrivacyFacts } from './facts.ts';
import { framed, heading, list, text } from './frame.ts';

/** What staff do about privacy, day by day. Source: 000:3–28; 002:469–480. */
export function routinePaper(facts: PrivacyFacts): Paper {
  const { dataProtectionOfficer: officer, service } = facts.municipality;
  return framed('Rutine for ansatte: personvern i samtalene', facts, [
    heading('Før vakt'),
    list(
      'Bruk bare din egen konto, med totrinnsbekreftelse. Ingen deler konto eller passord.',
      'Sjekk inn med /vakt inn. Har du ikke øvd, øv med /øvelse.',
      'Sitt slik at ingen andre ser skjermen.',
    ),
    heading('I samtalen'),
    list(
      'Spør ikke etter navn, adresse eller helse i chatten. Tilby et møte eller en telefonsamtale.',
      'Skriv ikke personopplysninger i svar. Boten spør én gang til når den ser noe.',
      'Kopier ikke tekst ut av tråden: ikke til e-post, ikke til andre kanaler, ikke til private notater.',
      'Be aldri om bilder. Får du et på annen måte: ikke lagre, ikke del, ring politiet når det kan gjelde overgrep.',
      'Er noen i fare: ring først, skriv etterpå.',
    ),
    heading('Etterpå'),
    list(
      'Fyll ut hendelsesskjemaet når saken var bekymringsfull. Det som peker ut noen, skrives på arbeidsflaten, ikke i Discord.',
      'Lukk saken når den er ferdig. Da begynner slettefristen.',
      'Åpne aldri en original av nysgjerrighet. Hvert innsyn står i loggen med grunn.',
    ),
    heading('Når noen ber om innsyn eller sletting'),
    list(
      'I Discord: vis til /mine-data og /slett.',
      'På papir eller i skranken: kontroller at kontoen er deres, og be dem skrive /mine-data eller /slett fra den. Går ikke det, fører koordinator eller vakthavende forespørselen i /innsyn, og lager en kopi eller sletter der.',
      'Alvorlige samtaler: svar på ønsket om sletting i /innsyn, med grunn. Den unge får svaret.',
      'Foresatte får ikke utskrift automatisk. Et menneske vurderer etter loven, og den unge skal som regel høres.',
      'Svar innen 30 døgn. Boten minner koordinator på fristen.',
    ),
    heading('Når noe har gått galt'),
    list(
      'Si ifra til koordinator med en gang. Stopp inntaket med /pause hvis det pågår.',
      `Koordinator lager utkast til avviksmelding med /avvik og ringer personvernombudet (${officer.name}).`,
      'Datatilsynet skal ha melding innen 72 timer når avviket kan gå ut over noen.',
    ),
    text(`Rutinen gjelder alle som arbeider i ${service}.`),
    { kind: 'signature', under: 'Lest og forstått: dato og navn' },
  ]);
}
