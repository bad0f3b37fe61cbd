import { gates } from '../../core/approval/standing.ts';
import type { Gate } from '../../core/approval/standing.ts';
import type { ShowApprovalOutcome } from '../../flows/approval/show-approval.ts';
import type { SetupShown } from '../../flows/setup/show-setup.ts';
import { approvalTexts } from '../../i18n/approval.ts';
import { setupTexts as texts } from '../../i18n/setup.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';

/** Two-way conversation is what the service is for. Source: 002:284–287. */
const strategy = 2;

/** «/status»: everything that is missing before the service may be used, in one list, each with where it is done. */
export function statusView(setup: SetupShown, approval: ShowApprovalOutcome): MessageBody {
  const lines = [
    ...setup.missing.map((section) => `${texts.section[section]} (\`/oppsett\`)`),
    ...(setup.isSeen ? [] : ['Prøvepost i vaktkanalen som noen har sett (`/oppsett`)']),
    ...gatesMissing(approval).map((gate) =>
      gate === 'drill' ? approvalTexts.gate.drill : `${approvalTexts.gate[gate]} (\`/godkjenning\`)`,
    ),
    ...standingLines(approval),
  ];
  return message({
    texts: [
      texts.statusTitle,
      lines.length === 0
        ? texts.statusReady
        : [texts.statusList({ count: lines.length }), ...lines.map((line) => `- ${line}`)].join('\n'),
    ],
    accent: lines.length === 0 ? 'calm' : 'concern',
  });
}

function gatesMissing(approval: ShowApprovalOutcome): readonly Gate[] {
  if (approval.kind !== 'shown') return gates;
  const standing = approval.strategies.find((one) => one.strategy === strategy)?.standing;
  return standing?.kind === 'locked' ? standing.missing : [];
}

function standingLines(approval: ShowApprovalOutcome): readonly string[] {
  if (approval.kind !== 'shown') return approval.kind === 'unreadable' ? [approvalTexts.unreadable] : [];
  const standing = approval.strategies.find((one) => one.strategy === strategy)?.standing;
  return [
    ...(standing?.kind === 'active' && standing.unseen
      ? ['Ledelsen må beslutte på nytt, siden noe er endret (`/godkjenning`)']
      : []),
    ...(standing?.kind === 'expired' ? ['Godkjenningen har gått ut (`/godkjenning`)'] : []),
    ...(approval.pause ? ['Inntaket er stoppet (`/gjenoppta`)'] : []),
  ];
}
