import type { Scenario, ScenarioId } from '../../core/practice/practice.ts';

/** Invented from beginning to end; nobody has written this. */
export const scenarios: Readonly<Record<ScenarioId, Scenario>> = {
  'private-screenshot': {
    title: 'Skjermbildet fra en privat konto',
    severity: 'concern',
    steps: [
      {
        said: 'OPPDIKTET: En jente dere kjenner fra gata, viser deg et skjermbilde fra en privat konto. Bildet er fra en fest, med penger på et bord og en hånd som gjør klar noe hvitt. Brukernavnet synes. Hun sier: «Slik er det overalt.»',
        choices: [
          {
            label: 'Be om å få bildet tilsendt',
            thought:
              'Da lagrer dere et bilde av noen som ikke vet om det, fra en konto som er privat. Dere vet heller ikke hvem som er på bildet. Hva trenger dere det til?',
            next: 1,
          },
          {
            label: 'Spørre hvordan hun selv har det på slike fester',
            thought: 'Hun viste deg noe. Ofte handler det om henne. Du utforsker uten å hente inn noe om andre.',
            next: 1,
          },
          {
            label: 'Finne kontoen og følge den',
            thought:
              'Boten og tjenesten hjelper aldri med å se inn i private kontoer. Tillit mistes fort og hos mange.',
            next: 1,
          },
        ],
      },
      {
        said: 'OPPDIKTET: På teammøtet vil en kollega ta bildet opp med den som eier kontoen. En annen sier at kontoen er privat, og at dere ikke vet hvem hånden tilhører.',
        choices: [
          {
            label: 'Gå gjennom navigasjonshjulet sammen: lov, verdier, rett, omdømme, nytte, grunn',
            thought: 'De seks spørsmålene gir en begrunnelse dere kan stå for etterpå. Skriv konklusjonen uten navn.',
          },
          {
            label: 'Ta det opp med ungdommen med en gang',
            thought: 'Kan være riktig, men hvem røper du da at viste deg bildet? Drøft det først.',
          },
          {
            label: 'La det ligge',
            thought: 'Også å la være er et valg som skal begrunnes. Er noen i fare, gjelder andre regler.',
          },
        ],
      },
    ],
    afterwards: 'Hva ville dere gjort? Hva om den på bildet var 14 år? Hva om jenta sa at hun var redd for noen der?',
  },
  'dark-evening': {
    title: 'En melding fem minutter før stengetid',
    severity: 'acute',
    steps: [
      {
        said: 'OPPDIKTET: «orker ikke mer. har bestemt meg. ikke si det til noen»',
        choices: [
          {
            label: 'Jeg tar den, og skriver at jeg er her nå',
            thought: 'Forstå først: noen leser, noen blir. Si hvem du er, og at du ikke går.',
            next: 1,
          },
          {
            label: 'Love å ikke si det til noen',
            thought: 'Det kan du ikke holde. Si ærlig at du må si fra når liv er i fare, og at dere gjør det sammen.',
            next: 1,
          },
          {
            label: 'Vente til i morgen, vi stenger nå',
            thought: 'En akutt melding har ingen stengetid. Varselet går videre til noen tar den.',
            next: 1,
          },
        ],
      },
      {
        said: 'OPPDIKTET: «er hjemme alene. vet ikke hva jeg skal gjøre»',
        choices: [
          {
            label: 'Spørre rett ut om hun tenker på å ta livet sitt i kveld',
            thought: 'Å spørre direkte gjør ikke faren større. Utforsk: nå, alene, hvem kan komme. Ikke spør om måter.',
            next: 2,
          },
          {
            label: 'Skrive at det ordner seg',
            thought: 'Trøst uten å ha hørt kan lukke samtalen. Forstå og utforsk først.',
            next: 2,
          },
        ],
      },
      {
        said: 'OPPDIKTET: «ja. i kveld»',
        choices: [
          {
            label: 'Åpne «Neste steg», ringe nødnumrene der, og bli i samtalen',
            thought:
              'Handle: ring først, skriv samtidig. Har du ikke navn eller sted, kan politiet bare få det Discord har. Originalen åpnes etter reglene.',
          },
          {
            label: 'Gi nummeret til en hjelpetelefon og avslutte',
            thought: 'Et nummer er bra, men ikke alene. Ved fare nå har du plikt til å hjelpe.',
          },
        ],
      },
    ],
    afterwards: 'Hvem ringer hos dere, og hvem skriver? Hvem snakker du med etterpå? Avtal det før neste vakt.',
  },
  'shared-picture': {
    title: 'Bildet som ble delt',
    severity: 'serious',
    steps: [
      {
        said: 'OPPDIKTET: «en gutt har et bilde av meg og sier han sender det til klassen hvis jeg ikke sender fler»',
        choices: [
          {
            label: 'Si at det ikke er hennes skyld, og spørre om hun er trygg nå',
            thought: 'Forstå først. Skam er det som oftest stopper dem fra å si mer.',
            next: 1,
          },
          {
            label: 'Be henne sende bildet så dere kan se',
            thought: 'Aldri. Det er straffbart å oppbevare slike bilder av noen under 18, også for dere.',
            next: 1,
          },
        ],
      },
      {
        said: 'OPPDIKTET: «hva gjør jeg»',
        choices: [
          {
            label: 'Ikke send mer, ta vare på meldingene, snakk med politiet sammen',
            thought:
              'Handle: politiet kan be om at bilder stanses, og slettmeg.no hjelper med å fjerne. Tilby å være med.',
          },
          {
            label: 'Blokkere ham og slette alt',
            thought: 'Det kan føles best, men da er bevisene borte. Ta vare først, blokker etterpå.',
          },
        ],
      },
    ],
    afterwards: 'Hvor er den nærmeste politikontakten deres? Hvilke voksne kan hun ta med seg?',
  },
  'just-bored': {
    title: 'Bare litt kjedelig',
    severity: 'none',
    steps: [
      {
        said: 'OPPDIKTET: «hei kjeder meg ihjel, er det noen som gamer i kveld»',
        choices: [
          {
            label: 'Svare vanlig, og fortelle hva som skjer på klubben',
            thought:
              'Ja. «Kjeder meg i hjel» er et uttrykk. Vanlig prat er grunnen til at noen skriver når det blir vanskelig.',
          },
          {
            label: 'Spørre om noe er galt hjemme',
            thought: 'Uten tegn på det kan spørsmålet lukke døra. Vær nysgjerrig, ikke bekymret.',
          },
          {
            label: 'Fylle ut bekymringsskjema',
            thought: 'Ikke noe her å melde. Feil bruk lærer andre at skjemaet ikke betyr noe.',
          },
        ],
      },
    ],
    afterwards: 'Hvordan viser dere at det er lov å skrive om ingenting?',
  },
};
