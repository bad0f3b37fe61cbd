import type { DutyAnswers, DutyCard, DutyCondition, DutyGuide, DutyQuestion } from './guide.ts';

export interface NextStep {
  /** The one thing to do next. */
  readonly card: DutyCard;
  /** The row of the table that decided. */
  readonly rowId: string;
  /** No answer that is still missing can change the card. */
  readonly settled: boolean;
  /** Duties that also apply, by the answers given, after the first is seen to. At most one per group. */
  readonly also: readonly DutyCard[];
}

/** Whether the question has to do with this matter, as it is answered so far. */
const isAsked = (guide: DutyGuide, { askWhen }: DutyQuestion, answers: DutyAnswers): boolean =>
  askWhen === undefined ||
  Object.entries(askWhen).every(([id, wanted]) => {
    const given = answerTo(guide, id, answers);
    return given !== undefined && wanted.includes(given);
  });

/** The answer given to a question that is asked; an answer to one that no longer is does not count. */
function answerTo(guide: DutyGuide, id: string, answers: DutyAnswers): string | undefined {
  const question = guide.questions.find((one) => one.id === id);
  const given = Object.hasOwn(answers, id) ? answers[id] : undefined;
  if (!question?.answers.some((option) => option.id === given)) return undefined;
  return isAsked(guide, question, answers) ? given : undefined;
}

/** Questions that are asked in this matter, in order, each with its answer where there is one. */
export const askedQuestions = (
  guide: DutyGuide,
  answers: DutyAnswers,
): readonly { readonly question: DutyQuestion; readonly answer?: string }[] =>
  guide.questions
    .filter((question) => isAsked(guide, question, answers))
    .map((question) => {
      const answer = answerTo(guide, question.id, answers);
      return answer === undefined ? { question } : { question, answer };
    });

/**
 * What to do next. Total: whatever is answered, and when nothing is, exactly one card. An open question counts as the
 * guide says: in the first three as the more dangerous answer, in the others as «no».
 */
export function nextStep(guide: DutyGuide, answers: DutyAnswers): NextStep {
  const asked = askedQuestions(guide, answers);
  const given = new Map(asked.flatMap(({ question, answer }) => (answer === undefined ? [] : [[question.id, answer]])));
  const counted = new Map(asked.map(({ question, answer }) => [question.id, answer ?? question.ifUnanswered]));
  const fits = (when: DutyCondition, known: ReadonlyMap<string, string>): boolean =>
    Object.entries(when).every(([id, wanted]) => wanted.includes(known.get(id) ?? ''));
  /** It may come to fit when the rest is answered. */
  const mayFit = (when: DutyCondition): boolean =>
    Object.entries(when).every(([id, wanted]) => {
      const answer = given.get(id);
      return answer === undefined ? mayBeAsked(guide, id, given) : wanted.includes(answer);
    });

  const index = guide.rows.findIndex(({ when }) => fits(when, counted));
  const row = guide.rows[index];
  const card = guide.cards.find((one) => one.id === row?.card);
  if (!row || !card) throw new Error('the duty guide has no last row');

  const groups = new Set([card.group]);
  const also: DutyCard[] = [];
  for (const { when, card: cardId } of guide.rows.slice(index + 1, -1)) {
    const other = guide.cards.find((one) => one.id === cardId);
    if (!other || groups.has(other.group) || !fits(when, given)) continue;
    groups.add(other.group);
    also.push(other);
  }
  const settled = fits(row.when, given) && !guide.rows.slice(0, index).some(({ when }) => mayFit(when));
  return { card, rowId: row.id, settled, also };
}

/** A question whose own condition is ruled out by what is answered will never be asked. */
function mayBeAsked(guide: DutyGuide, id: string, given: ReadonlyMap<string, string>): boolean {
  const question = guide.questions.find((one) => one.id === id);
  return Object.entries(question?.askWhen ?? {}).every(([other, wanted]) => {
    const answer = given.get(other);
    return answer === undefined ? mayBeAsked(guide, other, given) : wanted.includes(answer);
  });
}

/** The first question that is asked and not answered; nothing when all are. */
export const nextQuestion = (guide: DutyGuide, answers: DutyAnswers): DutyQuestion | undefined =>
  askedQuestions(guide, answers).find(({ answer }) => answer === undefined)?.question;
