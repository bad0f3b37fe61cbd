import { lexeme } from './lexicon.ts';
import { lowerAt, type Message } from './message.ts';
import { isPossessive, isSureName, kin, looksLikeThing, people, type Parts, words } from './name-cues.ts';
import type { NamePart } from './name-parts.ts';

const joints = words('/ & + og and');
const crowds = words(
  'gjengen gjengane vennene vennane kompisene kompisane gutta venninnene crewet folka broren søstera',
);
const speakers = words('jeg eg æ meg mæ');
const said = words('sagt skrevet skreve ringt spurt fortalt løyet stjålet truet trua mobbet mobba ghosta');
const conditions = words('rusa gravid innlagt utvist arrestert utviklingshemma pregnant');
const shortest = 4;

/**
 * True for a word that keeps the company only a person keeps, though it is written small: «1. fjodor 2. kåre», «fjodor og
 * gjengen», «fjodor (16)», «mai, venninna mi», «har sol sagt noe», «dag er stefaren min». Words no list holds count when
 * they do not end as nouns and verbs do; words that are names too count always.
 */
export function keepsCompany(message: Message, parts: Parts, part: NamePart): boolean {
  const given = (part.bits & lexeme.given) !== 0;
  const strange = part.bits === 0 && part.token.text.length >= shortest && !looksLikeThing(part.token.lower);
  if (!given && !strange) return false;
  return (
    isToldOf(message, part.index) ||
    (strange && standsAmongNames(message, parts, part.index)) ||
    isInCompany(message, part) ||
    (given && hasSaid(message, part.index))
  );
}

// «mai, venninna mi», «dag er stefaren min», «hope is my sister», «tjalve heter jeg», «hauk er rusa»
function isToldOf(message: Message, index: number): boolean {
  const next = lowerAt(message, index + 1);
  const [second, third] = [lowerAt(message, index + 2), lowerAt(message, index + 3)];
  const person = (lower: string): boolean => kin.has(lower) || people.has(lower);
  if (/^(?:heter|heiter|hete)$/.test(next)) return speakers.has(second) || second === 'han' || second === 'hun';
  if (next === ',') return person(second) && isPossessive(third);
  if (!/^(?:er|e|var|is|was)$/.test(next)) return false;
  return (person(second) && isPossessive(third)) || (isPossessive(second) && person(third)) || conditions.has(second);
}

// «1. fjodor 2. kåre», «fjodor/kåre», «kåre & fjodor»
function standsAmongNames({ tokens }: Message, parts: Parts, index: number): boolean {
  const listed = tokens[index - 1]?.text === '.' && tokens[index - 2]?.kind === 'digits';
  if (listed && tokens.some((_, at) => at !== index && isSureName(parts[at]) && tokens[at - 2]?.kind === 'digits'))
    return true;
  return (
    (joints.has(tokens[index - 1]?.lower ?? '') && isSureName(parts[index - 2])) ||
    (joints.has(tokens[index + 1]?.lower ?? '') && isSureName(parts[index + 2]))
  );
}

// «fjodor og gjengen», «jeg og storm», «fjodor (16)»
function isInCompany(message: Message, { index }: NamePart): boolean {
  const { tokens } = message;
  if (joints.has(lowerAt(message, index + 1)) && crowds.has(lowerAt(message, index + 2))) return true;
  if (joints.has(lowerAt(message, index - 1)) && speakers.has(lowerAt(message, index - 2))) return true;
  const age = tokens[index + 2];
  const aged = age?.kind === 'digits' && age.text.length <= 2 && Number(age.text) >= 4;
  if (!aged) return false;
  return (
    (tokens[index + 1]?.text === '(' && tokens[index + 3]?.text === ')') ||
    (tokens[index + 1]?.text === ',' && (tokens[index + 3]?.text === ',' || lowerAt(message, index + 3) === 'år'))
  );
}

function hasSaid(message: Message, index: number): boolean {
  return /^(?:har|hadde|has)$/.test(lowerAt(message, index - 1)) && said.has(lowerAt(message, index + 1));
}
