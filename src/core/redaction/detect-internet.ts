import { Coverage } from './coverage.ts';
import { detectEmails } from './detect-emails.ts';
import { detectPositions } from './detect-positions.ts';
import { hiddenLinks } from './hidden-links.ts';
import { hint, numeric, withDigit } from './hints.ts';
import type { Message, Sighting, Stretch } from './message.ts';
import type { RuleId } from './rules.ts';
import { spokenPointsOf } from './spoken-points.ts';

const ipv4 =
  /(?<![\p{L}\p{N}.])(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?![\p{L}\p{N}]|\.\d)/gu;
const ipv6 = /(?<![\p{L}\p{N}:])(?:[\da-f]{0,4}:){2,10}(?:[\da-f]{1,4}|(?:\d{1,3}\.){3}\d{1,3})?(?![\p{L}\p{N}:])/giu;
const looseIp =
  /(?<![\p{L}\p{N}.])\d{1,3}(?: ?(?:\.|,|-|\[\.\]|\(\.\)|punktum|prikk|punkt|dot) ?\d{1,3}){3}(?![\p{L}\p{N}]|\.\d)/giu;
const ipCues =
  /(?<![\p{L}\p{N}])(?:ip|ipen|ip-en|ip-adresse|ip-adressen|ipv4|nettet|hjemmenettet|ruter|ruteren|router|routeren|wifi|server)(?![\p{L}\p{N}])/u;
