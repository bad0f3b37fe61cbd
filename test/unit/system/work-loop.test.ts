import { describe, expect, it } from 'vitest';
import { startWorkLoop } from '../../../src/system/work-loop.ts';

const until = async (condition: () => boolean): Promise<void> => {
  for (let tries = 0; !condition() && tries < 400; tries += 1) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(condition()).toBe(true);
};

describe('a work loop', () => {
  it('does all the work there is, looks again when woken, and stops', async () => {
    let waiting = 3;
    let done = 0;
    const loop = startWorkLoop({
      step: () => {
        if (waiting === 0) return Promise.resolve(false);
        waiting -= 1;
        done += 1;
        return Promise.resolve(true);
      },
      idleMs: 60_000,
      onFault: () => undefined,
    });
    await until(() => done === 3);
    waiting = 2;
    loop.wake();
    await until(() => done === 5);
    await loop.stop();
    waiting = 1;
    loop.wake();
    expect(done).toBe(5);
  });

  it('goes on after a step that fails', async () => {
    const faults: unknown[] = [];
    let steps = 0;
    const loop = startWorkLoop({
      step: () => {
        steps += 1;
        return steps === 1 ? Promise.reject(new Error('once')) : Promise.resolve(false);
      },
      idleMs: 5,
      faultMs: 1,
      onFault: (fault) => faults.push(fault),
    });
    await until(() => steps > 2);
    await loop.stop();
    expect(faults).toHaveLength(1);
  });

  it('finishes what was begun before it has stopped', async () => {
    let finished = false;
    let started = false;
    const loop = startWorkLoop({
      step: async () => {
        started = true;
        await new Promise((resolve) => setTimeout(resolve, 30));
        finished = true;
        return false;
      },
      idleMs: 60_000,
      onFault: () => undefined,
    });
    await until(() => started);
    await loop.stop();
    expect(finished).toBe(true);
  });
});
