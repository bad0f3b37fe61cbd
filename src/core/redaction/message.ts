import type { Coverage } from './coverage.ts';
import type { PersonalDataKind } from './redaction.ts';
import type { RuleId } from './rules.ts';
import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';
import type { View } from './view.ts';

/** A place in the view a detector wants masked. Offsets are view offsets, end exclusive. */
export interface Sighting {
  readonly start: number;
  readonly end: number;
  readonly kind: PersonalDataKind;
  readonly ruleId: RuleId;
}

/** A stretch of the view. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What all detectors of one trip share. */
export interface Message {
  readonly view: View;
  readonly tokens: readonly Token[];
  /** Places that are placeholders already. */
  readonly placeholders: readonly Stretch[];
  readonly settled: Coverage;
  /** `lexeme` bits of each token, by index. */
  readonly bits: readonly number[];
  /** `hint` bits of each token, by index. */
  readonly hints: readonly number[];
  /** `hint` bits of all tokens together. */
  readonly said: number;
  /** The same outside placeholders: what findings are made of. A detector that needs a bit finds nothing without it. */
  readonly open: number;
  /** There is a digit somewhere. */
  readonly hasDigits: boolean;
  readonly lexicon: Lexicon;
  /** The writer says that something is to be read backwards. */
  readonly reversed: boolean;
}

/** The word token before `index` on the same side of any full stop, or undefined. */
export function lowerAt({ tokens }: Message, index: number): string {
  return tokens[index]?.lower ?? '';
}

/** Words written short, whose full stop ends no sentence. */
const shortened = /(?:nr|no|tlf|mob|ref|pers|kto)$/;

/** Up to `count` words before token `index`, nearest first, staying on the line and within 40 tokens. */
export function wordsBefore({ tokens }: Message, index: number, count: number): readonly string[] {
  const words: string[] = [];
  for (let at = index - 1; at >= 0 && at >= index - 40 && words.length < count; at--) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === 'word') words.push(token.lower);
    else if (token.kind === 'mark' && '.!?'.includes(token.text) && at < index - 1 && words.length > 0) {
      if (token.text !== '.' || !shortened.test(tokens[at - 1]?.lower ?? '')) break;
    }
  }
  return words;
}