const link = /(?:https?:\/\/|www\.)[^\s<>"'`|]{2,2048}/giu;
const bareHost =
  /(?<![\p{L}\p{N}@./-])(?:[a-z\d-]{1,40}\.){1,3}(?:com|no|net|org|tv|me|gg|fm|ee|link|be|co|io|app|gl|se|dk|uk|eu|info|ly|chat)(?:[/?][^\s<>"'`|]{0,2048})?(?![\p{L}\p{N}])/giu;
const threeWords = /(?<![\p{L}\p{N}/])\/\/\/ ?\p{L}{2,30} ?\. ?\p{L}{2,30} ?\. ?\p{L}{2,30}/gu;
const decimalPair =
  /(?<![\p{L}\p{N}.])-?\d{1,3}[.,]\d{3,12}°? ?(?:nord|north|[nsNS])?[,; /]{1,3}(?:og |and )?-?\d{1,3}[.,]\d{3,12}°? ?(?:øst|aust|east|[aeowøAEOWØ])?(?![\p{L}\p{N}])/gu;
const namedDegrees =
  /(?<![\p{L}\p{N}.])(?:lat|latitude|breddegrad|bredde|nord|north|n)[ :=]{0,3}\d{1,3}[.,]\d{2,12}°?[,;/ ]{1,3}(?:og |and )?(?:lon|long|lng|longitude|lengdegrad|lengde|øst|aust|east|e|ø|o)[ :=]{0,3}\d{1,3}[.,]\d{2,12}(?!\p{N})/giu;
const degrees =
  /(?<![\p{L}\p{N}.])\d{1,3}[°º] ?\d{1,2}['’′] ?(?:\d{1,2}(?:[.,]\d{1,4})? ?["”″′']{1,2} ?)?[nsNS][,; ]{0,3}\d{1,3}[°º] ?\d{1,2}['’′] ?(?:\d{1,2}(?:[.,]\d{1,4})? ?["”″′']{1,2} ?)?[eowøEOWØ](?![\p{L}\p{N}])/gu;
const spacedIp =
  /(?<!\p{L})ip(?:en|-en|-?adressen?)?(?: (?:er|is|e|min|hans|hennes)){0,2}[:= ]{1,3}\d{1,3}(?: \d{1,3}){3}(?! ?\d)/giu;
const versionCues =
  /(?<!\p{L})(?:versjon|version|ver|v|patch|build|driver|chrome|firefox|firmware|oppdatering|update|ios|android|windows)[ :.]{0,3}$/iu;

/** Hosts whose paths show where somebody is. */
const mapHost =
  /^(?:https?:\/\/)?(?:www\.)?(?:maps?\.google\.[a-z]{2,3}|google\.[a-z]{2,3}\/maps|maps\.app\.goo\.gl|goo\.gl\/maps|maps\.apple\.com|openstreetmap\.org|osm\.org|map\.snapchat\.com|what3words\.com|w3w\.co|waze\.com|norgeskart\.no|kart\.finn\.no|kart\.gulesider\.no|1881\.no\/kart|bing\.com\/maps|findmy|glympse\.com|yandex\.com\/maps|ut\.no\/kart)(?=[/?#]|$)\/?/iu;
/** Hosts whose paths name a person's profile, with the part of the path that comes before the handle. */
const profileHost =
  /^(?:https?:\/\/)?(?:www\.|m\.|vm\.|vt\.|mobile\.|open\.|no\.|nb-no\.|web\.|old\.)?(?:instagram\.com|snapchat\.com|tiktok\.com|twitch\.tv|facebook\.com|fb\.com|fb\.me|messenger\.com|m\.me|ask\.fm|roblox\.com|x\.com|twitter\.com|threads\.net|youtube\.com|t\.me|telegram\.me|wa\.me|linkedin\.com|github\.com|reddit\.com|steamcommunity\.com|discord\.com\/users|discordapp\.com\/users|spotify\.com|soundcloud\.com|vsco\.co|bere\.al|pinterest\.com|onlyfans\.com|kik\.me|linktr\.ee|tellonym\.me|ngl\.link|curiouscat\.me|tumblr\.com|vk\.com|bsky\.app|fortnitetracker\.com|tracker\.gg|op\.gg|chess\.com|strava\.com|venmo\.com|paypal\.me|paypal\.com\/paypalme|yubo\.live|snap\.com|locket\.cam|carrd\.co|duolingo\.com|psnprofiles\.com|xboxgamertag\.com|namemc\.com|lichess\.org|last\.fm)\/(?:add\/|users?\/profile\?username=|users?\/|user\/|in\/|id\/|profiles?\/|profile\.php\?id=|people\/|u\/|c\/|channel\/|stories\/|member\/|athletes\/|t\/|@)?@?/iu;
/** Part of a path that on any host leads to one person's profile. */
const profilePath =
  /^(?:https?:\/\/)?[^/\s]{3,60}\/(?:profile?n?|users?|bruker|brukere|members?|player|u|@)\/(?=[\p{L}\p{N}@_.-]{3})/iu;
const publicPath =
  /^(?:watch|p|reel|reels|explore|hashtag|search|home|groups|events|games|clip|clips|videos|video|shorts|playlist|track|album|r|discover|help|about|legal|login|marketplace|directory|catalog|support|business|policies|privacy|terms)(?:[/?#]|$)/iu;
const personalSite =
  /^(?:https?:\/\/)?(?:www\.)?([a-z\d-]{3,40})\.(?:blogg\.no|blogspot\.(?:com|no)|tumblr\.com|wordpress\.com|carrd\.co|wixsite\.com|github\.io)(?:[/?#]|$)/iu;

/** Addresses of the net: e-mail, IP, links to profiles and maps, coordinates. Other links come back as `kept`. */
export function detectInternet(message: Message): {
  readonly found: readonly Sighting[];
  readonly kept: readonly Stretch[];
} {
  const { text } = message.view;
  const found: Sighting[] = [];
  const kept: Stretch[] = [];
  const digits = (message.open & withDigit) !== 0;
  const dotted = text.includes('.');
  found.push(...detectEmails(message));
  if (
    (dotted || (message.said & hint.mail) !== 0) &&
    /gram|chat|tok|book|tube|twit|steam|reddit|threads|roblox|tellonym|tumblr|cloud|spotify/i.test(text)
  ) {
    const disguised = hiddenLinks(text);
    found.push(...disguised.found);
    kept.push(...disguised.kept);
  }
  if (text.includes('/') || (dotted && /\.[a-z]{2}/i.test(text))) links(text, found, kept);
  found.push(...detectPositions(message));
  if ((digits || text.includes(':')) && /\d ?[.:[(,-]|:[\da-f]|\d (?:punktum|prikk|punkt|dot)/i.test(text))
    addresses(text, found);
  if ((message.open & numeric) !== 0 && ipCues.test(message.view.lower)) announcedAddresses(message, found);
  if (digits && /\d[.,]\d{2}|[°º]/.test(text)) {
    for (const pattern of [decimalPair, namedDegrees, degrees]) {
      for (const match of text.matchAll(pattern))
        found.push(sighting(match.index, match[0], 'COORDINATES', 'coordinates.numbers'));
    }
  }
  return { found, kept };
}

function sighting(start: number, text: string, kind: Sighting['kind'], ruleId: RuleId): Sighting {
  return { start, end: start + text.length, kind, ruleId };
}

function addresses(text: string, found: Sighting[]): void {
  const cued = ipCues.test(text.toLowerCase());
  for (const match of text.matchAll(ipv4)) {
    // «41.23.45.67» is a telephone number as often as an address of the net.
    if (!cued && /^[4-9]\d(?:\.\d\d){3}$/.test(match[0])) continue;
    if (versionCues.test(text.slice(Math.max(0, match.index - 16), match.index))) continue;
    // The machine itself, and addresses that are nobody's.
    if (/^(?:127|0|255)\./.test(match[0])) continue;
    found.push(sighting(match.index, match[0], 'IP', 'ip.v4'));
  }
  for (const match of text.matchAll(looseIp)) {
    const octets = match[0].match(/\d{1,3}/g) ?? [];
    const spoken = /\p{L}|\[|\(/u.test(match[0]);
    if (
      (cued || spoken) &&
      octets.every((octet) => Number(octet) <= 255) &&
      !versionCues.test(text.slice(Math.max(0, match.index - 16), match.index))
    ) {
      found.push(sighting(match.index, match[0], 'IP', 'ip.v4'));
    }
  }
  for (const match of text.matchAll(ipv6)) {
    const groups = match[0].split(':').filter((group) => group !== '');
    const shortened = match[0].includes('::');
    const macLike = groups.length === 6 && groups.every((group) => group.length === 2);
    const long =
      groups.length >= 5 || (shortened && (groups.length >= 2 || /[a-f]/i.test(match[0]) || match[0] === '::1'));
    if (long && !macLike) found.push(sighting(match.index, match[0], 'IP', 'ip.v6'));
  }
}

// «ip: 192 0 2 17», «ip-en er hundre og nittito punktum null punktum to punktum sytten»
function announcedAddresses(message: Message, found: Sighting[]): void {
  for (const { 0: match, index } of message.view.text.matchAll(spacedIp)) {
    const digits = match.search(/\d/);
    found.push(sighting(index + digits, match.slice(digits), 'IP', 'ip.v4'));
  }
  for (const { start, end, points } of spokenPointsOf(message))
    if (points === 3) found.push({ start, end, kind: 'IP', ruleId: 'ip.v4' });
}

function links(text: string, found: Sighting[], kept: Stretch[]): void {
  const emails = new Coverage(text.length, [...found]);
  const seen: Stretch[] = [];
  let linked = new Coverage(text.length, []);
  const each = (start: number, raw: string): void => {
    const url = raw.replace(/[.,!?;:)\]}*_~]{1,8}$/u, '');
    const end = start + url.length;
    if (emails.touches(start, end) || linked.touches(start, end)) return;
    seen.push({ start, end });
    const map = mapHost.exec(url);
    const profile = profileHost.exec(url) ?? profilePath.exec(url);
    const site = personalSite.exec(url);
    if (map !== null) {
      const words3 = /what3words|w3w/iu.test(map[0]);
      const from = words3 ? start : start + map[0].length;
      if (from < end) found.push({ start: from, end, kind: 'COORDINATES', ruleId: 'coordinates.map-link' });
      if (from > start) kept.push({ start, end: from });
    } else if (profile !== null && profile[0].length < url.length && !publicPath.test(url.slice(profile[0].length))) {
      found.push({ start: start + profile[0].length, end, kind: 'URL', ruleId: 'link.profile' });
      kept.push({ start, end: start + profile[0].length });
    } else if (site !== null) {
      found.push({ start, end, kind: 'URL', ruleId: 'link.personal-site' });
    } else kept.push({ start, end });
  };
  for (const match of text.matchAll(link)) each(match.index, match[0]);
  linked = new Coverage(text.length, [...seen]);
  for (const match of text.matchAll(bareHost)) each(match.index, match[0]);
  for (const match of text.matchAll(threeWords))
    found.push(sighting(match.index, match[0], 'COORDINATES', 'coordinates.three-words'));
}
