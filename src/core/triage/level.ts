import type { Severity } from './assessment.ts';
import type { RuleMatch } from './rules/match-rules.ts';
import { thresholds } from './thresholds.ts';

/** The model's answers: is an adult needed at all, the same shift, or now? Log-odds. */
export interface Scores {
  readonly worry: number;
  readonly serious: number;
  readonly acute: number;
}

/** What a coordinator, or an open channel, adds to what the model needs; log-odds. */
export interface Shifts {
  readonly concern: number;
  readonly serious: number;
}

/** What stands around a rule's words, and whether anything may hold the rule back. */
export interface Surroundings {
  /** Sentences in which a game, song, joke, meal or other harmless frame stands. */
  readonly framedSentences: ReadonlySet<number>;
  readonly sentenceOf: (token: number) => number;
  /** The whole text is framed. */
  readonly throughout: boolean;
  /** More than one: what the model thinks of the whole says little of the one with the rule's words. */
  readonly sentences: number;
  /** «Ikke tull»: nothing may be held back. */
  readonly earnest: boolean;
  /** Written straight to staff: nothing is held back unless the model too finds the message harmless. */
  readonly direct: boolean;
}

const mayHoldBack = ({ earnest, direct }: Surroundings, worry: number): boolean =>
  !earnest && !(direct && worry >= thresholds.harmlessInDirect);

/** True when one of the rule's words shares a sentence with a harmless frame: a frame further off says nothing about them. */
const standsInFrame = ({ hits }: RuleMatch, { framedSentences, sentenceOf, throughout }: Surroundings): boolean =>
  throughout || (framedSentences.size > 0 && hits.some(({ start }) => framedSentences.has(sentenceOf(start))));

/**
 * The level an acute rule counts at. Outside any frame it is serious or acute, or concern where the model finds the only
 * sentence harmless. Inside one it is at least concern, unless the frame is unmistakable.
 */
function acuteLevel(match: RuleMatch, { worry, serious, acute }: Scores, around: Surroundings): Severity {
  const held =
    mayHoldBack(around, worry) && (match.framed || (match.rule.weight !== 'firm' && standsInFrame(match, around)));
  if (!held) {
    if (acute >= thresholds.acuteOutsideFrame) return 'acute';
    return worry >= thresholds.acuteDoubted || around.earnest || around.sentences > 1 ? 'serious' : 'concern';
  }
  if (acute >= thresholds.acuteInFrame) return 'acute';
  if (serious >= thresholds.seriousInFrame) return 'serious';
  return worry < thresholds.unmistakableFrame ? 'none' : 'concern';
}

/** The level a rule that matched counts at. */
export function ruleLevel(match: RuleMatch, scores: Scores, around: Surroundings): Severity {
  const { rule, framed } = match;
  const { worry, serious, acute } = scores;
  if (rule.weight === 'hint') {
    if (worry < thresholds.concern) return 'none';
    if (rule.level === 'acute' && acute >= thresholds.hintAcute) return 'acute';
    return serious >= thresholds.serious ? 'serious' : 'none';
  }
  if (rule.level === 'acute') return acuteLevel(match, scores, around);
  if (rule.weight === 'firm' && (!framed || !mayHoldBack(around, worry))) {
    return standsInFrame(match, around) && serious < thresholds.firmSerious ? 'concern' : rule.level;
  }
  if (framed && rule.weight === 'supported') return 'none';
  if (worry < thresholds.supportedConcern) return 'none';
  return rule.level === 'serious' && serious >= thresholds.supportedSerious ? 'serious' : 'concern';
}

/**
 * The level the model finds by itself: never acute.
 * @param besideRule a rule found its words too, which asks less of the model
 * @param ownText one message, and not a conversation read as one
 */
export function modelLevel(
  { worry, serious, acute }: Scores,
  shift: Shifts,
  besideRule: boolean,
  ownText: boolean,
): Exclude<Severity, 'acute'> {
  // Nobody may set the model to need more where it thinks that it may be about now.
  const moved = (by: number): number => (acute >= thresholds.neverMovedUp ? Math.min(0, by) : by);
  const needed =
    (besideRule ? thresholds.concernBesideRule : thresholds.concern) + (ownText ? 0 : thresholds.conversation);
  if (worry < needed + moved(shift.concern) && acute < thresholds.acuteNotices) return 'none';
  const neededSerious = besideRule ? thresholds.serious : thresholds.seriousAlone;
  return serious >= neededSerious + moved(shift.serious) || acute >= thresholds.acuteAlone ? 'serious' : 'concern';
}
