import { z } from 'zod';
import { isLocalDate } from '../hours/local-date.ts';

/**
 * The duty guide as data: questions, a decision table and what each card says. The table is reviewed by the
 * municipality's jurist; the program only walks it. Numbers never stand here: a card names contacts of the register.
 */

const id = z.string().regex(/^[a-zA-Z0-9-]{1,40}$/, 'needs 1 to 40 letters, digits and hyphens');
/** A phone number in a sentence would be outdated somewhere; the register is the only place for numbers. */
const sentence = z
  .string()
  .trim()
  .min(1, 'is empty')
  .max(400, 'is longer than 400 characters')
  .refine((text) => !/\d\s?\d\s?\d/u.test(text), 'has a number of three digits or more in it; name a contact instead');
/** A sentence with just these `{placeholders}`, each at least once. */
const template = (...names: readonly string[]) =>
  sentence.refine(
    (text) => {
      const found = new Set([...text.matchAll(/\{([^}]*)\}/gu)].map(([, name]) => name));
      return found.size === names.length && names.every((name) => found.has(name));
    },
    `needs the placeholders ${names.map((name) => `{${name}}`).join(' ') || 'none'}`,
  );

/** «000:46» is line 46 of source document 000; a bare «C141» is a requirement. */
const sources = z
  .array(z.string().regex(/^(\d{3}:\d{1,4}|C\d{1,3})$/, 'needs a source such as 000:46'))
  .min(1, 'needs a source')
  .readonly();

const answer = z.strictObject({ id, label: sentence }).readonly();
const condition = z.record(id, z.array(id).min(1).readonly()).readonly();

const question = z
  .strictObject({
    id,
    /** One of the three that come before everything else. */
    first: z.boolean(),
    text: sentence,
    help: sentence,
    answers: z.array(answer).min(2).max(5).readonly(),
    /** What counts until it is answered. */
    ifUnanswered: id,
    askWhen: condition.optional(),
    source: sources,
  })
  .readonly();

const contactRef = z.union([z.strictObject({ id }).readonly(), z.strictObject({ kind: id }).readonly()]);

const card = z
  .strictObject({
    id,
    /** Cards of one group call for the same thing; one of them is enough. */
    group: z.enum(['acute', 'police', 'suicide', 'barnevern', 'threat', 'victim', 'adult']),
    urgency: z.enum(['now', 'today', 'soon']),
    title: sentence,
    why: sentence,
    /** The first is the one to call; the others are good to have at hand. */
    contacts: z.array(contactRef).min(1).readonly(),
    steps: z.array(sentence).min(1).max(8).readonly(),
    legal: z.array(id).readonly(),
    /** Lines of «fortell ungdommen», in order. */
    tell: z.array(id).readonly(),
    /** What must be recorded before the matter counts as handled. */
    needs: z.array(z.enum(['second-assessment', 'leader-told', 'secure', 'recontact'])).readonly(),
    /** Goes to Kripos: opens the fields that are otherwise not asked for. Source: DESIGN §5, GDPR art. 9. */
    kripos: z.boolean(),
    source: sources,
  })
  .readonly();

const row = z.strictObject({ id, when: condition, card: id, source: sources }).readonly();

const guideShape = z.strictObject({
  version: z.string().min(1).max(20),
  effectiveFrom: z.string().refine(isLocalDate, 'needs a date that exists, YYYY-MM-DD'),
  /** The jurist who has confirmed the table and its references; null: nobody has, and every card says so. */
  approvedBy: z
    .strictObject({
      name: z.string().trim().min(1).max(120),
      date: z.string().refine(isLocalDate, 'needs a date that exists, YYYY-MM-DD'),
    })
    .readonly()
    .nullable(),
  sources: z.array(z.strictObject({ id, name: z.string().min(1).max(200) }).readonly()).readonly(),
  /** True whatever the card. */
  reminders: z
    .array(z.strictObject({ text: sentence, legal: z.array(id).readonly(), source: sources }).readonly())
    .readonly(),
  /** What to say on the phone. Source: 000:46, who calls, whom it concerns and what it concerns. */
  call: z
    .strictObject({
      caller: template('caller', 'service', 'municipality'),
      about: template('about'),
      aboutUnknown: template(),
      matter: template('matter'),
      matterNow: template('matter'),
    })
    .readonly(),
  /** In the order they are asked. */
  questions: z.array(question).min(1).readonly(),
  /** The first row that fits decides; the last one fits everything. */
  rows: z.array(row).min(1).readonly(),
  cards: z.array(card).min(1).readonly(),
  tell: z.array(z.strictObject({ id, text: sentence, source: sources }).readonly()).readonly(),
  legal: z
    .array(z.strictObject({ id, name: z.string().min(1).max(80), about: sentence, source: sources }).readonly())
    .readonly(),
});

