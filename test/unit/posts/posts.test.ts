import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mayPerform } from '../../../src/core/access.ts';
import type { Act } from '../../../src/core/access.ts';
import type { Snowflake } from '../../../src/core/ids.ts';
import type { PostPlace } from '../../../src/core/posts/post-book.ts';
import { localTime, postFaults, postWarnings } from '../../../src/core/posts/post-check.ts';
import { dayMs, hourMs, minuteMs } from '../../../src/core/time.ts';
import { makeComposePost } from '../../../src/flows/posts/compose-post.ts';
import { makePosts } from '../../../src/flows/posts/posts.ts';
import type { PlaceFault, WrittenPost } from '../../../src/flows/posts/posts.ts';
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
/** Channels that are there beside those with a card, the one nobody may write in, and the rest: somebody else's. */
const [lounge, chat, closed] = [snowflake(601), snowflake(602), snowflake(603)];
const judged = (channelId: Snowflake): PostPlace | PlaceFault => {
  if (channelId === closed) return { kind: 'closed-channel', channelId };
  const [game] = scene.eksempelvik.gameGuilds;
  const isThere = game && (channelId === game.cardChannelId || [lounge, chat].includes(channelId));
  return isThere ? { guildId: game.guildId, channelId } : { kind: 'foreign-channel', channelId };
};
const flows = () =>
  makePosts({
    ...scene,
    municipalities: municipalities(),
    checkStaffText: (words) => ({
      text: words.reveal() as StaffText,
      personalData: words.reveal().includes('Emma') ? ['NAME'] : [],
    }),
    judgePlaces: (_, channelIds) => Promise.resolve(channelIds.map((channelId) => judged(channelId))),
  });
let presses = 0;
const by = (who: Pick<Staff, 'id' | 'signature'>, ...roles: Staff['roles']) => {
  presses += 1;
  const staff: Staff = { ...who, municipalityId: scene.eksempelvik.id, roles };
  return { cause: snowflake(8_000 + presses), staff };
};
const producer = () => by({ id: ola.id, signature: 'Ola, innholdsprodusent' }, 'contentProducer');
const employee = () => by(kari, 'caseworker');
const post: WrittenPost = {
  type: 'local',
  text: 'Vi er på torget fredag fra klokka 18. Kom innom.',
  consent: 'nobody',
  toCards: true,
  channelIds: [],
};
const draft = async (written: Partial<WrittenPost> = {}, press = producer()) => {
  const outcome = await flows().draftPost(press, { ...post, ...written });
  if (outcome.kind !== 'kept') throw new Error(outcome.kind);
  return outcome;
};
const compose = () => makeComposePost({ ...scene, municipalities: municipalities() });
/** Where what is due goes; each row is settled. */
const sentTo = async (): Promise<readonly Snowflake[]> => {
  const rows = await scene.store.claimOutbox(scene.now(), 1_000, 50);
  const speeches = await Promise.all(
    rows.map(async ({ id, lease, dispatch }) => {
      if (dispatch.kind !== 'channel-post') throw new Error(dispatch.kind);
      const speech = await compose()(dispatch);
      await scene.store.settleOutbox(id, lease, { kind: 'sent', at: scene.now() }, []);
      return speech;
    }),
  );
  return speeches.flatMap((speech) => (speech?.kind === 'channel-post' ? [speech.channelId] : []));
};
const waiting = async () => {
  const rows = await scene.store.claimOutbox(scene.now(), 1_000, 50);
  return Promise.all(
    rows.map(async ({ id, lease, dispatch }) => {
      if (dispatch.kind !== 'channel-post') throw new Error(dispatch.kind);
      const speech = await compose()(dispatch);
      await scene.store.settleOutbox(id, lease, { kind: 'sent', at: scene.now() }, []);
      return speech?.kind === 'channel-post' ? speech.post.text : undefined;
    }),
  );
};

