import type { RawText } from '../raw-text.ts';
import {
  higherSeverity,
  severityRank,
  type Assessment,
  type Category,
  type Severity,
  type TriageReason,
} from './assessment.ts';
import { readability } from './readability.ts';
import { extractFeatures, type Features } from './model/features.ts';
import {
  likelyCategories,
  readModel,
  scoreFeatures,
  tokenContributions,
  type LinearModel,
  type StoredModel,
} from './model/linear-model.ts';
import storedVocabulary from './model/vocabulary.json' with { type: 'json' };
import storedWeights from './model/weights.json' with { type: 'json' };
import { createReader, joinMessages, type Reading } from './reader.ts';
import { compileRules, matchRules, type RuleMatch } from './rules/match-rules.ts';
import { checkSettings, type TriageSettings } from './settings.ts';
import { thresholds } from './thresholds.ts';
import { pause, tokenise, type Tokens } from './text/tokens.ts';

export type { TriageSettings } from './settings.ts';

export interface TriageContext {
  /** The same sender's messages before this one, oldest first; in memory only. */
  readonly earlier: readonly RawText[];
  readonly channel?: 'dm' | 'card' | 'channel';
}

export interface Triage {
  /** Notices, explains, never decides. Pure; never throws; linear in the length of the text. */
  readonly assess: (raw: RawText, context: TriageContext) => Assessment;
}

/** Messages before this one that are read together with it. */
const mostEarlier = 6;
/** Characters of one message, and of all together, that are read: Discord's own limit is 4,000. */
const mostCharacters = 4_000;
/** Words looked at together, so that a harmless tail cannot thin out what stands before it. */
const stretch = 24;
const stride = 12;
/** The end of a conversation that is read as one. */
const conversation = 48;

interface Finding {
  readonly severity: Severity;
  readonly categories: readonly Category[];
  readonly reasons: readonly TriageReason[];
}

const harmless: Finding = { severity: 'none', categories: [], reasons: [] };
const unreadable: TriageReason = {
  ruleId: 'not-assessed',
  role: 'not-assessed',
  sentence: 'Ikke vurdert automatisk: programmet kjenner ikke språket godt nok. Et menneske må lese.',
};

/** What training leaves behind. Tests and cross-validation bring their own. */
export interface Learned {
  readonly weights: StoredModel;
  readonly vocabulary: readonly string[];
}
const shipped: Learned = { weights: storedWeights, vocabulary: storedVocabulary };

/**
 * @throws {RangeError} when the settings would weaken an acute rule, or name something that does not exist
 */
export function createTriage(settings: TriageSettings = {}, learned: Learned = shipped): Triage {
  const { rules, concernShift, local } = checkSettings(settings);
  const reader = createReader(learned.vocabulary, local);
  const compiled = compileRules(rules, reader.lexicon.names);
  const model = readModel(learned.weights);
  const conceptCount = reader.lexicon.names.length;

  const { firstFrame } = reader.lexicon;
  const antiJoke = reader.lexicon.names.indexOf('ANTI_JOKE');

  const judge = (tokens: Tokens, ownText: boolean, shift: number, direct: boolean): Finding => {
    const { readings, known } = reader.read(tokens);
    let best = harmless;
    for (const reading of readings) {
      const count = reading.tokens.words.length;
      for (const [start, end] of ownText ? stretches(count) : [[Math.max(0, count - conversation), count] as const]) {
        const whole = start === 0 && end === count;
        const hits = whole ? reading.hits : reading.hits.filter((hit) => hit.start >= start && hit.end <= end);
        const features = extractFeatures(reading.tokens.words, hits, start, end);
        const sentenceOf = (token: number): number => sentenceStart(reading.tokens, token);
        const around = {
          framedSentences: new Set(
            hits
              .filter(({ concept }) => concept >= firstFrame && concept !== antiJoke)
              .map((hit) => sentenceOf(hit.start)),
          ),
          sentenceOf,
          earnest: direct || hits.some(({ concept }) => concept === antiJoke),
        };
        best = keepHigher(
          best,
          weigh(model, matchRules(compiled, hits, conceptCount), features, reading, shift, ownText, around),
        );
      }
    }
    if (best.severity === 'none' && ownText && readability(tokens, known()) === 'unknown') {
      return { severity: 'concern', categories: [], reasons: [unreadable] };
    }
    return best;
  };

  return {
    assess: (raw, { earlier, channel }) => {
      const shift = concernShift + (channel === 'channel' ? thresholds.openChannel : 0);
      const text = raw.reveal().slice(0, mostCharacters);
      const direct = channel === 'dm';
      let found = judge(tokenise(text), true, shift, direct);
      const before = earlier.slice(-mostEarlier).map((message) => message.reveal().slice(0, mostCharacters));
      if (before.length > 0) {
        const last = joinMessages([...fitting(before, mostCharacters - Math.min(text.length, mostCharacters)), text]);
        found = keepHigher(found, judge(last, false, shift, direct));
      }
      return { ...found, version: model.version };
    },
  };
}

