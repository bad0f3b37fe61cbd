import { cueWords } from './cue-words.ts';
import handleWords from './data/handle-words.json' with { type: 'json' };
import { readableLeet } from './leet.ts';

const platforms = cueWords(handleWords.platforms);

/** True for words that announce a name on a platform. */
export function isPlatform(lower: string): boolean {
  return (
    platforms.has(lower) ||
    inflected.test(lower) ||
    (lower.includes('-') && lower.split('-').some((part) => part !== 'x' && platforms.has(part))) ||
    (mayBeDisguised(lower) && disguised.test(lower) && platforms.has(undisguised(lower)))
  );
}

// «tiktokken», «snap-kontoen», «instanavnet»
const inflected =
  /^(?:snap|insta|tik-?tokk?|discord|roblox|steam|xbox|twitch|bereal|minecraft|valorant|fortnite|telegram|youtube|tellonym|reddit|facebook|spotify|jodel|whatsapp|signal|yubo|game|gaming)-?(?:e[nt]|ken|pen|(?:konto|bruker|brukar|navn|namn|profil|account|user|tag|nick|id)(?:e[nt]|et|en)?)$/;

// «sn4p», «1nsta», «5n4pch4t», «snaaap»
const disguised = /^[\p{L}\d]{4,24}$|(\p{L})\1\1/u;
const longestPlatform = 24;

// A digit, or the same letter three times: what the pattern asks for, without its cost for plain words.
function mayBeDisguised(lower: string): boolean {
  if (lower.length > longestPlatform) return false;
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at);
    if (code >= 48 && code <= 57) return true;
    if (at > 1 && code === lower.charCodeAt(at - 1) && code === lower.charCodeAt(at - 2)) return true;
  }
  return false;
}

function undisguised(lower: string): string {
  return readableLeet(lower.replace(/^1/, 'i').replace('tikt0k', 'tiktok')).replace(/(\p{L})\1{2,}/gu, '$1');
}