describe('a content producer', () => {
  it('may draft, and nothing that touches a conversation, a setting or an approval', () => {
    const acts: readonly Act[] = [
      'post.draft',
      'post.approve',
      'case.list',
      'case.read',
      'case.reply',
      'case.claim',
      'desk.open',
      'settings.change',
      'duty.check-in',
      'identity.show',
      'statistics.read',
    ];
    expect(acts.filter((act) => mayPerform(['contentProducer'], act))).toEqual(['post.draft']);
  });

  it('cannot approve, nor withdraw what somebody else wrote', async () => {
    const { post: kept } = await draft({}, employee());
    expect(await flows().approvePost(producer(), kept.number)).toEqual({ kind: 'not-permitted' });
    expect(await flows().withdrawPost(producer(), kept.number)).toEqual({ kind: 'not-permitted' });
  });
});

describe('a draft', () => {
  it('goes nowhere before somebody else has approved it', async () => {
    const { post: kept } = await draft({}, employee());
    expect(await waiting()).toEqual([]);
    expect(await flows().approvePost(employee(), kept.number)).toEqual({ kind: 'own-post' });
    expect(await waiting()).toEqual([]);
  });

  it.each([
    ['no words', { text: '  ' }, 'empty'],
    ['5,000 characters', { text: 'å'.repeat(5_000) }, 'too-long'],
    ['a promise', { text: 'Her er du anonym.' }, 'promise'],
    ['a way to be hurt', { text: 'Ikke ta piller.' }, 'method'],
    ['somebody who was not asked', { consent: 'not-asked' as const }, 'no-consent'],
    ['no channel', { toCards: false }, 'no-channel'],
    ['a channel that is not the municipality’s', { channelIds: [snowflake(1)] }, 'foreign-channel'],
    ['a channel the bot may not write in', { toCards: false, channelIds: [chat, closed] }, 'closed-channel'],
    ['a time that has passed', { dueAt: 1 }, 'past'],
  ])('with %s is not kept', async (_, written, kind) => {
    expect(await flows().draftPost(producer(), { ...post, ...written })).toMatchObject({ faults: [{ kind }] });
    expect(await flows().postCalendar(producer())).toEqual([]);
  });

  it('that may show who somebody is, is kept with a warning for the one who approves', async () => {
    expect((await draft({ text: 'Emma vant.' })).warnings).toEqual([{ kind: 'personal-data', kinds: ['NAME'] }]);
  });

  it('is refused while information is not approved by management', async () => {
    const { approval: _recorded, ...unapproved } = scene.eksempelvik;
    scene.state.municipality = unapproved;
    expect(await flows().draftPost(producer(), post)).toEqual({ kind: 'not-approved', strategy: 1 });
  });

  it('is told from the third of a kind', async () => {
    for (const _ of [1, 2]) await flows().approvePost(employee(), (await draft()).post.number);
    expect((await draft()).monotonous).toBe(true);
    expect((await draft({ type: 'advice' })).monotonous).toBe(false);
  });
});

