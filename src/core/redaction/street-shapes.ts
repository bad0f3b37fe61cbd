import streets from './data/streets.json' with { type: 'json' };

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const strongEndings = words(streets.strongEndings);
const weakEndings = words(streets.weakEndings);
const longestEnding = 12;
const headWords = words(streets.headWords);
const roads = words(streets.roads);
const lastTwo = new Set([...strongEndings, ...weakEndings].map((ending) => ending.slice(-2)));

/** True for a word with the ending of a street name. */
export function isStreetShaped(lower: string): boolean {
  return hasEnding(lower, strongEndings, 3);
}

/** True for a word with an ending streets share with farms, woods and families. */
export function isLooselyStreetShaped(lower: string): boolean {
  return hasEnding(lower, weakEndings, 2);
}

/** True for a word that makes a street of the names before it. */
export function makesStreet(lower: string): boolean {
  return headWords.has(lower);
}

/** «gate», «vei» and the like, which make a street of the words before them, and «adressen». */
export const streetHeads: ReadonlySet<string> = new Set([...headWords, 'gata', 'adressen', 'adressa']);

const shortened = /(?:gt|v|vn)$/;

/** True for a word that may be or end a street name, also written short. */
export function hasStreetShape(lower: string): boolean {
  return makesStreet(lower) || isStreetShaped(lower) || isLooselyStreetShaped(lower) || shortened.test(lower);
}

function hasEnding(lower: string, endings: ReadonlySet<string>, shortest: number): boolean {
  if (!lastTwo.has(lower.slice(-2))) return false;
  for (let length = shortest; length <= longestEnding && length + 2 <= lower.length; length++) {
    if (endings.has(lower.slice(-length))) return true;
  }
  return false;
}

/** True for «snarveien», «bakgata», «motorvei»: kinds of road, no name. */
export function isRoadOfNoName(lower: string): boolean {
  const stem = /^(\p{L}{2,10}?)s?(?:vei|veien|veg|vegen|veier|gate|gata|gaten|plass|plassen)$/u.exec(lower)?.[1];
  return stem !== undefined && roads.has(stem);
}
