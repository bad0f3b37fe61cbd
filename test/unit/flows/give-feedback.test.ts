import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MunicipalityId } from '../../../src/core/ids.ts';
import { hourMs } from '../../../src/core/time.ts';
import { makeGiveFeedback } from '../../../src/flows/give-feedback.ts';
import { snowflake } from '../../examples/cases.ts';
import { openFlowScene } from './scene.ts';

let scene: Awaited<ReturnType<typeof openFlowScene>>;
beforeEach(async () => {
  scene = await openFlowScene();
});
afterEach(async () => {
  await scene.store.close();
});

const giver = () =>
  makeGiveFeedback({
    ...scene,
    municipalities: { find: (id: MunicipalityId) => (id === scene.eksempelvik.id ? scene.eksempelvik : undefined) },
  });
const counted = async () =>
  Object.fromEntries((await scene.store.listCounts(scene.eksempelvik.id)).map(({ name, n }) => [name, n]));
const helped = { answer: 'helped', theme: 'hours' } as const;

describe('feedback', () => {
  it('is counted by answer and by what it is about, without a sender', async () => {
    const give = giver();
    await give('1', snowflake(1), scene.eksempelvik.id, helped);
    await give('2', snowflake(2), scene.eksempelvik.id, { answer: 'not', theme: 'hours' });
    expect(await counted()).toEqual({ 'feedback:helped': 1, 'feedback:not': 1, 'feedback:about-hours': 2 });
  });

  it('counts one person once within an hour', async () => {
    const give = giver();
    for (const cause of ['1', '2', '3']) await give(cause, snowflake(1), scene.eksempelvik.id, helped);
    expect((await counted())['feedback:helped']).toBe(1);
    scene.pass(hourMs);
    await give('4', snowflake(1), scene.eksempelvik.id, helped);
    expect((await counted())['feedback:helped']).toBe(2);
  });

  it('is for a municipality that is there', async () => {
    expect(await giver()('1', snowflake(1), 'ukjent' as MunicipalityId, helped)).toBe('not-found');
  });
});
