import type { Case } from '../case.ts';
import type { Decision } from '../decide.ts';
import { hourMs, minuteMs } from '../time.ts';
import type { Instant } from '../time.ts';
import type { CountName, Wait } from './count.ts';

const bands: readonly (readonly [below: number, wait: Wait])[] = [
  [5 * minuteMs, 'under-5-min'],
  [15 * minuteMs, 'under-15-min'],
  [hourMs, 'under-1-h'],
  [4 * hourMs, 'under-4-h'],
  [24 * hourMs, 'under-24-h'],
];

export const waitOf = (ms: number): Wait => bands.find(([below]) => ms < below)?.[1] ?? 'longer';

/** What one message from a sender adds. `isKnown`: the sender is remembered from before. */
export function countsOfMessage(
  { version }: Pick<Case, 'version'>,
  { effects }: Pick<Decision, 'effects'>,
  isKnown: boolean,
): readonly CountName[] {
  const isTaken = effects.some(({ kind }) => kind === 'store-entry');
  if (!isTaken) return [];
  const isToldClosed = effects.some(
    (effect) => effect.kind === 'notify-sender' && 'staffed' in effect.notice && !effect.notice.staffed,
  );
  return [
    'message',
    ...(version === 0 ? (['case'] as const) : []),
    ...(isKnown ? [] : (['first-contact'] as const)),
    ...(isToldClosed ? (['closed-reply'] as const) : []),
  ];
}

type Counted = Pick<Case, 'state' | 'severity' | 'categories' | 'incident' | 'openedAt' | 'unansweredSince'>;

/** What an act of staff adds: somebody has waited until now, or a conversation has ended. */
export function countsOfAct(before: Counted, after: Counted, at: Instant): readonly CountName[] {
  if (before.state.kind === 'open' && after.state.kind === 'claimed') {
    return [`wait:${waitOf(at - (before.unansweredSince ?? before.openedAt))}`];
  }
  return before.state.kind !== 'closed' && after.state.kind === 'closed' ? countsOfClosing(after) : [];
}

/** A person's judgement goes before the program's. */
function countsOfClosing({ severity, categories, incident }: Counted): readonly CountName[] {
  const themes = incident ? [incident.category] : categories.length > 0 ? categories : (['none'] as const);
  return [
    `level:${incident?.severity ?? severity}`,
    ...themes.map((theme) => `theme:${theme}` as const),
    ...(incident && incident.action !== 'none-yet' ? [`referral:${incident.action}` as const] : []),
  ];
}
