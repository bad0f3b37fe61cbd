import { hint } from './hints.ts';
import type { Message, Sighting } from './message.ts';

const localPart = /[\p{L}\p{N}._%+-]/u;
const domainAfterAt =
  /^\s?[\p{L}\p{N}-]{1,63}(?:(?:\s?\.\s?| ?[[({<*] ?(?:\.|dot|punktum|prikk|punkt) ?[\])}>*] ?| (?:dot|punktum|prikk|punkt|dått|punto|kropka|point|ponto) )[\p{L}\p{N}-]{1,63}){1,4}/iu;
const labelUnit = /[\p{L}\p{N}-]/u;
const tightDomain = /^[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/u;
const topDomain = /^(?:com|no|net|org|se|dk|pl|uk|de|nu|io|me|fr|es|info|eu)$/i;
const atWords = new Set(
  'æt ætt ættt alfa-a krullalfa krøllalpha kruse kanelbolle grisehale krøllalfa alfakrøll krøll-alfa alfa-krøll snabel-a snabel-alfa krølla-a snabela snabel arroba arobase małpa malpa chiocciola klammeraffe affenschwanz собака et-tegn at a krøll krølla krølle alfa'.split(
    ' ',
  ),
);
const dotWords = new Set(
  'punktum prikk punkt dot dått punto punkto kropka point ponto understrek underscore bindestrek strek'.split(' '),
);
const spokenDomain =
  /^ ?[)\]}>*]? ?[\p{L}\p{N}-]{1,40} ?(?:[([{<*] ?)?(?:\.|(?:punktum|prikk|punkt|dot|dått|punto|kropka|point|ponto)(?![\p{L}\p{N}]))(?: ?[)\]}>*])? ?[\p{L}\p{N}-]{2,40}(?: ?(?:[([{<] ?)?(?:\.|(?:punktum|prikk|punkt|dot|dått|punto|kropka|point|ponto)(?![\p{L}\p{N}]))(?: ?[)\]}>])? ?(?:com|no|net|org|se|dk|uk)(?![\p{L}\p{N}]))?/iu;
const commaDomain = /^[\p{L}\p{N}-]{1,63}[,·](?:com|no|net|org|se|dk)(?![\p{L}\p{N}])/u;
const bareHost = /^ ?(?:gmail|hotmail|outlook|yahoo|icloud|protonmail|live|online)(?: (?:com|no))?(?![\p{L}\p{N}])/u;
const localPartAhead = /^[\p{L}\p{N}._%+-]{2,64}/u;
const mirroredTop = /^(?:moc|on|ten|gro|es|kd)[.,][\p{L}\p{N}-]{2,}/u;
const joinedAt =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}]{1,40}([-_~])(?:at|krøllalfa|alfakrøll|krøll|snabel|snabela)\1[\p{L}\p{N}]{1,30}(?:[-_~](?:dot|punktum|prikk|punkt)[-_~]|\.)(?:com|no|net|org|se|dk)(?![\p{L}\p{N}])/gu;
const mailHost = /(?:gmail|hotmail|outlook|yahoo|icloud|live|online|getmail|protonmail|proton|msn|me)(?![\p{L}\p{N}])/u;
/** The sign itself, in brackets, as links and web pages write it, or a picture before a well-known host. */
const signs =
  /[[({<]@[\])}>]|@|%40|&#64;|\uFFFC(?=(?:gmail|hotmail|outlook|yahoo|icloud|live|online|proton|protonmail)\.)/gu;
const longest = 64;

const atPlace = /^(?:hos|på|at)$/;
const wholeHost = /^(?:gmail|hotmail|outlook|yahoo|icloud|protonmail|proton|live|online|getmail)$/;

/** Words that stand for a sign in an address of the net read aloud. */
export const addressWords: ReadonlySet<string> = new Set([...atWords, ...dotWords]);

/** E-mail addresses, also with the sign and the dots in words or brackets. Looks only around each sign, so it stays linear. */
export function detectEmails(message: Message): readonly Sighting[] {
  const { text } = message.view;
  const found: Sighting[] = [];
  for (const { 0: sign, index } of text.matchAll(signs)) {
    const sighting = aroundSign(text, index, index + sign.length);
    if (sighting !== undefined) found.push(sighting);
  }
  if (
    (text.includes('-') || text.includes('_') || text.includes('~')) &&
    /[-_~](?:at|kr|al|sn)/.test(message.view.lower)
  ) {
    for (const match of message.view.lower.matchAll(joinedAt)) {
      const start = localStart(text, match.index);
      found.push({ start, end: match.index + match[0].length, kind: 'EMAIL', ruleId: 'email.spoken' });
    }
  }
  if ((message.said & hint.platform) !== 0) found.push(...atHosts(message));
  if ((message.said & hint.mail) === 0) return found;
  for (const token of message.tokens) {
    if (token.kind !== 'word' || !atWords.has(token.lower)) continue;
    const sighting = aroundWord(message, token.start, token.end, token.lower.length <= 2 && token.casing !== 'upper');
    if (sighting !== undefined) found.push(sighting);
  }
  return found;
}

