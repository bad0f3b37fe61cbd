import type { Urgency } from './budget.ts';

/** Takes the most urgent out of those that wait, the first to come among equals. */
export function takeMostUrgent<Waiting extends { readonly urgency: Urgency }>(waiting: Waiting[]): Waiting | undefined {
  const first = waiting.reduce<Waiting | undefined>(
    (best, one) => (best === undefined || one.urgency < best.urgency ? one : best),
    undefined,
  );
  if (first) waiting.splice(waiting.indexOf(first), 1);
  return first;
}
