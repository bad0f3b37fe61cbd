import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Snowflake } from '../../../src/core/ids.ts';
import { dayMs, hourMs, minuteMs } from '../../../src/core/time.ts';
import { makeComposePost } from '../../../src/flows/posts/compose-post.ts';
import { leaveWithinMs, makeJoinActivity } from '../../../src/flows/posts/join-activity.ts';
import { makePosts } from '../../../src/flows/posts/posts.ts';
import type { Staff } from '../../../src/ports.ts';
import type { StaffText } from '../../../src/core/staff-text.ts';
import { kari, ola, snowflake } from '../../examples/cases.ts';
import { openFlowScene } from '../flows/scene.ts';

let scene: Awaited<ReturnType<typeof openFlowScene>>;
beforeEach(async () => {
  scene = await openFlowScene();
});
afterEach(async () => {
  await scene.store.close();
});

const municipalities = () => ({ find: () => scene.state.municipality });
const flows = () =>
  makePosts({
    ...scene,
    municipalities: municipalities(),
    checkStaffText: (words) => ({
      text: words.reveal() as StaffText,
      personalData: /Emma|Kari/u.test(words.reveal()) ? ['NAME'] : [],
    }),
    judgePlaces: () => Promise.resolve([]),
  });
let presses = 0;
const by = (who: Pick<Staff, 'id' | 'signature'>, role: Staff['roles'][number]) => {
  presses += 1;
  return { cause: snowflake(7_000 + presses), staff: { ...who, municipalityId: scene.eksempelvik.id, roles: [role] } };
};
const producer = () => by({ id: ola.id, signature: 'Ola, innholdsprodusent' }, 'contentProducer');
const employee = () => by(kari, 'caseworker');
const activity = (startsIn: number) => ({
  name: 'Spillkveld',
  place: 'Talekanalen',
  who: 'Kari',
  startsAt: scene.now() + startsIn,
  endsAt: scene.now() + startsIn + 2 * hourMs,
});
const everywhere = { toCards: true, channelIds: [] };
const draft = async (startsIn = dayMs, text = 'Vi spiller sammen.') => {
  const outcome = await flows().draftPost(producer(), {
    type: 'activity',
    ...everywhere,
    text,
    consent: 'nobody',
    activity: activity(startsIn),
  });
  if (outcome.kind !== 'kept') throw new Error(JSON.stringify(outcome));
  return outcome;
};
const approved = async (startsIn = dayMs): Promise<number> => {
  const { post } = await draft(startsIn);
  const outcome = await flows().approvePost(employee(), post.number);
  if (outcome.kind !== 'approved') throw new Error(outcome.kind);
  return post.number;
};
/** What is said when its time comes, by place; each row is settled. */
const said = async (): Promise<readonly string[]> => {
  const compose = makeComposePost({ ...scene, municipalities: municipalities() });
  const told: string[] = [];
  for (;;) {
    const rows = await scene.store.claimOutbox(scene.now(), 1_000, 50);
    if (rows.length === 0) return told.toSorted();
    for (const { id, lease, dispatch } of rows) {
      if (dispatch.kind !== 'channel-post' && dispatch.kind !== 'activity-event') throw new Error(dispatch.kind);
      const speech = await compose(dispatch);
      await scene.store.settleOutbox(id, lease, { kind: 'sent', at: scene.now() }, []);
      if (speech?.kind === 'channel-post') told.push(`channel ${speech.about ?? 'post'}`);
      if (speech?.kind === 'activity-event') told.push(`calendar ${speech.act}`);
    }
  }
};
const guilds = () => scene.eksempelvik.gameGuilds.length;
const each = (...names: readonly string[]) => names.flatMap((name) => Array<string>(guilds()).fill(name)).toSorted();

describe('an activity', () => {
  it('goes to every card’s channel and calendar once, and is reminded of an hour before', async () => {
    const number = await approved();
    expect(await said()).toEqual(each('calendar put', 'channel post'));
    expect(await flows().approvePost(employee(), number)).toEqual({ kind: 'not-a-draft' });
    scene.pass(dayMs - hourMs - minuteMs);
    expect(await said()).toEqual([]);
    scene.pass(minuteMs);
    expect(await said()).toEqual(each('channel reminder'));
  });

  it('has no reminder when it is told of shortly before', async () => {
    await approved(hourMs);
    await said();
    scene.pass(hourMs);
    expect(await said()).toEqual([]);
  });

  it('is called off where it was told of, and is not reminded of', async () => {
    const number = await approved();
    await said();
    scene.pass(hourMs);
    expect(await flows().withdrawPost(employee(), number)).toMatchObject({ kind: 'withdrawn' });
    expect(await said()).toEqual(each('calendar remove', 'channel called-off'));
    scene.pass(dayMs);
    expect(await said()).toEqual([]);
  });

  it('is not told of when nobody has told of it yet', async () => {
    const { post } = await draft();
    await flows().withdrawPost(producer(), post.number);
    expect(await said()).toEqual([]);
  });

  it('needs management’s approval of activities, at the time it goes as well', async () => {
    const { approval } = scene.eksempelvik;
    if (!approval) throw new Error('nothing is approved');
    await approved();
    scene.state.municipality = { ...scene.eksempelvik, approval: { ...approval, strategies: [1, 2] } };
    expect(await said()).toEqual([]);
    const outcome = await flows().draftPost(producer(), {
      type: 'activity',
      ...everywhere,
      text: 'Vi spiller sammen på torget.',
      consent: 'nobody',
      activity: activity(dayMs),
    });
    expect(outcome).toEqual({ kind: 'not-approved', strategy: 3 });
  });

  it('is not approved when it has begun, nor kept when it begins in the past', async () => {
    const { post } = await draft(hourMs);
    scene.pass(hourMs);
    expect(await flows().approvePost(employee(), post.number)).toEqual({ kind: 'over' });
    await expect(draft(-1)).rejects.toThrow('past');
  });

  it.each([
    ['the place', { place: 'Hos Emma' }, [{ kind: 'personal-data', kinds: ['NAME'] }]],
    ['who from the service comes', { who: 'Kari' }, []],
  ])('is looked through for personal data in %s', async (_, words, warnings) => {
    const outcome = await flows().draftPost(producer(), {
      type: 'activity',
      ...everywhere,
      text: 'Vi spiller sammen på torget.',
      consent: 'nobody',
      activity: { ...activity(dayMs), who: 'oss', ...words },
    });
    expect(outcome).toMatchObject({ kind: 'kept', warnings });
  });

  it.each(['name', 'place', 'who'])('promises nothing in its %s', async (part) => {
    const outcome = await flows().draftPost(producer(), {
      type: 'activity',
      ...everywhere,
      text: 'Vi spiller sammen på torget.',
      consent: 'nobody',
      activity: { ...activity(dayMs), [part]: 'Her er du anonym' },
    });
    expect(outcome).toMatchObject({ kind: 'refused', faults: [{ kind: 'promise' }] });
  });
});

