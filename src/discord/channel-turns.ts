import type { Urgency } from './budget.ts';
import { takeMostUrgent } from './most-urgent.ts';
import { hangsAfterMs } from './passing-rest.ts';

/** One post at a time in a channel, the most urgent first; one that hangs is passed. */
export interface ChannelTurns {
  take<Answer>(channelId: string, urgency: Urgency, work: () => Promise<Answer>): Promise<Answer>;
}

interface Queue {
  busy: boolean;
  readonly waiting: { readonly urgency: Urgency; readonly go: () => void }[];
}

/**
 * Discord counts posts by channel, and the library sends them one after the other in the order they came. Here an alert
 * overtakes what waits, and after a refusal what waits can still turn back.
 */
export function createChannelTurns(): ChannelTurns {
  const queues = new Map<string, Queue>();

  function release(channelId: string, queue: Queue): void {
    const first = takeMostUrgent(queue.waiting);
    if (first) first.go();
    else queues.delete(channelId);
  }

  return {
    async take(channelId, urgency, work) {
      const queue = queues.get(channelId) ?? { busy: false, waiting: [] };
      queues.set(channelId, queue);
      if (queue.busy) {
        await new Promise<void>((resolve) => {
          queue.waiting.push({ urgency, go: resolve });
        });
      }
      queue.busy = true;
      let isOurs = true;
      const pass = (): void => {
        if (isOurs) release(channelId, queue);
        isOurs = false;
      };
      const passed = setTimeout(pass, hangsAfterMs);
      try {
        return await work();
      } finally {
        clearTimeout(passed);
        pass();
      }
    },
  };
}
