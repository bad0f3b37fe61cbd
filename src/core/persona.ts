import type { Municipality } from './municipality.ts';

/** How the service presents itself in one guild, as Discord says it. */
export interface ShownPersona {
  /** The nickname there, or else the account's own name. */
  readonly name: string;
  /** A picture of its own, in the guild or on the account; not one of Discord's default ones. */
  readonly hasOwnAvatar: boolean;
  /** The application belongs to a team, not to one person who may leave. */
  readonly ownedByTeam: boolean;
}

export type PersonaFault =
  /** Nobody can see which service it is. */
  | 'name-without-service'
  /** Nobody can see that it is the municipality. */
  | 'name-without-municipality'
  /** Discord would refuse the name. */
  | 'name-too-long'
  | 'default-avatar'
  | 'owned-by-one-person';

/** Discord's own limit for a nickname. */
export const longestName = 32;

/** Words that only say what kind of place it is. */
const kindsOfPlace = /(?<![\p{L}\p{N}])(?:kommune|herad|bydel|fylkeskommune|suohkan|tjielte|gielda)(?![\p{L}\p{N}])/giu;

/** «Eksempelvik» of «Eksempelvik kommune»; the whole name where nothing else is left. */
export function placeOf({ name }: Pick<Municipality, 'name'>): string {
  const place = name.replaceAll(kindsOfPlace, ' ').replaceAll(/\s+/gu, ' ').trim();
  return place === '' ? name.trim() : place;
}

/** The name a service should carry, e.g. «Utekontakten Eksempelvik». May be longer than Discord takes. */
export const suggestedName = (municipality: Pick<Municipality, 'name' | 'service'>): string =>
  `${municipality.service} ${placeOf(municipality)}`;

/** The name the municipality has chosen, or else the one its service should carry. */
export const chosenName = (municipality: Pick<Municipality, 'name' | 'service' | 'profile'>): string =>
  municipality.profile.name ?? suggestedName(municipality);

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();

/** As a whole word: «Os» is not in «Oslo». */
function names(text: string, part: string): boolean {
  const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);
  const [whole, wanted] = [folded(text), folded(part)];
  for (let at = whole.indexOf(wanted); at !== -1; at = whole.indexOf(wanted, at + 1)) {
    if (!isLetter(whole[at - 1]) && !isLetter(whole[at + wanted.length])) return true;
  }
  return false;
}

/** What is wrong with a name alone. */
export const nameFaults = (
  municipality: Pick<Municipality, 'name' | 'service'>,
  name: string,
): readonly PersonaFault[] => personaFaults(municipality, { name, hasOwnAvatar: true, ownedByTeam: true });

/**
 * What keeps a young person from seeing at one glance that this is the municipality. Empty when nothing does.
 * Source: 002:630 (clear sender, service and district together), 002:631 (coat of arms as picture).
 */
export function personaFaults(
  municipality: Pick<Municipality, 'name' | 'service'>,
  { name, hasOwnAvatar, ownedByTeam }: ShownPersona,
): readonly PersonaFault[] {
  const faults: readonly (readonly [PersonaFault, boolean])[] = [
    ['name-without-service', !names(name, municipality.service)],
    ['name-without-municipality', !names(name, placeOf(municipality))],
    ['name-too-long', Array.from(name).length > longestName],
    ['default-avatar', !hasOwnAvatar],
    ['owned-by-one-person', !ownedByTeam],
  ];
  return faults.flatMap(([fault, found]) => (found ? [fault] : []));
}
