import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import type { ApprovalForm } from '../../core/approval/written.ts';
import type { ApprovalStep } from '../../core/approval/filings.ts';
import type { Signature } from '../../core/approval/round.ts';
import type { Track } from '../../core/approval/book.ts';
import { paperKinds } from '../../core/paper-kinds.ts';
import type { Strategy } from '../../core/approval.ts';
import type { Instant } from '../../core/time.ts';
import type { FileApprovalOutcome } from '../../flows/approval/file-approval.ts';
import type { ApprovalShown, StrategyShown } from '../../flows/approval/show-approval.ts';
import { approvalTexts as texts, stepName, writingFault } from '../../i18n/approval.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { settingName } from '../../i18n/setting-names.ts';
import { listText } from '../../i18n/time-text.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { cutTo, inline, staffWords } from './shown-words.ts';

/** «31. januar 2027», in the service's own time. */
export const dateText = (at: Instant, timeZone: string): string =>
  new Intl.DateTimeFormat('nb-NO', { timeZone, dateStyle: 'long' }).format(at);

const mention = ({ by }: Signature): string => `<@${by}>`;

/** All four strategies, and what each is missing. */
export function approvalOverview(shown: ApprovalShown, timeZone: string): MessageBody {
  return message({
    texts: [
      `${texts.title}\n${texts.introduction}`,
      pauseText(shown, timeZone),
      ...shown.strategies.map((one) => `**${texts.strategy[one.strategy]}**\n${standingText(one, timeZone)}`),
      `-# ${texts.advice}`,
    ],
    buttons: shown.strategies.map(({ strategy }) =>
      button(`Strategi ${strategy}`, encodeCustomId('approval-show', strategy), 'secondary'),
    ),
    accent: 'calm',
  });
}

/** One strategy: what is filed, what is missing, and the buttons for the next step. */
export function approvalDetail(shown: ApprovalShown, strategy: Strategy, timeZone: string): MessageBody {
  const one = shown.strategies.find((other) => other.strategy === strategy);
  if (!one) return approvalOverview(shown, timeZone);
  return message({
    texts: [
      `# ${texts.strategy[strategy]}\n${standingText(one, timeZone)}`,
      changedText(one, timeZone),
      draftText(one, timeZone),
      pauseText(shown, timeZone),
      shown.mayDecide ? `-# ${texts.papers}` : '',
    ],
    buttons: [
      ...stepButtons(one, shown),
      ...(shown.mayDecide
        ? paperKinds.map((kind) => button(texts.paper[kind], encodeCustomId('approval-paper', kind)))
        : []),
      button(texts.back, encodeCustomId('approval-overview')),
    ],
    accent: 'calm',
  });
}

function standingText({ standing, track }: StrategyShown, timeZone: string): string {
  switch (standing.kind) {
    case 'active':
      return [
        standing.round ? texts.active({ until: dateText(standing.until, timeZone) }) : texts.activeSeed,
        standing.reviewSoon ? texts.reviewSoon : '',
      ]
        .filter((text) => text !== '')
        .join(' ');
    case 'expired':
      return texts.expired({ on: dateText(standing.at, timeZone) });
    case 'locked':
      if (track.draft?.stage === 'refused') return texts.refused;
      if (track.draft?.stage === 'stopped-by-ip') return texts.stoppedByIp;
      return texts.missing({
        gates: listText(
          'nb',
          standing.missing.map((gate) => texts.gate[gate]),
        ),
      });
  }
}

/** What management has not seen, and what it must see. */
function changedText({ standing, since }: StrategyShown, timeZone: string): string {
  const named = (keys: readonly string[]): string => inline(listText('nb', keys.map(settingName)));
  const unseen = standing.kind === 'active' ? standing.unseen : undefined;
  return [
    unseen ? texts.unseen({ keys: named(unseen.keys), on: dateText(unseen.until, timeZone) }) : '',
    since?.kind === 'unknown' ? texts.changedUnknown : '',
    since?.kind === 'keys'
      ? since.keys.length === 0
        ? texts.unchangedSince
        : texts.changedSince({ keys: named(since.keys) })
      : '',
  ]
    .filter((text) => text !== '')
    .join('\n');
}

const stepOrder: readonly ApprovalStep[] = ['purpose', 'ip', 'assessment', 'basis', 'decision', 'overview'];

