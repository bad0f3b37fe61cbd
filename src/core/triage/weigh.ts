import { higherSeverity, severityRank, type Category, type Severity, type TriageReason } from './assessment.ts';
import type { Features } from './model/features.ts';
import { likelyCategories, type Model } from './model/model.ts';
import { addedByToken, answerNetwork } from './model/network.ts';
import type { Reading } from './reader.ts';
import type { RuleMatch } from './rules/match-rules.ts';
import { thresholds } from './thresholds.ts';

/** What one reading of one stretch of text comes to. */
export interface Finding {
  readonly severity: Severity;
  readonly categories: readonly Category[];
  readonly reasons: readonly TriageReason[];
}

export const harmless: Finding = { severity: 'none', categories: [], reasons: [] };

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
function acuteLevel(match: RuleMatch, scores: readonly number[], around: Surroundings): Severity {
  const [worry = 0, serious = 0, acute = 0] = scores;
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

function levelOf(match: RuleMatch, scores: readonly number[], around: Surroundings): Severity {
  const { rule, framed } = match;
  const [worry = 0, serious = 0, acute = 0] = scores;
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

/** Weighs the rules that matched against the model, in this order: the model alone, each rule, the reasons. */
export function weigh(
  model: Model,
  matches: readonly RuleMatch[],
  features: Features,
  reading: Reading,
  shift: Shifts,
  ownText: boolean,
  around: Surroundings,
): Finding {
  const bonus = reading.disguised ? thresholds.disguised : 0;
  const activation = answerNetwork(model.questions, features);
  const scores = activation.answers.map((score) => score + bonus);
  const [worry = 0, serious = 0, acute = 0] = scores;
  const besideRule = matches.length > 0 ? thresholds.concernBesideRule : thresholds.concern;
  const needed = ownText ? besideRule : besideRule + thresholds.conversation;
  // Nobody may set the model to need more where it thinks that it may be about now.
  const moved = (by: number): number => (acute >= thresholds.neverMovedUp ? Math.min(0, by) : by);
  const noticed = worry >= needed + moved(shift.concern) || acute >= thresholds.acuteNotices;
  let severity: Severity = noticed ? 'concern' : 'none';
  if (
    severity === 'concern' &&
    ((matches.length > 0 && serious >= thresholds.serious + moved(shift.serious)) ||
      serious >= thresholds.seriousAlone + moved(shift.serious) ||
      acute >= thresholds.acuteAlone)
  ) {
    severity = 'serious';
  }
  const modelSeverity = severity;
  const counted = matches.map((match) => ({ match, level: levelOf(match, scores, around) }));
  for (const { level } of counted) severity = higherSeverity(severity, level);
  if (severity === 'none') return harmless;

  const spansOf = (places: readonly { readonly start: number; readonly end: number }[]) =>
    ownText
      ? {
          spans: places.map(({ start, end }) => ({
            start: reading.tokens.starts[start] ?? 0,
            end: reading.tokens.ends[end - 1] ?? 0,
          })),
        }
      : {};
  const categories = new Set<Category>();
  const reasons: TriageReason[] = [];
  for (const { match, level } of counted) {
    if (severityRank(level) < severityRank(severity) - 1 || level === 'none') continue;
    if (level === severity) for (const category of match.rule.categories) categories.add(category);
    reasons.push({ ruleId: match.rule.id, sentence: match.rule.reason, role: 'rule', ...spansOf(match.hits) });
  }
  for (const { match, level } of counted) {
    if (
      severityRank(level) < severityRank(match.rule.level) &&
      reasons.length < 8 &&
      !reasons.some(({ ruleId }) => ruleId === match.rule.id)
    ) {
      reasons.push({
        ruleId: match.rule.id,
        role: 'held-back',
        sentence: `Holdt tilbake: ${match.rule.reason} Resten av meldingen tyder ikke på det.`,
        ...spansOf(match.hits),
      });
    }
  }
  if (modelSeverity !== 'none') {
    const strongest = [...addedByToken(model.questions, features, activation)]
      .filter(([, weight]) => weight > 0)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 3);
    reasons.push({
      ruleId: `model.${modelSeverity}`,
      role: 'model',
      sentence: 'Språkmodellen kjenner igjen måten dette er skrevet på. De sterkeste ordene er merket.',
      ...spansOf(strongest.map(([token]) => ({ start: token, end: token + 1 }))),
    });
  }
  for (const category of likelyCategories(model, features, thresholds.category)) {
    if (categories.size === 0 || !counted.some(({ level }) => level === severity)) categories.add(category);
    else if (categories.size < 2) categories.add(category);
  }
  return { severity, categories: [...categories], reasons };
}
