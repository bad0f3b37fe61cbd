import type { Snowflake } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import { hourMs } from '../core/time.ts';
import type { Instant } from '../core/time.ts';
import type { ChosenLanguages, Clock } from '../ports.ts';

/** An evening: a choice is not a lasting note on a person. */
const keptMs = 12 * hourMs;
const most = 10_000;

/** In memory alone, the oldest forgotten first. */
export function createChosenLanguages(now: Clock): ChosenLanguages {
  const chosen = new Map<Snowflake, { readonly language: Language; readonly at: Instant }>();
  return {
    of(userId) {
      const found = chosen.get(userId);
      return found && now() - found.at < keptMs ? found.language : undefined;
    },
    remember(userId, language) {
      chosen.delete(userId);
      chosen.set(userId, { language, at: now() });
      for (const [who, { at }] of chosen) {
        if (chosen.size <= most && now() - at < keptMs) break;
        chosen.delete(who);
      }
    },
    forget(userId) {
      chosen.delete(userId);
    },
  };
}
