import { higherSeverity, severityRank, type Category, type Severity, type TriageReason } from './assessment.ts';
import type { Features } from './model/features.ts';
import { likelyCategories, type Model } from './model/model.ts';
import { modelLevel, ruleLevel, type Scores, type Shifts, type Surroundings } from './level.ts';
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

/** Reasons above which what was held back is left out, and how many of the model's words are shown. */
const mostReasons = 8;
const strongestWords = 3;

export const harmless: Finding = { severity: 'none', categories: [], reasons: [] };

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
  const [worry = 0, serious = 0, acute = 0] = activation.answers.map((score) => score + bonus);
  const scores: Scores = { worry, serious, acute };
  const modelSeverity = modelLevel(scores, shift, matches.length > 0, ownText);
  const counted = matches.map((match) => ({ match, level: ruleLevel(match, scores, around) }));
  let severity: Severity = modelSeverity;
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
  const reasons: TriageReason[] = counted
    .filter(({ level }) => level !== 'none' && severityRank(level) >= severityRank(severity) - 1)
    .map(({ match: { rule, hits } }) => ({
      ruleId: rule.id,
      sentence: rule.reason,
      role: 'rule',
      ...spansOf(hits),
    }));
  for (const { match, level } of counted) {
    const { rule, hits } = match;
    if (
      severityRank(level) < severityRank(rule.level) &&
      reasons.length < mostReasons &&
      !reasons.some(({ ruleId }) => ruleId === rule.id)
    ) {
      const sentence = `Holdt tilbake: ${rule.reason} Resten av meldingen tyder ikke på det.`;
      reasons.push({ ruleId: rule.id, role: 'held-back', sentence, ...spansOf(hits) });
    }
  }
  if (modelSeverity !== 'none') {
    const strongest = [...addedByToken(model.questions, features, activation)]
      .filter(([, weight]) => weight > 0)
      .sort((a, b) => b[1] - a[1])
      .slice(0, strongestWords);
    reasons.push({
      ruleId: `model.${modelSeverity}`,
      role: 'model',
      sentence: 'Språkmodellen kjenner igjen måten dette er skrevet på. De sterkeste ordene er merket.',
      ...spansOf(strongest.map(([token]) => ({ start: token, end: token + 1 }))),
    });
  }
  const decisive = counted.filter(({ level }) => level === severity);
  const categories = new Set(decisive.flatMap(({ match }) => match.rule.categories));
  const likely = likelyCategories(model, features, thresholds.category);
  for (const category of likely) if (decisive.length === 0 || categories.size < 2) categories.add(category);
  return { severity, categories: [...categories], reasons };
}
