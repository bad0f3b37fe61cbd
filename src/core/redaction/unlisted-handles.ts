import { type Add, type Chunk, isMadeUp } from './handle-shapes.ts';
import { hint } from './hints.ts';
import { lexeme } from './lexicon.ts';
import type { Message } from './message.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const between = words('på i on in er e is lea min mi mitt hans hennes sin den det var det: navn navnet konto');
const beingSomebody = words('jeg eg æ han hun ho hu hen hon i im som as den');
const copulas = words('er e is am lea var heter heiter');
const shortest = 5;
/** Tokens between an app and the handle set beside it. */
const reach = 4;
/** Tokens between an app and any other word that may be a handle. */
const farthest = 8;
/** Accounts at a bank as often as in an app. */
const banking = /^kontoe?n?$/;
/** Endings no handle takes. */
const namesDoing = /(?:ing|inga|ingen|else|sjon|het|skap|ene|ende)$/;

/**
 * Words no list holds in a message about an app: «karixo 👈 insta», «snap? karixo», «blokker karixo på snap». Beside the
 * app any ending will do; farther off only words that do not end as nouns and verbs do. Two words made one count where
 * somebody says who they are («jeg er grusomgrus på reddit») and where they close the message behind a mark («snap? grusomgrus»).
 * @param cues indexes of the tokens that name an app or an account
 */
export function unlistedHandles(
  message: Message,
  chunks: ReadonlyMap<number, Chunk>,
  cues: readonly number[],
  add: Add,
): void {
  const apps = cues.filter((cue) => !banking.test(message.tokens[cue]?.lower ?? ''));
  message.tokens.forEach((token, index) => {
    if (token.kind !== 'word' || token.text.length < shortest || token.casing === 'title' || token.casing === 'upper')
      return;
    if (((message.hints[index] ?? 0) & (hint.platform | hint.mail | hint.number)) !== 0 || opensLink(message, index))
      return;
    const chunk = chunks.get(token.start);
    if (chunk === undefined) return;
    const known = message.bits[index] ?? 0;
    const beside = !namesDoing.test(token.lower) && apps.some((cue) => standsBeside(message, cue, index));
    const near = apps.some((cue) => Math.abs(cue - index) <= farthest);
    const strange = known === 0 && (beside || (near && !endsAsWordsDo(token.lower)));
    const chosen = isMadeUp(known) && ((beside && saysWho(message, index)) || closesAfterMark(message, index));
    if (strange || chosen) add(chunk.start, chunk.end, 'handle.unlisted');
  });
}

function endsAsWordsDo(lower: string): boolean {
  return /(?:en|et|er|ar|or|ene|ane|ing|inga|ig|isk|sk|te|de|ed|dd|tt|ål|ink|a|s|e)$|-/.test(lower);
}

function standsBeside({ tokens }: Message, cue: number, index: number): boolean {
  if (Math.abs(cue - index) > reach || tokens[cue]?.line !== tokens[index]?.line) return false;
  return tokens
    .slice(Math.min(cue, index) + 1, Math.max(cue, index))
    .every(({ kind, lower, text }) => (kind === 'mark' && text !== '.' && text !== '!') || between.has(lower));
}

// «jeg er grusomgrus», «spiller som gråspurv»
function saysWho({ tokens, bits }: Message, index: number): boolean {
  const before = tokens[index - 1]?.lower ?? '';
  if (((bits[index] ?? 0) & lexeme.functionWord) !== 0) return false;
  return (
    (copulas.has(before) && beingSomebody.has(tokens[index - 2]?.lower ?? '')) || before === 'som' || before === 'as'
  );
}

function closesAfterMark({ tokens }: Message, index: number): boolean {
  return index === tokens.length - 1 && ',?:=-–'.includes(tokens[index - 1]?.text ?? ' ');
}

// «hxxps://»
function opensLink({ tokens }: Message, index: number): boolean {
  return tokens[index + 1]?.text === ':' && tokens[index + 2]?.text === '/';
}