/** Most of the message's room is for the residual risk or the improvements, which management must read whole. */
const longestQuote = 2_200;

function draftText({ track, open }: StrategyShown, timeZone: string): string {
  const round = track.draft ?? track.inForce;
  if (!round) return '';
  const papers: Partial<Record<ApprovalStep, Signature>> = round;
  const filed = stepOrder.flatMap((step) => {
    const paper = papers[step];
    return paper ? [texts.filed({ what: stepName(step), on: dateText(paper.at, timeZone), by: mention(paper) })] : [];
  });
  return [`**${texts.round({ number: round.number })}**`, ...filed, pendingText(track, open)]
    .filter((text) => text !== '')
    .join('\n');
}

function pendingText({ draft }: Track, open: readonly ApprovalStep[]): string {
  if (draft?.stage === 'conditional') {
    const improvements = draft.decision.filing.improvements.map((item) => `- ${inline(item)}`).join('\n');
    return texts.conditional({ improvements: cutTo(improvements, longestQuote) });
  }
  return draft?.stage === 'decision' && open[0] === 'decision'
    ? texts.toDecide({ risk: cutTo(staffWords(draft.basis.filing.residualRisk), longestQuote) })
    : '';
}

function pauseText({ pause, drill, contacts }: ApprovalShown, timeZone: string): string {
  const away = contacts ? ` ${textsIn('nb').approval.stoppedCount(contacts)}` : '';
  if (pause) return `${texts.paused({ on: dateText(pause.at, timeZone), by: mention(pause) })}${away}`;
  return drill ? texts.drillDone({ on: dateText(drill.resumed.at, timeZone) }) : texts.drillMissing;
}

/** The form, or for the decision the three forms, that files a step. */
const formsOf = (step: ApprovalStep): readonly ApprovalForm[] =>
  step === 'decision' ? ['approved', 'conditional', 'refused'] : [step];

function stepButtons(
  { strategy, open, track }: StrategyShown,
  { mayFile, mayDecide }: ApprovalShown,
): readonly APIButtonComponentWithCustomId[] {
  return open.flatMap((step, index) => {
    if (!(step === 'decision' ? mayDecide : mayFile)) return [];
    return formsOf(step).map((form) => {
      const isAgain = index > 0 && step === 'purpose';
      const isRevised = step === 'assessment' && track.draft?.stage === 'conditional';
      const label = isAgain || (step === 'purpose' && track.inForce) ? texts.newRound : texts.form[form];
      const emphasis = index > 0 ? 'secondary' : form === 'conditional' || form === 'refused' ? 'secondary' : 'primary';
      return button(isRevised ? texts.revise : label, encodeCustomId('approval-form', strategy, form), emphasis);
    });
  });
}

/** What came of filing; the strategy as it stands now follows below. */
export function filedText(outcome: FileApprovalOutcome, strategy: Strategy, form: ApprovalForm): string {
  switch (outcome.kind) {
    case 'filed': {
      const { filing, round } = outcome;
      const alone = filing.step === 'assessment' && filing.filing.disciplines.length === 1;
      return [
        texts.done({ what: texts.form[form], strategy: texts.strategy[strategy], round }),
        ...(alone ? [texts.oneDiscipline] : []),
      ].join('\n');
    }
    case 'badly-written':
      return writingFault(outcome.fault);
    case 'not-this-step':
      return texts.notThisStep({ expected: listText('nb', outcome.expected.map(stepName)) });
    case 'decider-filed':
      return texts.deciderFiled;
    case 'review-in-the-past':
      return texts.reviewInThePast;
    case 'review-too-late':
      return texts.reviewTooLate;
    case 'not-permitted':
      return texts.notPermitted;
    case 'unreadable':
      return texts.unreadable;
  }
}

/** A refusal that the writer can mend: what was written is kept for a quarter of an hour, and stands in the form again. */
export const tryAgain = (text: string, strategy: Strategy, form: ApprovalForm): MessageBody =>
  message({
    texts: [text],
    buttons: [
      button(texts.tryAgain, encodeCustomId('approval-form', strategy, form), 'primary'),
      button(texts.back, encodeCustomId('approval-show', strategy)),
    ],
    accent: 'concern',
  });
