import type { Case, CaseEntry } from '../case.ts';
import type { Severity } from '../triage/assessment.ts';
import type { Instant } from '../time.ts';
import type { ClosingCode } from './aftercare.ts';
import type { Dossier } from './dossier.ts';
import type { StepId } from './steps.ts';

/** What happened, without a word of what was said. */
export type TimelineEvent = { readonly at: Instant } & (
  | { readonly kind: 'opened' | 'deleted' | 'received' }
  | { readonly kind: 'message'; readonly severity: Severity }
  | {
      readonly kind:
        | 'reply'
        | 'claimed'
        | 'closed'
        | 'filed'
        | 'decided'
        | 'exported'
        | 'original'
        | 'referred'
        | 'recontact'
        | 'held'
        | 'debrief';
      readonly by: string;
    }
  | { readonly kind: 'step'; readonly by: string; readonly step: StepId }
  | { readonly kind: 'closing'; readonly code: ClosingCode }
);

/** Oldest first. The conversation's half is there as long as the conversation is. */
export function timelineOf(
  current: Case | undefined,
  entries: readonly CaseEntry[],
  dossier: Dossier,
): readonly TimelineEvent[] {
  const { decision, hold, recontact, closing } = dossier;
  const events: TimelineEvent[] = [
    ...(current ? [{ kind: 'opened', at: current.openedAt } as const] : []),
    ...(current && (current.state.kind === 'claimed' || current.state.kind === 'closed') && current.state.by
      ? [{ kind: current.state.kind, at: current.state.at, by: current.state.by.signature } as const]
      : []),
    ...(current?.incident
      ? [{ kind: 'filed', at: current.incident.at, by: current.incident.by.signature } as const]
      : []),
    ...entries.flatMap(({ at, from, severity, signature, body }): TimelineEvent[] => [
      from === 'sender' ? { kind: 'message', at, severity } : { kind: 'reply', at, by: signature ?? '' },
      ...(body.kind === 'deleted-by-sender' ? [{ kind: 'deleted', at: body.at } as const] : []),
    ]),
    ...Object.entries(dossier.steps).map(
      ([step, { at, by }]) => ({ kind: 'step', at, by: by.signature, step: step as StepId }) as const,
    ),
    ...(decision ? [{ kind: 'decided', at: decision.at, by: decision.by.signature } as const] : []),
    ...dossier.accesses
      .filter(({ what }) => what === 'original')
      .map(({ at, by }) => ({ kind: 'original', at, by: by.signature }) as const),
    ...dossier.exports.map(({ at, by }) => ({ kind: 'exported', at, by: by.signature }) as const),
    ...(dossier.referrals ?? []).flatMap(({ at, by, received }): TimelineEvent[] => [
      { kind: 'referred', at, by: by.signature },
      ...(received ? [{ kind: 'received', at: received.at } as const] : []),
    ]),
    ...(recontact ? [{ kind: 'recontact', at: recontact.at, by: recontact.by.signature } as const] : []),
    ...(hold ? [{ kind: 'held', at: hold.askedAt, by: hold.askedBy.signature } as const] : []),
    ...(closing ? [{ kind: 'closing', at: closing.at, code: closing.code } as const] : []),
    ...(dossier.debriefs ?? []).map(({ at, by }) => ({ kind: 'debrief', at, by: by.signature }) as const),
  ];
  return events.toSorted((a, b) => a.at - b.at);
}
