import { command } from './command-text.ts';
import type { CommandText } from './command-text.ts';

/** The parts of `/triage`. */
export const triageOptions = {
  tryOut: command('prov', {
    norwegian: 'prøv',
    english: 'try',
    norwegianDescription: 'Se hva som ville skjedd med en setning du finner på. Ingenting lagres',
    description: 'See what would happen with a sentence you make up. Nothing is stored',
  }),
  rules: command('regler', {
    norwegian: 'regler',
    english: 'rules',
    norwegianDescription: 'Se reglene som kan slås av, eller slå én av eller på',
    description: 'See the rules that may be switched off, or switch one',
  }),
  threshold: command('terskel', {
    norwegian: 'terskel',
    english: 'threshold',
    norwegianDescription: 'Flytt hvor mye språkmodellen må være sikker på',
    description: 'Move how sure the language model must be',
  }),
  word: command('ord', {
    norwegian: 'ord',
    english: 'word',
    norwegianDescription: 'Legg til et ord som brukes hos dere, eller fjern ett',
    description: 'Add a word that is used where you are, or remove one',
  }),
  sentence: command('setning', {
    norwegian: 'setning',
    english: 'sentence',
    norwegianDescription: 'En oppdiktet setning. Aldri noe en ungdom har skrevet',
    description: 'An invented sentence. Never what a young person wrote',
  }),
  rule: command('regel', {
    norwegian: 'regel',
    english: 'rule',
    norwegianDescription: 'Regelen det gjelder',
    description: 'The rule in question',
  }),
  state: command('tilstand', {
    norwegian: 'tilstand',
    english: 'state',
    norwegianDescription: 'På eller av',
    description: 'On or off',
  }),
  limit: command('grense', {
    norwegian: 'grense',
    english: 'limit',
    norwegianDescription: 'Hvilken grense',
    description: 'Which limit',
  }),
  step: command('trinn', {
    norwegian: 'trinn',
    english: 'step',
    norwegianDescription: 'Fra flest varsler til færrest',
    description: 'From most alerts to fewest',
  }),
  newWord: command('nytt', {
    norwegian: 'nytt',
    english: 'new',
    norwegianDescription: 'Ordet eller uttrykket, med små bokstaver',
    description: 'The word or phrase, in lower case',
  }),
  means: command('betyr', {
    norwegian: 'betyr',
    english: 'means',
    norwegianDescription: 'Hva ordet betyr',
    description: 'What the word means',
  }),
  mustMatch: command('treffer', {
    norwegian: 'treffer',
    english: 'noticed',
    norwegianDescription: 'En oppdiktet setning med ordet som skal bli lagt merke til',
    description: 'An invented sentence with the word that must be noticed',
  }),
  mustNot: command('treffer-ikke', {
    norwegian: 'treffer-ikke',
    english: 'not-noticed',
    norwegianDescription: 'En harmløs setning som ligner, og som ikke skal bli lagt merke til',
    description: 'A harmless sentence that looks like it and must not be noticed',
  }),
  removeWord: command('fjern', {
    norwegian: 'fjern',
    english: 'remove',
    norwegianDescription: 'Et ord dere har lagt til før',
    description: 'A word you have added before',
  }),
} as const satisfies Readonly<Record<string, CommandText>>;

const choice = <Value extends string | number>(value: Value, norwegian: string, english: string) => ({
  name: english,
  nameLocalizations: { no: norwegian },
  value,
});

export const triageChoices = {
  state: [choice('on', 'på', 'on'), choice('off', 'av', 'off')],
  limit: [
    choice('concernShift', 'når språkmodellen alene sier bekymring', 'when the model alone says concern'),
    choice(
      'seriousShift',
      'når språkmodellen løfter bekymring til alvorlig',
      'when the model raises concern to serious',
    ),
  ],
  step: [
    choice(-2, 'mange flere varsler', 'many more alerts'),
    choice(-1, 'noen flere varsler', 'some more alerts'),
    choice(0, 'som levert', 'as shipped'),
    choice(1, 'noen færre varsler', 'some fewer alerts'),
    choice(2, 'mange færre varsler', 'many fewer alerts'),
  ],
  means: [
    choice('SUICIDE_WORD', 'selvmord', 'suicide'),
    choice('SELF_HARM', 'selvskading', 'self-harm'),
    choice('MEANS', 'noe man kan skade seg med', 'something to harm oneself with'),
    choice('HIGH_PLACE', 'et farlig sted, som en bru eller en stasjon', 'a dangerous place, such as a bridge'),
    choice('DRUG', 'rusmiddel', 'drug'),
    choice('WEAPON', 'våpen', 'weapon'),
    choice('GANG', 'gjeng eller nettverk', 'gang or network'),
    choice('MISSION', 'kriminelt oppdrag', 'criminal task'),
    choice('BULLY', 'mobbing', 'bullying'),
    choice('NUDE', 'nakenbilde', 'nude picture'),
    choice('ED_WORD', 'spiseforstyrrelse', 'eating disorder'),
    choice('CARE_PLACE', 'institusjon eller fosterhjem', 'institution or foster home'),
    choice('YOU_STAFF', 'dere som jobber her', 'those who work here'),
    choice('STRANGER_ADULT', 'fremmed voksen', 'adult stranger'),
  ],
} as const;
