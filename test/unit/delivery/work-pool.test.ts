import { describe, expect, it } from 'vitest';
import { startWorkPool } from '../../../src/system/work-pool.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a work pool', () => {
  it('does not let one slow piece hold up the others', async () => {
    const due = ['slow', 'a', 'b', 'c', 'd'];
    const done: string[] = [];
    const slow = Promise.withResolvers<undefined>();
    const pool = startWorkPool<string>({
      claim: (limit) => Promise.resolve(due.splice(0, limit)),
      run: async (piece) => {
        if (piece === 'slow') await slow.promise;
        done.push(piece);
      },
      width: 2,
      idleMs: 5,
      onFault: () => undefined,
    });
    for (let tries = 0; done.length < 4 && tries < 200; tries += 1) await pause(5);
    expect(done).toEqual(['a', 'b', 'c', 'd']);
    slow.resolve(undefined);
    await pool.stop();
    expect(done).toContain('slow');
  });

  it('never has more going than its width', async () => {
    let due = 40;
    let going = 0;
    let most = 0;
    const pool = startWorkPool<number>({
      claim: (limit) => {
        const taken = Math.min(limit, due);
        due -= taken;
        return Promise.resolve(Array.from({ length: taken }, (_, index) => index));
      },
      run: async () => {
        going += 1;
        most = Math.max(most, going);
        await pause(2);
        going -= 1;
      },
      width: 3,
      idleMs: 5,
      onFault: () => undefined,
    });
    for (let tries = 0; (due > 0 || going > 0) && tries < 400; tries += 1) await pause(5);
    await pool.stop();
    expect(due).toBe(0);
    expect(most).toBe(3);
  });

  it('goes on after a claim and after a piece that fail', async () => {
    const faults: unknown[] = [];
    let claims = 0;
    const pool = startWorkPool<number>({
      claim: () => {
        claims += 1;
        return claims === 1 ? Promise.reject(new Error('once')) : Promise.resolve(claims === 2 ? [1] : []);
      },
      run: () => Promise.reject(new Error('piece')),
      width: 1,
      idleMs: 2,
      faultMs: 1,
      onFault: (fault) => faults.push(fault),
    });
    for (let tries = 0; claims < 4 && tries < 200; tries += 1) await pause(5);
    await pool.stop();
    expect(faults).toHaveLength(2);
  });
});
