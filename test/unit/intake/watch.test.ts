import { describe, expect, it } from 'vitest';
import type { MunicipalityId } from '../../../src/core/ids.ts';
import { createWatch } from '../../../src/intake/watch.ts';
import type { Watch } from '../../../src/intake/watch.ts';
import type { Store } from '../../../src/ports.ts';

const here = 'eksempelvik' as MunicipalityId;

/** A store that holds one setting, as the port promises it. */
function settingStore(): Pick<Store, 'findSetting' | 'commit'> {
  let kept: { version: number; value: unknown } | undefined;
  return {
    findSetting: () => Promise.resolve(kept),
    commit({ changes }) {
      const [change] = changes;
      if (change?.kind !== 'save-setting' || change.basedOn !== (kept?.version ?? 0)) return Promise.resolve('stale');
      kept = { version: change.basedOn + 1, value: structuredClone(change.value) };
      return Promise.resolve('committed');
    },
  };
}

function watchAt(): { readonly watch: Watch; readonly at: (seconds: number) => void } {
  let now = 1_790_000_000_000;
  const base = now;
  const watch = createWatch(settingStore(), () => now);
  return {
    watch,
    at(seconds) {
      now = base + seconds * 1_000;
    },
  };
}

describe('the watch', () => {
  it('says nothing of a gap at the very first start', async () => {
    const { watch, at } = watchAt();
    await watch.began('one');
    at(120);
    await watch.beat('one');
    expect(await watch.untold(here)).toEqual([]);
    expect(await watch.readBackFrom('one')).toBeUndefined();
  });

  it('records from the last beat to the new session, and tells each municipality once', async () => {
    const { watch, at } = watchAt();
    await watch.began('one');
    at(20);
    await watch.beat('one');
    at(300);
    await watch.began('one');
    at(360);
    await watch.beat('one');
    const [gap] = await watch.untold(here);
    expect(gap && (gap.until - gap.from) / 1_000).toBe(280);
    if (!gap) throw new Error('no gap');
    expect(await watch.recent()).toMatchObject({ from: gap.from });
    await watch.told(here, gap);
    expect(await watch.untold(here)).toEqual([]);
    expect(await watch.untold('annenvik' as MunicipalityId)).toHaveLength(1);
  });

  it('records none while another intake listened all through', async () => {
    const { watch, at } = watchAt();
    await watch.began('one');
    await watch.began('two');
    at(20);
    await watch.beat('one');
    at(300);
    await watch.began('one');
    at(310);
    await watch.beat('two');
    at(400);
    await watch.beat('one');
    expect(await watch.untold(here)).toEqual([]);
  });

  it('does not take another that itself came back in the middle for one that listened', async () => {
    const { watch, at } = watchAt();
    await watch.began('one');
    await watch.began('two');
    at(20);
    await watch.beat('one');
    await watch.beat('two');
    at(200);
    await watch.began('two');
    at(300);
    await watch.began('one');
    at(400);
    await watch.beat('two');
    await watch.beat('one');
    expect((await watch.untold(here)).length).toBeGreaterThan(0);
  });

  it('owes the reading back until it is done, however often the session is lost', async () => {
    const { watch, at } = watchAt();
    await watch.began('one');
    at(20);
    await watch.beat('one');
    at(100);
    await watch.began('one');
    const from = await watch.readBackFrom('one');
    at(110);
    await watch.began('one');
    expect(await watch.readBackFrom('one')).toBe(from);
    await watch.readBack('one', from ?? 0);
    expect(await watch.readBackFrom('one')).toBeUndefined();
  });

  it('F-04 slows down: fewer than 50 new sessions in an hour of crashes', async () => {
    const { watch, at } = watchAt();
    let sessions = 0;
    let seconds = 0;
    while (seconds < 3_600) {
      at(seconds);
      seconds += (await watch.restMs()) / 1_000 + 2;
      at(seconds);
      await watch.began('one');
      sessions += 1;
    }
    expect(sessions).toBeLessThan(50);
  });
});