describe('an approved post', () => {
  it('goes once to every channel that has a card, whoever presses how often', async () => {
    const { post: kept } = await draft();
    expect(await flows().approvePost(employee(), kept.number)).toMatchObject({ kind: 'approved' });
    expect(await flows().approvePost(employee(), kept.number)).toEqual({ kind: 'not-a-draft' });
    expect(await waiting()).toEqual([post.text, post.text]);
    expect(await waiting()).toEqual([]);
  });

  it.each([
    ['those that were chosen', { toCards: false, channelIds: [lounge, chat, lounge] }, [lounge, chat]],
    ['one', { toCards: false, channelIds: [chat] }, [chat]],
  ])('goes once to each of the channels: %s', async (_, where, channels) => {
    await flows().approvePost(employee(), (await draft(where)).post.number);
    expect(await sentTo()).toEqual(channels);
    expect(await sentTo()).toEqual([]);
  });

  it('goes to the channels with a card and to others at once', async () => {
    const cards = scene.eksempelvik.gameGuilds.map(({ cardChannelId }) => cardChannelId);
    const channelIds = [chat, ...cards.slice(0, 1)];
    await flows().approvePost(employee(), (await draft({ channelIds })).post.number);
    expect((await sentTo()).toSorted()).toEqual([...cards, chat].toSorted());
  });

  it('does not go to a server that is no longer served, nor to where only staff read by then', async () => {
    await flows().approvePost(employee(), (await draft({ channelIds: [chat] })).post.number);
    const [, ...others] = scene.eksempelvik.gameGuilds;
    scene.state.municipality = { ...scene.eksempelvik, gameGuilds: others };
    expect(await sentTo()).toEqual(others.map(({ cardChannelId }) => cardChannelId));
    scene.state.municipality = scene.eksempelvik;
    await flows().approvePost(employee(), (await draft({ toCards: false, channelIds: [lounge] })).post.number);
    scene.state.municipality = { ...scene.eksempelvik, fallbackChannelIds: [lounge] };
    expect(await sentTo()).toEqual([]);
  });

  it('waits until it is due, and is gone when it was withdrawn meanwhile', async () => {
    const kept = await draft({ dueAt: scene.now() + hourMs });
    const other = await draft({ dueAt: scene.now() + hourMs, text: 'Noe annet.' });
    for (const {
      post: { number },
    } of [kept, other])
      await flows().approvePost(employee(), number);
    expect(await waiting()).toEqual([]);
    expect(await flows().withdrawPost(employee(), other.post.number)).toMatchObject({ kind: 'withdrawn' });
    scene.pass(hourMs);
    // One after the other in each channel.
    expect([...(await waiting()), ...(await waiting())]).toEqual([post.text, post.text, undefined, undefined]);
  });

  it('is not sent when its day has passed, or when information is no longer approved', async () => {
    const late = await draft();
    await flows().approvePost(employee(), late.post.number);
    scene.pass(13 * hourMs);
    expect((await waiting()).filter(Boolean)).toEqual([]);
    await flows().approvePost(employee(), (await draft()).post.number);
    const { approval: _recorded, ...unapproved } = scene.eksempelvik;
    scene.state.municipality = unapproved;
    expect((await waiting()).filter(Boolean)).toEqual([]);
  });

  it('cannot be withdrawn when it has gone', async () => {
    const { post: kept } = await draft();
    await flows().approvePost(employee(), kept.number);
    scene.pass(minuteMs);
    expect(await flows().withdrawPost(employee(), kept.number)).toEqual({ kind: 'not-a-draft' });
  });
});

describe('the calendar', () => {
  it('shows what waits and what comes, soonest first', async () => {
    await draft({ dueAt: scene.now() + 3 * dayMs, text: 'Tredje' });
    await draft({ dueAt: scene.now() + dayMs, text: 'Første' });
    const gone = await draft({ text: 'Borte' });
    await flows().withdrawPost(producer(), gone.post.number);
    expect((await flows().postCalendar(producer()))?.map(({ text }) => text)).toEqual(['Første', 'Tredje']);
  });
});

describe('a time as it is typed', () => {
  it('is the municipality’s own, on both sides of the clock change', () => {
    expect(localTime('2026-11-25 18:00', 'Europe/Oslo')).toBe(Date.UTC(2026, 10, 25, 17));
    expect(localTime('2026-07-25 18.00', 'Europe/Oslo')).toBe(Date.UTC(2026, 6, 25, 16));
  });

  it.each(['', 'fredag', '2026-02-30 18:00', '2026-11-25 25:00', '2026-11-25', '25.11.2026 18:00'])(
    'is none: «%s»',
    (text) => {
      expect(localTime(text, 'Europe/Oslo')).toBeUndefined();
    },
  );
});

describe('the check of a post', () => {
  it('lets a plain one through', () => {
    expect(postFaults(post.text, 'nobody')).toEqual([]);
    expect(postWarnings(post.text, [])).toEqual([]);
  });

  it('points out heavy reading and emoji', () => {
    const heavy = 'Kommunalområdets behandlingsoversikt dokumenteres gjennomgående av saksbehandlingsansvarlige 😀';
    expect(postWarnings(heavy, []).map(({ kind }) => kind)).toEqual(['hard-to-read', 'emoji']);
  });
});
