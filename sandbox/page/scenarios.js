/** @import { UserSettings } from '../control-api.ts' */
/** @import { PaneName } from './live/stage.js' */

/**
 * One thing that happens, with a caption for the audience.
 * - `clock`: the clock moves on to the next time it is `time` in Oslo (on ISO `weekday`, 1 Monday – 7 Sunday)
 * - `write`: somebody writes to the bot in a DM and, unless told otherwise, waits for an answer
 * - `press`: somebody presses a button with this label, wherever they can see one
 * - `fill`: somebody writes `text` in the form that is open and sends it
 * - `person`: somebody changes a setting of their own in Discord
 * - `away`: the bot loses its connection and its session for this long
 * - `look`: a screen is brought forward
 * @typedef {{ readonly caption: string } & (
 *   | { readonly do: 'clock', readonly time: string, readonly weekday?: number }
 *   | { readonly do: 'write', readonly who: string, readonly text: string, readonly awaitAnswer?: boolean }
 *   | { readonly do: 'press', readonly who: string, readonly label: string }
 *   | { readonly do: 'fill', readonly who: string, readonly text: string }
 *   | { readonly do: 'person', readonly who: string, readonly settings: UserSettings }
 *   | { readonly do: 'away', readonly awayMs: number }
 *   | { readonly do: 'look', readonly at: PaneName, readonly ms: number }
 * )} Step
 * @typedef {{
 *   readonly id: string,
 *   readonly title: string,
 *   readonly about: string,
 *   readonly steps: readonly Step[],
 *   readonly closing: string,
 * }} Scenario
 */

/** @type {(caption: string) => Step} */
const lookAtStaff = (caption) => ({ do: 'look', at: 'staff', ms: 2_500, caption });

/** Everybody and everything in these is invented. */
/** @type {readonly Scenario[]} */
export const scenarios = [
  {
    id: 'first-hello-at-night',
    title: 'Første hei om natta',
    about: 'Klokka er 02.30, natt til søndag. Ingen er på vakt.',
    steps: [
      { do: 'clock', time: '02:30', weekday: 7, caption: 'Klokka settes til natt til søndag, 02.30.' },
      { do: 'write', who: 'Kim', text: 'hei, er det noen her?', caption: 'Kim skriver for første gang.' },
      lookAtStaff('Slik ser det ut i vaktkanalen.'),
    ],
    closing: 'Ferdig. Se hva Kim fikk vite om når noen svarer. Klokka er fortsatt flyttet.',
  },
  {
    id: 'phone-number',
    title: 'Et telefonnummer i en melding',
    about: 'Kim skriver mer om seg selv enn nødvendig.',
    steps: [
      { do: 'clock', time: '18:30', weekday: 3, caption: 'Klokka settes til onsdag kveld.' },
      {
        do: 'write',
        who: 'Kim',
        text: 'kan noen ringe meg? nummeret mitt er 400 00 000 og mailen er kim@eksempel.no',
        caption: 'Kim skriver nummeret og e-posten sin.',
      },
      lookAtStaff('De ansatte ser meldingen uten nummer og adresse.'),
    ],
    closing: 'Ferdig. Sammenlign det Kim skrev med det de ansatte ser.',
  },
  {
    id: 'joke',
    title: 'En spøk',
    about: 'Sander bruker store ord om noe som ikke er farlig.',
    steps: [
      { do: 'clock', time: '18:45', weekday: 3, caption: 'Klokka settes til onsdag kveld.' },
      {
        do: 'write',
        who: 'Sander',
        text: 'haha jeg døde av latter da læreren datt av stolen',
        caption: 'Sander fleiper.',
      },
      lookAtStaff('En spøk skal ikke vekke noen.'),
    ],
    closing: 'Ferdig. Ingen skal ha blitt kalt ut av dette.',
  },
  {
    id: 'acute',
    title: 'En melding som haster',
    about: 'Kim skriver noe ingen må overse.',
    steps: [
      { do: 'clock', time: '23:40', weekday: 5, caption: 'Klokka settes til fredag, 23.40.' },
      {
        do: 'write',
        who: 'Kim',
        text: 'jeg orker ikke mer. jeg har bestemt meg for å ta livet mitt i natt',
        caption: 'Kim skriver. Nødnumrene skal komme med en gang.',
      },
      lookAtStaff('Vakta skal være varslet.'),
    ],
    closing: 'Ferdig. Trykk «Jeg tar den» i vaktkanalen som Kari eller Ola.',
  },
  {
    id: 'worried-friend',
    title: 'En venn som er bekymret',
    about: 'Alex skriver fra kortet på spillserveren.',
    steps: [
      { do: 'press', who: 'Alex', label: 'Skriv til oss', caption: 'Alex trykker på «Skriv til oss» på kortet.' },
      {
        do: 'fill',
        who: 'Alex',
        text: 'Jeg er redd for en jeg spiller med. Han sier at ingen ville savnet ham hvis han ble borte.',
        caption: 'Alex skriver i skjemaet.',
      },
      lookAtStaff('Saken i vaktkanalen.'),
    ],
    closing: 'Ferdig. Svar Alex med «Svar» i tråden.',
  },
  {
    id: 'closed-dm',
    title: 'Stengte direktemeldinger',
    about: 'Sander tar ikke imot direktemeldinger, men skriver fra kortet.',
    steps: [
      {
        do: 'person',
        who: 'Sander',
        settings: { dmOpen: false },
        caption: 'Sander slår av direktemeldinger fra serveren.',
      },
      { do: 'press', who: 'Sander', label: 'Skriv til oss', caption: 'Sander trykker på «Skriv til oss».' },
      { do: 'fill', who: 'Sander', text: 'Kan dere svare meg her?', caption: 'Sander skriver i skjemaet.' },
      lookAtStaff('Saken i vaktkanalen.'),
    ],
    closing: 'Ferdig. Direktemeldingene er fortsatt stengt; slå dem på under «Valg» hos Sander.',
  },
  {
    id: 'bot-away',
    title: 'Boten faller ut og kommer tilbake',
    about: 'Linja brytes mens Kim skriver. Meldingen skal ikke bli borte.',
    steps: [
      { do: 'write', who: 'Kim', text: 'hei, er dere der?', caption: 'Kim har skrevet til boten før.' },
      { do: 'away', awayMs: 8_000, caption: 'Boten mister kontakten i åtte sekunder.' },
      {
        do: 'write',
        who: 'Kim',
        text: 'hallo? jeg trenger noen å snakke med',
        awaitAnswer: false,
        caption: 'Kim skriver mens boten er borte.',
      },
      { do: 'look', at: 'sender', ms: 15_000, caption: 'Vi venter på at boten skal lese det den gikk glipp av.' },
      lookAtStaff('Meldingen skal ha kommet fram, én gang.'),
    ],
    closing: 'Ferdig. Åpne saken i vaktkanalen og se at begge meldingene står der, én gang hver.',
  },
];
