import { cueWords } from './cue-words.ts';
import type { Message } from './message.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words that say a number is somebody's telephone number. */
const phoneCues = cueWords(
  'ring ringe ringer ringte ringt ringje ringjer tlf tlfnr tlfnummer telefon telefonen telefonnr telefonnummer telefonnummeret mobil mobilen mob mobilnr mobilnummer mobilnummeret sms smse melding whatsapp viber vipps vippse call calls phone cell text tekst riŋge riŋges riŋget telefuvdna telefovdna nås hjemmenr hjemmenummer numeret nummeret nummer number nr talet ringt oppringt anrop',
);
/** Words that say a number belongs to a thing, an order or a game, not to a person. */
const thingCues = cueWords(
  'lodd loddet loddnr loddnummer lotto booking bookingnr bookingnummer reservasjon reservasjonen reservasjonsnr reservasjonsnummer imei modell modellnr studentnr studentnummer ansattnr ansattnummer skadenr skadenummer feilkode error errorcode hash uuid commit lisens lisensnr lisensnøkkel lisensnummer stemme stemmer chassisnr bagasje tippekupong jackpot ordre ordren ordrenr ordrenummer bestilling bestillingen bestillingsnr bestillingsnummer sporing sporingsnr sporingsnummer sporings sporingskode pakke pakken pakkenr pakkenummer seed seeden sak saken saksnr saksnummer saksnummeret sakens anmeldelse anmeldelsesnummer referanse referansen referansenr referansenummer ref refnr kid kid-nummer kidnummer kid-nr replay clip klipp clip-id kode koden koder pin pinkode pinkoden isbn ean varenr varenummer varenummeret artikkel artikkelnummer artikkelnr org orgnr orgnummer organisasjonsnummer organisasjonsnummeret org.nr kundenr kundenummer kundenummeret medlemsnr medlemsnummer faktura fakturaen fakturanr fakturanummer score scoren poeng poengsum rekord record damage dmg xp coins coin gull gold versjon version build builden patch match match-id matchid lobby lobbyen server serveren server-id servernr serienr serienummer billett billetten billettnr billettnummer bestillingskode tracking order orderid order-id ticket ticketen case kandidatnr kandidatnummer kandidatnummeret eksamensnr lånenummer låne lånekort bibliotekkort gjeld gjelda gjelden lånet views visninger følgere likes abonnenter subs replay-id spill-id game-id gameid world-seed map-id kampid kamp-id produktnr produktnummer sendingsnummer sending kollinr kollinummer strekkode barcode serial skritt bpm rom romkode party-kode kahoot kahootkode pinnen gavekort gavekortkode giftcard rabattkode kupong vogn vognnr løyve løyvenr måler målernr målernummer avtalenr avtalenummer polisenr polisenummer kanal kanal-id invoice reference receipt kvittering kvitteringen bong bongnr loppenr startnr startnummer drakt',
);
/** What is counted by the number before it. */
const unitWords = words(
  'kr kroner krone nok dollar euro usd coins coin gull gold xp poeng points damage dmg følgere followers views visninger likes meldinger abonnenter subs stemmer skritt steps robux vbucks v-bucks gems diamonds prosent percent gram kilo kg km meter m cm mb gb tb dpi fps hz kcal kalorier år ganger stk stykker personer mennesker innbyggere timer minutter sekunder dager uker måneder hp mill millioner soumii',
);

export type NumberMeaning = 'phone' | 'thing' | 'unknown';

/** What the words around tokens `first` to `last` say the number is. The nearest telling word to the left decides. */
export function meaningOf(message: Message, first: number, last: number): NumberMeaning {
  const { tokens } = message;
  const line = tokens[first]?.line;
  const next = tokens[last + 1];
  if (next?.kind === 'word' && next.line === line && unitWords.has(next.lower)) return 'thing';
  if (next?.text === ',' && tokens[last + 2]?.text === '-') return 'thing';
  let phone = false;
  for (let at = first - 1, seen = 0; at >= Math.max(0, first - 40) && seen < 9; at--) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === 'mark' && '.!?;'.includes(token.text) && tokens[at + 1]?.start !== token.end) {
      // «ordrenr. 92018374»: the full stop of a shortened word ends no sentence.
      if (token.text === '.' && /nr$|^(?:tlf|mob|ref|nr|pers|kto|kontonr)$/.test(tokens[at - 1]?.lower ?? '')) continue;
      break;
    }
    if (token.kind === 'mark' && token.text === '$') return 'thing';
    if (token.kind !== 'word') continue;
    seen++;
    if (seen <= 6 && isThingCue(token.lower)) return 'thing';
    if (phoneCues.has(token.lower)) {
      phone = true;
      if (!token.lower.startsWith('nummer') && token.lower !== 'nr' && token.lower !== 'number') return 'phone';
    }
  }
  return phone ? 'phone' : 'unknown';
}

const thingStems =
  /score|rekord|ordren|bestilling|faktura|sporing|pakke|kalkulator|kontrollkod|produkt|garanti|versjon|spillkod/u;

function isThingCue(lower: string): boolean {
  if (lower.length >= 6 && thingStems.test(lower)) return true;
  if (thingCues.has(lower)) return true;
  return lower.includes('-') && lower.split('-').some((part) => part.length > 1 && thingCues.has(part));
}