describe('«Jeg kommer»', () => {
  const joining = () => makeJoinActivity({ ...scene, municipalities: municipalities() });
  const coming = async (number: number) => {
    const shown = await flows().showPost(employee(), number);
    return shown.kind === 'shown' ? (shown.post.coming ?? 0) : undefined;
  };
  /** A press made now: ids of interactions tell their time. */
  const pressOf = (number: number, who: number) => {
    presses += 1;
    const cause = String((BigInt(scene.now() - 1_420_070_400_000) << 22n) + BigInt(presses)) as Snowflake;
    return { cause, who: snowflake(who), municipalityId: scene.eksempelvik.id, number };
  };
  const joinedBy = async (activities: ReturnType<typeof joining>, number: number, who: number) => {
    const outcome = await activities.join(pressOf(number, who));
    if (outcome.kind === 'not-there') throw new Error(outcome.kind);
    return outcome;
  };

  it('counts each person once, and stores nothing of who', async () => {
    const number = await approved();
    const activities = joining();
    expect(await joinedBy(activities, number, 1)).toMatchObject({ kind: 'counted' });
    expect(await joinedBy(activities, number, 1)).toMatchObject({ kind: 'counted-before' });
    await Promise.all([2, 3, 4].map((who) => joinedBy(activities, number, who)));
    expect(await coming(number)).toBe(4);
    const kept = JSON.stringify(await scene.store.findSetting(scene.eksempelvik.id, 'posts'));
    for (const who of [1, 2, 3, 4]) expect(kept).not.toContain(snowflake(who));
  });

  it('is for an activity that is approved, and not over', async () => {
    const { join } = joining();
    const { post } = await draft();
    expect(await join(pressOf(post.number, 1))).toEqual({ kind: 'not-there' });
    expect(await join(pressOf(99, 1))).toEqual({ kind: 'not-there' });
    const number = await approved();
    scene.pass(dayMs + 2 * hourMs);
    expect(await join(pressOf(number, 1))).toEqual({ kind: 'not-there' });
  });

  it('is taken back by the same person, once, also after a restart', async () => {
    const number = await approved();
    const { receipt } = await joinedBy(joining(), number, 1);
    await joinedBy(joining(), number, 2);
    const { leave } = joining();
    expect(await leave(pressOf(number, 1), receipt)).toMatchObject({ kind: 'left' });
    expect(await coming(number)).toBe(1);
    expect(await leave(pressOf(number, 1), receipt)).toEqual({ kind: 'used' });
    expect(await joining().leave(pressOf(number, 1), receipt)).toEqual({ kind: 'used' });
    expect(await coming(number)).toBe(1);
  });

  it('counts again after it was taken back, and is taken back by the new answer only', async () => {
    const number = await approved();
    const activities = joining();
    const first = await joinedBy(activities, number, 1);
    await activities.leave(pressOf(number, 1), first.receipt);
    const second = await joinedBy(activities, number, 1);
    expect(second.kind).toBe('counted');
    expect(await activities.leave(pressOf(number, 1), first.receipt)).toEqual({ kind: 'used' });
    expect((await joinedBy(activities, number, 1)).receipt).toEqual(second.receipt);
    expect(await coming(number)).toBe(1);
    await activities.leave(pressOf(number, 1), second.receipt);
    expect(await coming(number)).toBe(0);
  });

  it('is not taken back by somebody else, for another activity, with a made-up proof, or a day later', async () => {
    const number = await approved(3 * dayMs);
    const other = await approved(3 * dayMs);
    const activities = joining();
    const { receipt } = await joinedBy(activities, number, 1);
    await joinedBy(activities, other, 1);
    const forged = { ...receipt, proof: 'A'.repeat(22) };
    for (const [press, shown] of [
      [pressOf(number, 2), receipt],
      [pressOf(other, 1), receipt],
      [pressOf(number, 1), forged],
    ] as const)
      expect(await activities.leave(press, shown)).toEqual({ kind: 'used' });
    scene.pass(leaveWithinMs);
    expect(await activities.leave(pressOf(number, 1), receipt)).toEqual({ kind: 'used' });
    expect([await coming(number), await coming(other)]).toEqual([1, 1]);
  });
});
