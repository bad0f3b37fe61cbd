/** What is asked so often, and so plainly, that configuration alone can answer. */
export const simpleQuestions = ['hours', 'bot', 'where', 'who-reads', 'thanks', 'greeting'] as const;
export type SimpleQuestion = (typeof simpleQuestions)[number];

/**
 * Whole messages, in bokmål, nynorsk and English. A choice stands in brackets; capitals, marks and signs do not matter.
 * Nothing that can also be a farewell («takk for alt», «ha det») or a cry («er det noen som bryr seg») may stand here.
 */
export const phrases: Readonly<Record<SimpleQuestion, readonly string[]>> = {
  hours: [
    'når (har|er) dere (åpent|åpne|åpen)(| idag| i dag| i kveld| i morgen| nå)',
    'når (åpner|stenger|svarer) dere(| idag| i dag| i kveld| i morgen)',
    'når (er|kommer) dere (her|tilstede|til stede|på nett|pålogget|online|tilbake)',
    'når kan (jeg|man|vi) (skrive til|snakke med|få svar av|få svar fra) dere',
    'når får (jeg|man) svar',
    'har dere (åpent|stengt)(| nå| idag| i dag| i kveld| i morgen)',
    'er dere (åpne|åpen|stengt|her|der|tilstede|til stede|på nett|pålogget|online)(| nå| idag| i dag| i kveld)',
    'er (det |)(noen|nokon) (der|her|på jobb|på vakt|pålogget|pålogga|online)(| nå| no)',
    'hvor lenge (har dere åpent|er dere åpne|er dere her)(| idag| i dag| i kveld)',
    '(hva|hvilke|hvordan) er åpningstidene(| deres)',
    '(hvilke|hva slags) åpningstider har dere',
    '(åpningstider|åpningstid|opningstider|opningstid|opening hours)',
    'når (har|er) de (ope|opne)(| i dag| i kveld| i morgon| no)',
    'når (opnar|stengjer|svarer) de(| i dag| i kveld| i morgon)',
    'når (er|kjem) de (her|på nett|pålogga|tilbake)',
    'når får eg svar',
    'har de (ope|stengt)(| no| i dag| i kveld| i morgon)',
    'er de (opne|her|der|på nett|pålogga)(| no)',
    'kva er opningstidene(| dykkar)',
    'when (are you|do you) (open|close|here|online|available|answer)(| today| tonight| tomorrow)',
    'are you (open|closed|here|there|online|available)(| now| today| tonight| right now)',
    'is (anyone|anybody|someone) (there|here|online)',
    'what are your (opening |)hours',
    'when will (i get an answer|you be back|you answer)',
  ],
  bot: [
    'er du (en |ein |)(bot|robot|ai|kunstig intelligens|chatbot|maskin|program|menneske|ekte|ekte person|person)',
    'er dette (en |ein |)(bot|robot|ai|chatbot|maskin|menneske|ekte person)',
    'er det (en |ein |)(bot|robot|ai|chatbot|menneske|ekte person) (her|som svarer|jeg snakker med|eg snakkar med)',
    'snakker jeg med (en |)(bot|robot|ai|chatbot|menneske|ekte person)',
    'snakkar eg med (ein |eit |)(bot|robot|ai|chatbot|menneske)',
    'er du (et |eit |)(menneske|ekte menneske)(| eller en bot| eller ein bot| eller bot)',
    'er du en bot eller (et |)menneske',
    'are you (a |an |)(bot|robot|ai|human|real|real person|person|machine|chatbot)',
    'is this (a |an |)(bot|robot|ai|human|real person|chatbot)',
    'am i talking to (a |an |)(bot|robot|ai|human|real person|chatbot)',
  ],
  where: [
    'hvor (finner|treffer|møter) (jeg|man|vi) dere',
    'hvor (er|holder) dere(| til)',
    'hvor (er|ligger) kontoret(| deres)',
    'hva er adressen(| deres)',
    'hvor (kan|kan jeg|kan man|kan vi) (finne|treffe|møte|besøke) dere',
    'hva er (nummeret|telefonnummeret|nummeret deres|telefonnummeret deres)',
    'hvordan (kontakter|når) (jeg|man) dere',
    'kvar (finn|treffer|møter) eg dykk',
    'kvar (er de|held de til|er kontoret)',
    'kvar kan eg (finne|treffe|møte|besøkje) dykk',
    'where (are you|can i find you|can i meet you|is your office|do i find you)',
    'what is your (address|phone number|number)',
    'whats your (address|phone number|number)',
    'how (do|can) i (contact|reach|find) you',
  ],
  'who-reads': [
    'hvem (leser|ser|får se|kan lese|kan se) (dette|det|det her|meldingene|meldingen|meldinga|det jeg skriver|det vi skriver)(| mine| min| her)',
    'hvem (er det som |)(svarer|leser|svarer her|leser her)',
    'hvem (snakker|skriver|chatter) jeg (med|til)',
    'hvem (er|er det) (du|dere)',
    'kven (les|ser|kan lese|kan sjå) (dette|det|meldingane|meldinga|det eg skriv)(| mine| mi| her)',
    'kven (snakkar|skriv) eg (med|til)',
    'kven er (du|de)',
    'who (reads|sees|can read|can see) (this|my messages|what i write|the messages)',
    'who (are you|am i talking to|am i writing to|answers)',
  ],
  thanks: [
    '(|ok |okei |oki |åja |den er god |supert |fint |bra )(takk|tusen takk|takk skal du ha|takk skal dere ha|takk for svar|takk for svaret|takk for hjelpen|takk for hjelpa|takk takk|mange takk|takker|takk for info|takk for infoen)',
    '(|ok |okay |oh |cool |great )(thanks|thank you|thx|ty|tysm|thanks a lot|thank you so much|thanks for the answer|thanks for answering)',
  ],
  greeting: [
    '(hei|heisann|hei hei|heihei|heia|hallo|halla|halloen|hallais|hei på deg|hei på dere|hei du|hei der|god dag|god morgen|god kveld|god ettermiddag|morn|yo|heyy|hey|hi|hello|hei alle|goddag|god kveld|hi there|hello there|good evening|good morning)',
  ],
};

/** What may come before a question. */
export const openers: readonly string[] = [
  '(hei|heisann|hallo|halla|hey|hi|hello|yo|god kveld|god dag|morn|unnskyld|sorry|eh|øh|du)',
  '(hei|hallo|hey|hi|hello|)(| ) (jeg |eg |)(lurer på|lurar på|bare lurer på|bare lurte på|lurte på)',
  '(hei |hallo |)(kan jeg spørre|kan eg spørje|et spørsmål|bare et spørsmål)',
  '(hi |hello |)(i wonder|just wondering|quick question)',
];

/** What may come after it. */
export const closers: readonly string[] = [
  '(a|da|egentlig|eigentleg|forresten|takk|please|plis|pls|vær så snill|then)',
];
