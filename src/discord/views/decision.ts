import type { Case } from '../../core/case.ts';
import type { DutyAnswers } from '../../core/duty-guide/guide.ts';
import { nextStep } from '../../core/duty-guide/next-step.ts';
import type { Language } from '../../core/language.ts';
import type { DecideOutcome, DecisionForm } from '../../flows/desk/fill-in.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { field, radios, writing } from './form.ts';
import type { FormBody } from './form.ts';
import type { GuideHere } from './next-step.ts';
import { cutTo, inline } from './shown-words.ts';

/** Characters in each text; a form in Discord asks for something short. */
const longest = 1_000;
/** Discord's limit for the line under a label. */
const longestHelp = 100;

interface Deciding {
  readonly answers: DutyAnswers;
  /** What was written and not taken. */
  readonly typed: DecisionForm | undefined;
}

/** «Bestem»: what the card says or something else, and why. Says nothing of the young person; names are masked. */
export function decisionForm(
  current: Case,
  { answers, typed }: Deciding,
  { guide, language }: Pick<GuideHere, 'guide' | 'language'>,
): FormBody {
  const { staff, decision } = textsIn(language);
  const { card, also } = nextStep(guide, answers);
  const isAssessed = [card, ...also].some(({ needs }) => needs.includes('second-assessment'));
  const choices = (['yes', 'no'] as const).map((value) => ({ value, label: decision.choice({ follows: value }) }));
  const chosen = typed && (typed.follows ? 'yes' : 'no');
  return {
    custom_id: encodeCustomId('case-decide-sent', current.id, card.id),
    title: decision.title({ caseName: staff.caseName({ caseNumber: current.number }) }),
    components: [
      field(decision.question(), radios('follows', choices, chosen), cutTo(card.title, longestHelp)),
      ...(isAssessed
        ? [
            field(
              decision.second(),
              writing('secondAssessment', longest, { value: typed?.secondAssessment ?? '' }),
              decision.secondHelp(),
            ),
          ]
        : []),
      field(
        decision.reason(),
        writing('reason', longest, { required: false, value: typed?.reason ?? '' }),
        decision.reasonHelp(),
      ),
    ],
  };
}

type Unmade = Exclude<DecideOutcome['kind'], 'decided' | 'not-permitted' | 'not-found'>;

/** Why a decision is not kept, what was written, and the way back to it. */
export function decisionToMend(
  current: Case,
  why: Unmade,
  { reason, secondAssessment }: DecisionForm,
  language: Language,
): MessageBody {
  const { caseWork, decision } = textsIn(language);
  const written = [secondAssessment, reason]
    .filter((words) => words.trim() !== '')
    .map((words) => `> ${inline(words)}`);
  const isAboutWords = why === 'needs-reason' || why === 'needs-second-assessment';
  return message({
    texts: [decision.notKept({ why }), written.join('\n')],
    buttons: [
      isAboutWords
        ? button(decision.button(), encodeCustomId('case-decide', current.id), 'primary')
        : button(caseWork.stepButton(), encodeCustomId('case-step', current.id), 'primary'),
    ],
    accent: 'serious',
  });
}
