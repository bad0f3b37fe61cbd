import { describe, expect, it, vi } from 'vitest';
import { minuteMs } from '../../../src/core/time.ts';
import { makeTellNotDelivering } from '../../../src/flows/tell-not-delivering.ts';
import { exampleConfiguration } from '../../examples/municipality.ts';

const { eksempelvik } = await exampleConfiguration();
const noon = Date.UTC(2026, 10, 22, 12);

function scene(report: () => Promise<boolean> = () => Promise.resolve(true)) {
  let waitingSince: number | undefined;
  let at = noon;
  const calls = vi.fn<(...told: unknown[]) => Promise<boolean>>(report);
  const onFault = vi.fn();
  const look = makeTellNotDelivering({
    now: () => at,
    store: {
      stats: (now) =>
        Promise.resolve({
          inboxWaiting: 0,
          outboxWaiting: 0,
          oldestAlertMs: waitingSince === undefined ? 0 : Math.max(0, now - waitingSince),
          openCases: 0,
        }),
    },
    municipalities: { all: () => [eksempelvik] },
    webhook: { report: (municipality, { kind }, key) => calls(municipality.id, kind, key) },
    onFault,
  });
  return {
    calls,
    onFault,
    waiting: (since: number | undefined) => (waitingSince = since),
    lookAfter: async (minutes: number) => {
      at = noon + minutes * minuteMs;
      await look();
    },
  };
}

describe('tellNotDelivering', () => {
  it('says nothing of an alert that has waited less than three minutes', async () => {
    const { calls, waiting, lookAfter } = scene();
    await lookAfter(60);
    waiting(noon + 60 * minuteMs);
    await lookAfter(62.9);
    expect(calls).not.toHaveBeenCalled();
  });

  it('calls once after three minutes, and again every quarter of an hour under another key', async () => {
    const { calls, waiting, lookAfter } = scene();
    waiting(noon);
    for (const minutes of [3, 4, 10, 17.9]) await lookAfter(minutes);
    expect(calls).toHaveBeenCalledTimes(1);
    await lookAfter(18);
    await lookAfter(20);
    expect(calls).toHaveBeenCalledTimes(2);
    expect(new Set(calls.mock.calls.map(([, , key]) => key)).size).toBe(2);
    expect(calls.mock.calls[0]?.slice(0, 2)).toEqual([eksempelvik.id, 'not-delivering']);
  });

  it('tries a gateway that fails again, under the same key', async () => {
    const { calls, onFault, waiting, lookAfter } = scene(() => Promise.reject(new Error('away')));
    waiting(noon);
    await lookAfter(3);
    await lookAfter(4);
    expect(calls).toHaveBeenCalledTimes(2);
    expect(onFault).toHaveBeenCalledTimes(2);
    expect(new Set(calls.mock.calls.map(([, , key]) => key)).size).toBe(1);
  });
});
