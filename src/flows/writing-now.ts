import type { CaseId, Snowflake } from '../core/ids.ts';
import { minuteMs } from '../core/time.ts';
import type { Instant } from '../core/time.ts';
import type { Clock, Staff } from '../ports.ts';

/** Who has the reply form of a case open. Seen by colleagues, never by the sender. */
export interface WritingNow {
  /** Notes that this person begins. */
  begin(caseId: CaseId, staff: Staff): void;
  /** The person has sent, or given up; when they began, where it is known. */
  end(caseId: CaseId, staffId: Snowflake): Instant | undefined;
  /** Signatures of the others who write, in the order they began. */
  others(caseId: CaseId, staffId: Snowflake): readonly string[];
}

/** Discord tells nobody that a form was closed without being sent, so a beginning counts this long. */
const rememberedMs = 10 * minuteMs;

/** In memory of the one process that answers in a guild, and not for long: no record of who wrote when. */
export function createWritingNow(now: Clock): WritingNow {
  const begun = new Map<CaseId, Map<Snowflake, { readonly signature: string; readonly at: Instant }>>();

  const those = (caseId: CaseId) => {
    const writers = begun.get(caseId) ?? new Map<Snowflake, { readonly signature: string; readonly at: Instant }>();
    for (const [id, { at }] of writers) if (now() - at >= rememberedMs) writers.delete(id);
    if (writers.size === 0) begun.delete(caseId);
    return writers;
  };
  return {
    begin(caseId, { id, signature }) {
      const writers = those(caseId);
      writers.set(id, { signature, at: now() });
      begun.set(caseId, writers);
    },
    end(caseId, staffId) {
      const writers = those(caseId);
      const at = writers.get(staffId)?.at;
      writers.delete(staffId);
      if (writers.size === 0) begun.delete(caseId);
      return at;
    },
    others: (caseId, staffId) =>
      [...those(caseId)].flatMap(([id, { signature }]) => (id === staffId ? [] : [signature])),
  };
}