function aroundSign(text: string, at: number, behind: number): Sighting | undefined {
  const gap = at > 0 && ' \n'.includes(text.charAt(at - 1)) ? 1 : 0;
  const start = localStart(text, at - gap);
  if (start === at - gap) return undefined;
  const after = text.slice(behind, behind + 4 * longest);
  const local = text.slice(start, at).toLowerCase();
  const other =
    commaDomain.exec(after) ?? bareHost.exec(after) ?? (mirroredTop.test(local) ? localPartAhead.exec(after) : null);
  const loose = domainAfterAt.exec(after)?.[0];
  if (other !== null && other[0].length > (loose?.length ?? 0))
    return { start, end: behind + other[0].length, kind: 'EMAIL', ruleId: 'email.plain' };
  if (loose === undefined) return undefined;
  const spaced = gap > 0 || /\s/.test(loose);
  const top = lastLabel(loose);
  const domain = spaced && !topDomain.test(top) ? tightDomain.exec(after)?.[0] : loose;
  if (domain === undefined || (gap > 0 && !topDomain.test(top))) return undefined;
  const end = lastLabel(domain);
  if (end.length < 2 || !/\p{L}/u.test(end)) return undefined;
  return { start, end: behind + domain.length, kind: 'EMAIL', ruleId: 'email.plain' };
}

// «no» of «example [punktum] no»
function lastLabel(domain: string): string {
  let start = domain.length;
  while (start > 0 && labelUnit.test(domain.charAt(start - 1))) start--;
  return domain.slice(start);
}

function localStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < longest && localPart.test(text.charAt(start - 1))) start--;
  return start;
}

// «at» and «a» are also small words: with them a known host, a bracket or a dot in words must say it is an address.
function aroundWord(
  { view: { lower } }: Message,
  wordStart: number,
  wordEnd: number,
  small: boolean,
): Sighting | undefined {
  const after = lower.slice(wordEnd, wordEnd + 2 * longest);
  const domain = spokenDomain.exec(after)?.[0] ?? (small ? undefined : bareHost.exec(after)?.[0]);
  if (domain === undefined) return undefined;
  const sure = !small || /[[({<*]/.test(lower.slice(wordStart - 2, wordStart).trim()) || mailHost.test(domain);
  const inWords = /(?<![\p{L}\p{N}])(?:punktum|prikk|punkt|dot|dått|punto|kropka|point|ponto)(?![\p{L}\p{N}])/u.test(
    domain,
  );
  if (!sure && !inWords) return undefined;
  let end = wordStart;
  for (let skipped = 0; skipped < 3 && ' ([{<*'.includes(lower.charAt(end - 1)) && end > 0; skipped++) end--;
  let start = localStart(lower, end);
  if (start === end) return undefined;
  for (let parts = 0; parts < 3; parts++) {
    const joint = wordBefore(lower, start);
    if (joint === undefined || !dotWords.has(lower.slice(joint, start - 1).replace(/[[\](){}]/g, ''))) break;
    const more = localStart(lower, joint - 1);
    if (more === joint - 1) break;
    start = more;
  }
  return { start, end: wordEnd + domain.length, kind: 'EMAIL', ruleId: 'email.spoken' };
}

// «kari.nordmann hos gmail», «mailen er kari at gmail»; not «kontoen min på gmail.com».
function atHosts(message: Message): readonly Sighting[] {
  const { tokens, view } = message;
  return tokens.flatMap((host, index) => {
    const link = tokens[index - 1];
    const local = tokens[index - 2];
    if (host.kind !== 'word' || !atPlace.test(link?.lower ?? '') || !wholeHost.test(host.lower)) return [];
    if (link === undefined || local?.kind === 'mark') return [];
    const spelled = /\p{L}[._\d]/u.test(view.text.slice(localStart(view.text, link.start - 1), link.start - 1));
    const inWords = dotWords.has(tokens[index + 1]?.lower ?? '');
    const said = /(?:e-?post|mail)(?:en|adressen)? (?:min |hans |hennes )?(?:er|:|e) ?$/u.test(
      view.lower.slice(Math.max(0, (local?.start ?? 0) - 24), local?.start ?? 0),
    );
    if (!spelled && !inWords && !said) return [];
    return aroundWord(message, link.start, link.end, false) ?? [];
  });
}

function wordBefore(text: string, start: number): number | undefined {
  if (text.charAt(start - 1) !== ' ') return undefined;
  let at = start - 1;
  while (at > 0 && start - at < longest && text.charAt(at - 1) !== ' ') at--;
  return at === start - 1 || at === 0 ? undefined : at;
}
