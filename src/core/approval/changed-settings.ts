import { dayMs } from '../time.ts';
import type { Instant } from '../time.ts';
import { strategies } from '../approval.ts';
import type { SettingKey } from '../settings/setting-rules.ts';
import { trackOf, withTrack } from './book.ts';
import type { ApprovalBook, Track } from './book.ts';

/** How long the service may run on an approval of something else before management has looked again. */
export const lookAgainMs = 30 * dayMs;

/** The latest decision of a track: of the round that is being filed, else of the one in force. */
function decidedAt({ draft, inForce }: Track): Instant {
  const drafted = draft && 'decision' in draft ? draft.decision.at : undefined;
  return drafted ?? inForce?.decision.at ?? 0;
}

/** Puts changes that management has not seen on record, with every strategy in force. The same book when there are none. */
export function noteChangedSettings(book: ApprovalBook, keys: readonly SettingKey[], at: Instant): ApprovalBook {
  return strategies.reduce((noted, strategy) => {
    const track = trackOf(noted, strategy);
    if (!track.inForce) return noted;
    const known = track.changed ?? [];
    const since = decidedAt(track);
    const fresh = keys.filter((key) => !known.some((one) => one.key === key && one.at > since));
    if (fresh.length === 0) return noted;
    return withTrack(noted, strategy, { ...track, changed: [...known, ...fresh.map((key) => ({ key, at }))] });
  }, book);
}

export interface UnseenChanges {
  readonly keys: readonly string[];
  /** From then on the intake is stopped, unless management has decided anew. */
  readonly until: Instant;
}

/** What has been changed since the decision in force; nothing when management has seen it all. */
export function unseenChanges({ inForce, changed = [] }: Track): UnseenChanges | undefined {
  const unseen = inForce ? changed.filter(({ at }) => at > inForce.decision.at) : [];
  if (unseen.length === 0) return undefined;
  return {
    keys: [...new Set(unseen.map(({ key }) => key))],
    until: Math.min(...unseen.map(({ at }) => at)) + lookAgainMs,
  };
}
