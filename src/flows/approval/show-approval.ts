import { mayPerform } from '../../core/access.ts';
import { trackOf } from '../../core/approval/book.ts';
import type { ApprovalBook, Track } from '../../core/approval/book.ts';
import { stepsOpen } from '../../core/approval/file-step.ts';
import type { ApprovalStep } from '../../core/approval/filings.ts';
import type { StoppedContacts } from '../../core/approval/stopped-contacts.ts';
import { standingOf } from '../../core/approval/standing.ts';
import type { Standing } from '../../core/approval/standing.ts';
import { strategies } from '../../core/approval.ts';
import type { Strategy } from '../../core/approval.ts';
import type { Instant } from '../../core/time.ts';
import type { Clock, Municipalities, Staff, Store } from '../../ports.ts';
import { changedSince } from '../settings/changed-since.ts';
import type { ChangedSince } from '../settings/changed-since.ts';
import type { LiveMunicipalities } from '../settings/live-municipalities.ts';
import { readApproval } from './approval-setting.ts';
import { readStoppedContacts } from './turn-away.ts';

interface Deps {
  readonly now: Clock;
  /** As configured, not as approved. */
  readonly configured: Pick<Municipalities, 'find'>;
  readonly store: Pick<Store, 'findSetting'>;
  readonly live: Pick<LiveMunicipalities, 'find'>;
}

export interface StrategyShown {
  readonly strategy: Strategy;
  readonly standing: Standing;
  readonly track: Track;
  /** Settings changed since management decided; absent: nothing is in force. */
  readonly since?: ChangedSince;
  /** What may be filed now, the next step first. */
  readonly open: readonly ApprovalStep[];
}

export interface ApprovalShown {
  readonly kind: 'shown';
  readonly now: Instant;
  readonly strategies: readonly StrategyShown[];
  readonly pause?: ApprovalBook['pause'];
  /** Who was turned away since the intake last stopped. */
  readonly contacts?: StoppedContacts;
  readonly drill?: ApprovalBook['drill'];
  /** The asker may put papers on record; a decision. */
  readonly mayFile: boolean;
  readonly mayDecide: boolean;
}

export type ShowApprovalOutcome = ApprovalShown | { readonly kind: 'not-permitted' | 'unreadable' };

/** Purpose: how far the approval of each strategy has come, and what is missing. Personal data: who filed what. */
export const makeShowApproval =
  ({ now, configured, store, live }: Deps) =>
  async (staff: Staff): Promise<ShowApprovalOutcome> => {
    const municipality = configured.find(staff.municipalityId);
    if (!municipality || !mayPerform(staff.roles, 'approval.read')) return { kind: 'not-permitted' };
    const { book } = await readApproval(store, municipality.id);
    if (!book) return { kind: 'unreadable' };
    const at = now();
    const version = live.find(municipality.id)?.version ?? 0;
    const { contacts } = await readStoppedContacts(store, municipality.id);
    return {
      kind: 'shown',
      now: at,
      strategies: await Promise.all(
        strategies.map(async (strategy) => {
          const track = trackOf(book, strategy);
          const { inForce } = track;
          const since = inForce && (await changedSince(store, municipality.id, version, inForce.decision.at));
          const standing = standingOf(book, municipality, strategy, at);
          return { strategy, standing, track, open: stepsOpen(track), ...(since ? { since } : {}) };
        }),
      ),
      ...(book.pause ? { pause: book.pause } : {}),
      ...(contacts ? { contacts } : {}),
      ...(book.drill ? { drill: book.drill } : {}),
      mayFile: mayPerform(staff.roles, 'approval.file'),
      mayDecide: mayPerform(staff.roles, 'approval.decide'),
    };
  };
