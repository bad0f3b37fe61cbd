import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reviewDue } from '../../../src/core/approval/review.ts';
import { makeRemindOfReview } from '../../../src/flows/approval/remind-of-review.ts';
import { reviewNote } from '../../../src/discord/views/review-note.ts';
import { dayMs } from '../../../src/core/time.ts';
import { openFlowScene } from '../flows/scene.ts';

let scene: Awaited<ReturnType<typeof openFlowScene>>;
beforeEach(async () => {
  scene = await openFlowScene();
});
afterEach(async () => {
  await scene.store.close();
});

const until = 1_000 * dayMs;
const active = { kind: 'active', until, reviewSoon: false } as const;

describe('a review date', () => {
  it.each([
    [61, undefined],
    [60, 60],
    [31, 60],
    [29, 30],
    [13, 14],
    [6.5, 7],
    [0.5, 1],
  ])('%d days ahead is at the mark %s', (days, mark) => {
    expect(reviewDue(active, until - days * dayMs)?.mark).toBe(mark);
  });

  it('that has passed is at the last mark, and one that is locked at none', () => {
    expect(reviewDue({ kind: 'expired', at: until }, until + dayMs)).toEqual({ until, mark: 0 });
    expect(reviewDue({ kind: 'locked', missing: ['ip'] }, until)).toBeUndefined();
  });
});

describe('reminding of a review', () => {
  it('tells each mark once, whichever process looks, and goes on after a pause of the program', async () => {
    const { eksempelvik, store, now, pseudonyms } = scene;
    const reviewAt = now() + 20 * dayMs;
    const approval = {
      decidedBy: '',
      decidedRole: '',
      reference: '',
      decidedAt: 0,
      strategies: [2] as const,
      reviewAt,
    };
    const municipality = { ...eksempelvik, approval };
    const remind = () => makeRemindOfReview({ now, configured: { all: () => [municipality] }, store, pseudonyms })();
    const told = async () => {
      const rows = await store.claimOutbox(now(), 1_000, 50);
      for (const row of rows) await store.settleOutbox(row.id, row.lease, { kind: 'sent', at: now() }, []);
      return rows.flatMap(({ dispatch }) => (dispatch.kind === 'review-note' ? [dispatch] : []));
    };
    await Promise.all([remind(), remind()]);
    await remind();
    expect(await told()).toEqual([
      { kind: 'review-note', municipalityId: eksempelvik.id, strategy: 2, until: reviewAt, expired: false },
    ]);
    scene.pass(18.5 * dayMs);
    await remind();
    expect(await told()).toHaveLength(1);
    scene.pass(2 * dayMs);
    await remind();
    await remind();
    const [last, ...more] = await told();
    expect([last?.expired, more]).toEqual([true, []]);
    expect(JSON.stringify(reviewNote({ strategy: 2, until, expired: true, municipality }))).toContain('gikk ut');
  });
});
