import { gates } from '../../core/approval/standing.ts';
import type { Gate } from '../../core/approval/standing.ts';
import { isFault } from '../../core/doctor/finding.ts';
import type { Finding } from '../../core/doctor/finding.ts';
import type { ShowApprovalOutcome } from '../../flows/approval/show-approval.ts';
import type { SetupShown } from '../../flows/setup/show-setup.ts';
import { approvalTexts } from '../../i18n/approval.ts';
import { setupTexts as texts } from '../../i18n/setup.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';
import { fitLines } from './fit-lines.ts';
import { findingText } from './finding-text.ts';

/** Two-way conversation is what the service is for. Source: 002:284–287. */
const strategy = 2;

/** Characters for the list: what does not fit is counted. */
const room = 3_300;

/** What the list has from the set-up and the approval already, in words of its own. */
const toldAnyway: ReadonlySet<Finding['kind']> = new Set([
  'not-approved',
  'approval-expired',
  'approval-unreadable',
  'intake-paused',
  'not-test-posted',
]);

/**
 * «/status»: everything that is missing before the service may be used, in one list, each with where it is done.
 * @param findings of the doctor; faults stand in the list, the rest are counted
 */
export function statusView(
  setup: SetupShown,
  approval: ShowApprovalOutcome,
  findings: readonly Finding[],
): MessageBody {
  const found = findings.filter(({ kind }) => !toldAnyway.has(kind));
  const faults = found.filter(({ kind }) => isFault[kind]);
  const others = found.length - faults.length;
  const lines = [
    ...setup.missing.map((section) => `${texts.section[section]} (\`/oppsett\`)`),
    ...(setup.isSeen ? [] : [texts.statusSeen]),
    ...gatesMissing(approval).map((gate) =>
      gate === 'drill' ? approvalTexts.gate.drill : `${approvalTexts.gate[gate]} (\`/godkjenning\`)`,
    ),
    ...standingLines(approval),
    ...faults.map(findingText),
  ];
  const heading = isInUse(approval) ? texts.statusInUse : texts.statusList;
  const { text, left } = fitLines(
    lines.map((line) => `- ${line}`),
    room,
  );
  return message({
    texts: [
      texts.statusTitle,
      lines.length === 0 ? texts.statusReady : `${heading({ count: lines.length })}\n${text}`,
      left === 0 ? '' : texts.statusLeft({ count: left }),
      others === 0 ? '' : `-# ${texts.statusLook({ count: others })}`,
    ],
    accent: lines.length === 0 ? 'calm' : 'concern',
  });
}

/** Words of young people are taken in at the moment. */
const isInUse = (approval: ShowApprovalOutcome): boolean =>
  approval.kind === 'shown' &&
  !approval.pause &&
  approval.strategies.some((one) => one.strategy === strategy && one.standing.kind === 'active');

function gatesMissing(approval: ShowApprovalOutcome): readonly Gate[] {
  if (approval.kind !== 'shown') return gates;
  const standing = approval.strategies.find((one) => one.strategy === strategy)?.standing;
  return standing?.kind === 'locked' ? standing.missing : [];
}

function standingLines(approval: ShowApprovalOutcome): readonly string[] {
  if (approval.kind !== 'shown') return approval.kind === 'unreadable' ? [approvalTexts.unreadable] : [];
  const standing = approval.strategies.find((one) => one.strategy === strategy)?.standing;
  return [
    ...(standing?.kind === 'active' && standing.unseen ? [texts.statusUndecided] : []),
    ...(standing?.kind === 'expired' ? [texts.statusExpired] : []),
    ...(approval.pause ? [texts.statusPaused] : []),
  ];
}
