import { z } from 'zod';
import { reviewDue, reviewMarks } from '../../core/approval/review.ts';
import type { ReviewDue } from '../../core/approval/review.ts';
import { standingOf } from '../../core/approval/standing.ts';
import { strategies } from '../../core/approval.ts';
import type { Strategy } from '../../core/approval.ts';
import type { Municipality } from '../../core/municipality.ts';
import { dayMs } from '../../core/time.ts';
import type { Clock, Municipalities, Pseudonyms, Store } from '../../ports.ts';
import { readApproval } from './approval-setting.ts';

interface Deps {
  readonly now: Clock;
  /** As configured, not as approved. */
  readonly configured: Pick<Municipalities, 'all'>;
  readonly store: Pick<Store, 'findSetting' | 'commit'>;
  readonly pseudonyms: Pick<Pseudonyms, 'lane'>;
}

const name = 'approval-told';
/** Of each strategy, the last mark staff were told of. */
const toldSchema = z.partialRecord(
  z.enum(['1', '2', '3', '4']),
  z.object({ until: z.number(), mark: z.literal(reviewMarks) }).readonly(),
);
type Told = z.output<typeof toldSchema>;

/**
 * Purpose: tell staff in good time that an approval runs out, and that it has. Personal data: none. Each mark is told
 * once, whichever processes run; after a pause of the program only the newest one.
 */
export const makeRemindOfReview = ({ now, configured, store, pseudonyms }: Deps) => {
  async function remind(municipality: Municipality): Promise<void> {
    const { book } = await readApproval(store, municipality.id);
    if (!book) return;
    for (const strategy of strategies) {
      const due = reviewDue(standingOf(book, municipality, strategy, now()), now());
      if (due) await tellOnce(municipality, strategy, due);
    }
  }

  async function tellOnce(municipality: Municipality, strategy: Strategy, { until, mark }: ReviewDue): Promise<void> {
    const { id } = municipality;
    const at = now();
    const found = await store.findSetting(id, name);
    const parsed = toldSchema.safeParse(found?.value ?? {});
    const told: Told = parsed.success ? parsed.data : {};
    const last = told[`${strategy}`];
    if (last?.until === until && last.mark <= mark) return;
    const value: Told = { ...told, [strategy]: { until, mark } };
    const row = `review:${id}:${strategy}:${until.toString(36)}:${mark}`;
    // Stale: another process has told it.
    await store.commit({
      cause: row,
      at,
      basedOn: [],
      changes: [
        { kind: 'save-setting', municipalityId: id, name, basedOn: found?.version ?? 0, value },
        {
          kind: 'queue',
          entry: {
            id: row,
            lane: pseudonyms.lane('case', `${id}:review`),
            priority: 2,
            dispatch: { kind: 'review-note', municipalityId: id, strategy, until, expired: mark === 0 },
            queuedAt: at,
            notBefore: at,
            eraseAt: at + 7 * dayMs,
          },
        },
      ],
    });
  }

  return async (): Promise<void> => {
    for (const municipality of configured.all()) await remind(municipality);
  };
};
