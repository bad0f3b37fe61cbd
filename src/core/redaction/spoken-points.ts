import { hint } from './hints.ts';
import type { Message } from './message.ts';

const pointWords = /^(?:komma|punktum|prikk|punkt|point|comma|dot)$/;
const joints = /^(?:og|hundred|and)$/;
const longestRun = 40;

/** Numbers read aloud with points between: «seksti komma tre åtte», «192 punktum null punktum to punktum sytten». View offsets. */
export interface SpokenPoints {
  readonly start: number;
  readonly end: number;
  readonly points: number;
  /** Some number is a word. */
  readonly spoken: boolean;
}

/** All runs of numbers, in digits or words, with at least one point in words among them. */
export function spokenPointsOf({ tokens, hints }: Message): readonly SpokenPoints[] {
  const runs: SpokenPoints[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const first = index;
    let points = 0;
    let last = -1;
    let spoken = false;
    for (; index < tokens.length && index < first + longestRun; index++) {
      const token = tokens[index];
      const word = token?.kind === 'word' && (((hints[index] ?? 0) & hint.number) !== 0 || token.lower === 'hundre');
      if (token?.kind === 'digits' || word) {
        last = index;
        spoken ||= word;
      } else if (last >= 0 && pointWords.test(token?.lower ?? '') && isNumberAhead({ tokens, hints }, index + 1))
        points++;
      else if (last < 0 || !joints.test(token?.lower ?? '') || points > 1) break;
    }
    if (points > 0 && last > first)
      runs.push({ start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0, points, spoken });
    if (last > first) index = last;
  }
  return runs;
}

function isNumberAhead({ tokens, hints }: Pick<Message, 'tokens' | 'hints'>, index: number): boolean {
  return tokens[index]?.kind === 'digits' || ((hints[index] ?? 0) & hint.number) !== 0;
}