export type DutyGuide = z.output<typeof guideShape>;
export type DutyQuestion = DutyGuide['questions'][number];
export type DutyRow = DutyGuide['rows'][number];
export type DutyCard = DutyGuide['cards'][number];
export type ContactRef = DutyCard['contacts'][number];
export type DutyCondition = DutyRow['when'];
/** Questions the program itself rests on: the form in Discord asks them, and «danger now» opens doors on the desk. */
export const firstQuestions = {
  dangerNow: ['yes', 'no', 'unsure'],
  identity: ['known', 'partly', 'unknown'],
  avertable: ['yes', 'no', 'unsure'],
} as const;

/** Answer ids by question id. Unknown ids count as not answered. */
export type DutyAnswers = Readonly<Record<string, string>>;

/** The form of `duty-guide.json`. Refuses a table that could leave somebody without a card or points at nothing. */
export const dutyGuideSchema = guideShape.superRefine((guide, context) => {
  const refuse = (path: PropertyKey[], message: string): void => {
    context.addIssue({ code: 'custom', path, message });
  };
  const ids = (list: readonly { readonly id: string }[], name: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    for (const [index, one] of list.entries()) {
      if (seen.has(one.id)) refuse([name, index, 'id'], 'is used twice');
      seen.add(one.id);
    }
    return seen;
  };
  const cards = ids(guide.cards, 'cards');
  const lines = ids(guide.tell, 'tell');
  const legal = ids(guide.legal, 'legal');
  ids(guide.questions, 'questions');
  ids(guide.rows, 'rows');

  const checkCondition = (when: DutyCondition, path: PropertyKey[]): void => {
    for (const [name, wanted] of Object.entries(when)) {
      const known = guide.questions.find((one) => one.id === name);
      if (!known) refuse([...path, name], 'is not a question');
      else if (wanted.some((one) => !known.answers.some((option) => option.id === one)))
        refuse([...path, name], 'has an answer the question does not have');
    }
  };
  for (const [name, answers] of Object.entries(firstQuestions)) {
    const known = guide.questions.find((one) => one.id === name);
    const has = known?.answers.map((option) => option.id).join(' ');
    if (!known?.first || has !== answers.join(' '))
      refuse(['questions'], `needs «${name}» among the first, with the answers ${answers.join(', ')}`);
  }
  for (const [index, { answers, ifUnanswered, askWhen }] of guide.questions.entries()) {
    if (!answers.some((one) => one.id === ifUnanswered))
      refuse(['questions', index, 'ifUnanswered'], 'is not one of its answers');
    if (askWhen) checkCondition(askWhen, ['questions', index, 'askWhen']);
  }
  for (const [index, { when, card: target }] of guide.rows.entries()) {
    checkCondition(when, ['rows', index, 'when']);
    if (!cards.has(target)) refuse(['rows', index, 'card'], 'is not a card');
  }
  if (Object.keys(guide.rows.at(-1)?.when ?? { none: true }).length > 0)
    refuse(['rows', guide.rows.length - 1, 'when'], 'must be empty: the last row fits everything');
  for (const [index, one] of guide.cards.entries()) {
    if (!guide.rows.some((target) => target.card === one.id)) refuse(['cards', index], 'is reached by no row');
    if (one.tell.some((line) => !lines.has(line))) refuse(['cards', index, 'tell'], 'names a line that is not there');
    if (one.legal.some((ref) => !legal.has(ref))) refuse(['cards', index, 'legal'], 'names a law that is not there');
  }
  for (const [index, one] of guide.reminders.entries())
    if (one.legal.some((ref) => !legal.has(ref)))
      refuse(['reminders', index, 'legal'], 'names a law that is not there');
});