/** The token at which the sentence around `token` begins; at most one stretch back. */
function sentenceStart({ pauses }: Tokens, token: number): number {
  const farthest = Math.max(0, token - stretch);
  for (let at = token; at > farthest; at -= 1) if (pauses[at] === pause.sentence) return at;
  return farthest;
}

/** Overlapping stretches of a message of `count` words; a short message is one stretch. */
function stretches(count: number): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [[0, Math.min(count, stretch)]];
  for (let start = stride; start + stretch - stride < count; start += stride)
    found.push([start, Math.min(count, start + stretch)]);
  return found;
}

/** The newest of the earlier messages that fit in `room` characters. */
function fitting(messages: readonly string[], room: number): readonly string[] {
  let left = room;
  const kept: string[] = [];
  for (const message of messages.toReversed()) {
    left -= message.length;
    if (left < 0) break;
    kept.unshift(message);
  }
  return kept;
}

function keepHigher(one: Finding, two: Finding): Finding {
  return severityRank(two.severity) > severityRank(one.severity) ? two : one;
}

/** What stands around a rule's words, and whether anything may hold the rule back. */
interface Surroundings {
  /** Sentences in which a game, song, joke, meal or other harmless frame stands. */
  readonly framedSentences: ReadonlySet<number>;
  readonly sentenceOf: (token: number) => number;
  /** Nothing may be held back: written straight to staff, or «ikke tull». */
  readonly earnest: boolean;
}

/** True when one of the rule's words shares a sentence with a harmless frame: a frame further off says nothing about them. */
const standsInFrame = ({ hits }: RuleMatch, { framedSentences, sentenceOf }: Surroundings): boolean =>
  framedSentences.size > 0 && hits.some(({ start }) => framedSentences.has(sentenceOf(start)));

/**
 * The level an acute rule counts at. Outside any frame it is serious or acute, whatever the model thinks; inside one it
 * is at least concern, unless the frame is unmistakable.
 */
function acuteLevel(match: RuleMatch, scores: readonly number[], around: Surroundings): Severity {
  const [worry = 0, serious = 0, acute = 0] = scores;
  const held = !around.earnest && (match.framed || (match.rule.weight !== 'firm' && standsInFrame(match, around)));
  if (!held) return acute >= thresholds.acuteOutsideFrame ? 'acute' : 'serious';
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
  if (rule.weight === 'firm' && (!framed || around.earnest)) {
    return standsInFrame(match, around) && serious < thresholds.firmSerious ? 'concern' : rule.level;
  }
  if (framed && rule.weight === 'supported') return 'none';
  if (worry < thresholds.supportedConcern) return 'none';
  return rule.level === 'serious' && serious >= thresholds.supportedSerious ? 'serious' : 'concern';
}

function weigh(
  model: LinearModel,
  matches: readonly RuleMatch[],
  features: Features,
  reading: Reading,
  concernShift: number,
  ownText: boolean,
  around: Surroundings,
): Finding {
  const bonus = reading.disguised ? thresholds.disguised : 0;
  const scores = scoreFeatures(model, features).map((score) => score + bonus);
  const [worry = 0, serious = 0, acute = 0] = scores;
  const besideRule = matches.length > 0 ? thresholds.concernBesideRule : thresholds.concern;
  const needed = ownText ? besideRule : besideRule + thresholds.conversation;
  let severity: Severity = worry >= needed + concernShift ? 'concern' : 'none';
  if (
    severity === 'concern' &&
    ((matches.length > 0 && serious >= thresholds.serious) ||
      serious >= thresholds.seriousAlone ||
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
    const strongest = [...tokenContributions(model, features)]
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
