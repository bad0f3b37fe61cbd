import { describe, expect, it, vi } from 'vitest';
import type { Snowflake } from '../../../src/core/ids.ts';
import { createBudget } from '../../../src/discord/budget.ts';
import { createRefusedChannels } from '../../../src/discord/refused-channels.ts';

const channel = '1300000000000000122' as Snowflake;

describe('a budget', () => {
  it('lets an alert through at once although hundreds of others wait', async () => {
    vi.useFakeTimers();
    try {
      const budget = createBudget({ perSecond: 40, monotonic: () => Date.now() });
      const order: string[] = [];
      for (let index = 0; index < 300; index += 1) void budget.turn(1).then(() => order.push('ordinary'));
      await vi.advanceTimersByTimeAsync(0);
      const before = order.length;
      void budget.turn(0).then(() => order.push('alert'));
      await vi.advanceTimersByTimeAsync(0);
      expect(order.indexOf('alert')).toBe(before);
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps to its rate over time, and serves everybody in the end', async () => {
    vi.useFakeTimers();
    try {
      const budget = createBudget({ perSecond: 40, monotonic: () => Date.now() });
      let served = 0;
      for (let index = 0; index < 200; index += 1) void budget.turn(3).then(() => (served += 1));
      await vi.advanceTimersByTimeAsync(1_000);
      expect(served).toBeLessThanOrEqual(40 + 20);
      await vi.advanceTimersByTimeAsync(6_000);
      expect(served).toBe(200);
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps the last post of a channel for an alert', async () => {
    vi.useFakeTimers();
    try {
      const budget = createBudget({ perSecond: 45, monotonic: () => Date.now() });
      budget.heard(channel, { remaining: 1, resetAfterMs: 5_000 });
      const served: string[] = [];
      void budget.turn(1, channel).then(() => served.push('ordinary'));
      void budget.turn(0, channel).then(() => served.push('alert'));
      await vi.advanceTimersByTimeAsync(100);
      expect(served).toEqual(['alert']);
      await vi.advanceTimersByTimeAsync(5_000);
      expect(served).toEqual(['alert', 'ordinary']);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a refusal (F-12)', () => {
  it('leads to fewer than 20 requests when 1,000 are wanted, one a second', () => {
    let now = 0;
    const refused = createRefusedChannels(() => now);
    let requests = 0;
    for (; now < 1_000_000; now += 1_000) {
      if (refused.restMs('a') > 0) continue;
      requests += 1;
      refused.refused('a');
    }
    expect(requests).toBeLessThan(20);
    expect(refused.restMs('b')).toBe(0);
  });

  it('is forgotten when the place takes something again', () => {
    const refused = createRefusedChannels(() => 0);
    refused.refused('a');
    refused.accepted('a');
    expect(refused.restMs('a')).toBe(0);
  });
});
