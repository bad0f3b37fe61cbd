import type { Snowflake } from '../../core/ids.ts';
import { severityRank } from '../../core/triage/assessment.ts';
import type { Assessment } from '../../core/triage/assessment.ts';
import { explainAssessment } from '../../core/triage/explain.ts';
import { allRules } from '../../core/triage/rules/all-rules.ts';
import type { SettledTriageSettings } from '../../core/triage/settings.ts';
import type { ChangeOutcome } from '../../flows/settings/change-settings.ts';
import type { ProposeOutcome, TriageProposal } from '../../flows/triage/change-triage.ts';
import { setupTexts } from '../../i18n/setup.ts';
import { triageTexts as texts } from '../../i18n/triage.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { Accent, MessageBody } from './body.ts';
import { inline } from './shown-words.ts';

const accents: readonly Accent[] = ['calm', 'concern', 'serious', 'acute'];

/** What an invented sentence comes to. It is the coordinator's own and is shown to nobody else. */
export const triedSentence = (sentence: string, assessment: Assessment): MessageBody =>
  message({
    texts: [
      texts.tryTitle,
      explainAssessment(sentence, assessment).map(inline).join('\n'),
      texts.whatHappens(assessment),
      `-# ${texts.notStored}`,
    ],
    accent: accents[severityRank(assessment.severity)] ?? 'calm',
  });

/** The soft rules by the first part of their id, with those that are off named; and what else is moved. */
export function softRules(settings: SettledTriageSettings): MessageBody {
  const groups = Map.groupBy(
    allRules.filter(({ level }) => level !== 'acute'),
    ({ id }) => id.split('.')[0] ?? id,
  );
  const lines = [...groups].map(([group, rules]) => {
    const names = rules.map(({ id }) => {
      const name = id.slice(group.length + 1);
      return settings.switchedOff.includes(id) ? `~~${name}~~ (${texts.off})` : name;
    });
    return `**${group}**: ${names.join(', ')}`;
  });
  return message({
    texts: [
      `${texts.rulesTitle}\n${texts.rulesLead}`,
      lines.join('\n'),
      [
        texts.settings({ words: settings.localWords.length, off: settings.switchedOff.length }),
        texts.shiftStands({ shift: 'concernShift', by: settings.concernShift }),
        texts.shiftStands({ shift: 'seriousShift', by: settings.seriousShift }),
      ].join('\n'),
    ],
    accent: 'calm',
  });
}

const said = (text: string, accent: Accent = 'done'): MessageBody => message({ texts: [text], accent });

/** What a proposal comes to; `key` is what the button to confirm it carries. */
export function proposed(outcome: ProposeOutcome, key: Snowflake): MessageBody {
  switch (outcome.kind) {
    case 'not-allowed':
      return said(texts.notPermitted);
    case 'refused':
      return said(inline(texts.fault(outcome.fault)), 'serious');
    case 'weakens-acute':
      return message({ texts: [texts.weakensAcute, texts.figures(outcome)], accent: 'serious' });
    case 'example-fails':
      return said(texts.exampleFails(outcome), 'serious');
    case 'trial-failed':
      return said(texts.trialFailed, 'serious');
    case 'proposed':
      return message({
        texts: [
          `${texts.proposalTitle}\n${inline(texts.proposal(outcome.proposal.change))}`,
          texts.figures(outcome.proposal),
          texts.ifWrong,
        ],
        buttons: [button(texts.confirm, encodeCustomId('triage-confirm', key), 'primary')],
        accent: 'calm',
      });
  }
}

export const notComplete = (): MessageBody => said(texts.incomplete);
export const notPermitted = (): MessageBody => said(texts.notPermitted);
export const trialFailed = (): MessageBody => said(texts.trialFailed, 'serious');
export const tooOld = (): MessageBody => said(texts.stale, 'serious');

/** What became of a proposal that was confirmed. */
export function confirmed(outcome: ChangeOutcome, { change }: TriageProposal): MessageBody {
  switch (outcome.kind) {
    case 'saved':
      return said(inline(texts.saved({ change })), 'calm');
    case 'proposed':
      return said(setupTexts.proposed, 'calm');
    case 'not-allowed':
      return notPermitted();
    case 'stale':
      return tooOld();
    case 'refused':
      return said(texts.refusedBySettings(outcome), 'serious');
  }
}
