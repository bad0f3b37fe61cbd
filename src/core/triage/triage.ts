import type { RawText } from '../raw-text.ts';
import { severityRank, type Assessment, type TriageReason } from './assessment.ts';
import { readability } from './readability.ts';
import { extractFeatures } from './model/features.ts';
import { readModel, type StoredModel } from './model/model.ts';
import storedVocabulary from './model/vocabulary.json' with { type: 'json' };
import storedWeights from './model/weights.json' with { type: 'json' };
import type { Shifts } from './level.ts';
import { createReader, joinMessages } from './reader.ts';
import { compileRules, matchRules } from './rules/match-rules.ts';
import { checkSettings, type TriageSettings } from './settings.ts';
import { thresholds } from './thresholds.ts';
import { pause, tokenise, type Tokens } from './text/tokens.ts';
import { harmless, weigh, type Finding } from './weigh.ts';

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
  const { rules, local, concernShift, seriousShift } = checkSettings(settings);
  const reader = createReader(learned.vocabulary, local);
  const compiled = compileRules(rules, reader.lexicon.names);
  const model = readModel(learned.weights);
  const conceptCount = reader.lexicon.names.length;

  const { firstFrame } = reader.lexicon;
  const antiJoke = reader.lexicon.names.indexOf('ANTI_JOKE');

  const isFrame = (concept: number): boolean => concept >= firstFrame && concept !== antiJoke;

  const judge = (tokens: Tokens, ownText: boolean, shift: Shifts, direct: boolean, lastWords = 0): Finding => {
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
          framedSentences: new Set(hits.filter(({ concept }) => isFrame(concept)).map((hit) => sentenceOf(hit.start))),
          sentenceOf,
          sentences: 1 + reading.tokens.pauses.slice(start + 1, end).filter((one) => one === pause.sentence).length,
          // «Det er slutt … på sesongen»: what the last message says of the others frames them all.
          throughout: !ownText && hits.some(({ concept, start: at }) => isFrame(concept) && at >= count - lastWords),
          earnest: hits.some(({ concept }) => concept === antiJoke),
          direct,
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
      const open = channel === 'channel' ? thresholds.openChannel : 0;
      const shift: Shifts = { concern: concernShift + open, serious: seriousShift };
      const text = raw.reveal().slice(0, mostCharacters);
      const direct = channel === 'dm';
      let found = judge(tokenise(text), true, shift, direct);
      const before = earlier.slice(-mostEarlier).map((message) => message.reveal().slice(0, mostCharacters));
      if (before.length > 0) {
        const last = joinMessages([...fitting(before, mostCharacters - Math.min(text.length, mostCharacters)), text]);
        found = keepHigher(found, judge(last, false, shift, direct, tokenise(text).words.length));
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
