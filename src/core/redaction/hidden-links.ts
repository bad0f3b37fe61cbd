import type { Sighting, Stretch } from './message.ts';

// «insta gram . com / ole», «hxxps://instagram[.]com/ole», «instagram punktum com skråstrek ole»
const hidden =
  /(?<![\p{L}\p{N}])(?:h[tx]{2}ps?:\/\/)?(?:www ?\.? ?)?(?:insta ?gram|snap ?chat|tik ?tok|face ?book|you ?tube|twitch|steamcommunity|reddit|twitter|threads|roblox|tellonym|soundcloud|tumblr|spotify)(?: ?\. ?| ?[[({<] ?(?:\.|dot|punktum|punkt|prikk) ?[\])}>] ?| (?:dot|punktum|punkt|prikk) )(?:com|no|tv|net|me)(?: ?\/ ?| (?:skråstrek|skrå|slash|skråstreken) )(?:(?:add|user|id|u|c|in)(?: ?\/ ?| (?:skråstrek|slash) ))?(?:@?([\p{L}\p{N}._-]{2,40})|(?=\[))/giu;

/** Links to profiles written so that no program reads them as links. The host comes back as `kept`, the handle as found. */
export function hiddenLinks(text: string): { readonly found: readonly Sighting[]; readonly kept: readonly Stretch[] } {
  const found: Sighting[] = [];
  const kept: Stretch[] = [];
  for (const match of text.matchAll(hidden)) {
    const end = match.index + match[0].length;
    const start = end - (match[1]?.length ?? 0);
    if (!/[\s[({<]|^hxx/iu.test(text.slice(match.index, start))) continue;
    // Where the handle is a placeholder already, only the host is left to keep.
    if (start < end) found.push({ start, end, kind: 'URL', ruleId: 'link.profile' });
    kept.push({ start: match.index, end: start });
  }
  return { found, kept };
}
