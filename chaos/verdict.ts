import type { OracleView, ReceivedPost } from '../sandbox/control-api.ts';
import { seedIds } from '../sandbox/seed.ts';
import type { PlannedMessage } from './plan.ts';
import { tokenPattern } from './plan.ts';

/** A message as it was really written. */
export interface WrittenMessage extends PlannedMessage {
  readonly messageId: string;
  readonly firstContact: boolean;
}

export interface Latencies {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** What came of a run. */
export interface Verdict {
  readonly lost: number;
  readonly duplicated: number;
  readonly misdelivered: number;
  readonly firstContactsLost: number;
  /** Acute messages no alert was posted for. */
  readonly alertsLost: number;
  /** From the message being written to staff seeing it, milliseconds. */
  readonly latency: Latencies;
  /** The same for acute messages and their alert. */
  readonly alertLatency: Latencies;
  /** Tokens of what is missing, for a closer look. */
  readonly missing: readonly string[];
}

const staffChannels: ReadonlySet<string> = new Set([seedIds.channels.vakt, seedIds.channels.reserveVakt]);
const isForStaff = ({ guildId, parentId, channelId }: ReceivedPost): boolean =>
  guildId === seedIds.guilds.municipality && staffChannels.has(parentId ?? channelId);
const isAlert = ({ text }: ReceivedPost): boolean => text.includes(`<@&${seedIds.roles.vakthavende}>`);
const caseNumberOf = (text: string): string | undefined => /Sak (\d{4,6})/u.exec(text)?.[1];

/**
 * Compares everything that was written with everything that was posted.
 * @param threadNames the name of each thread by its id; a case's thread carries the case's number
 */
export function judge(
  written: readonly WrittenMessage[],
  { dms, posts }: Pick<OracleView, 'dms' | 'posts'>,
  threadNames: ReadonlyMap<string, string>,
): Verdict {
  const byToken = new Map(written.map((message) => [message.token, message]));
  const writtenAt = new Map(dms.map(({ id, at }) => [id, Date.parse(at)]));
  const shownIn = new Map<string, ReceivedPost[]>();
  const numbersOfSender = new Map<number, Set<string>>();
  let misdelivered = 0;

  for (const post of posts) {
    const tokens = new Set(post.text.match(tokenPattern));
    const senders = new Set<number>();
    for (const token of tokens) {
      const message = byToken.get(token);
      if (!message || !isForStaff(post)) {
        misdelivered += 1;
        continue;
      }
      senders.add(message.sender);
      shownIn.set(token, [...(shownIn.get(token) ?? []), post]);
      const number = caseNumberOf(threadNames.get(post.channelId) ?? '');
      if (number !== undefined) {
        numbersOfSender.set(message.sender, (numbersOfSender.get(message.sender) ?? new Set()).add(number));
      }
    }
    // Two people's words in one post would show one to the other's reader.
    if (senders.size > 1) misdelivered += 1;
    if (isAlert(post) && !isForStaff(post)) misdelivered += 1;
  }
  misdelivered += strangersInThreads(posts, byToken);

  const alertsByCase = Map.groupBy(posts.filter(isAlert), ({ text }) => caseNumberOf(text) ?? '');
  const lost = written.filter(({ token }) => !shownIn.has(token));
  const repeatedTokens = [...shownIn.values()].reduce((sum, found) => sum + found.length - 1, 0);
  const alerted = alertsOf(written, numbersOfSender, alertsByCase);

  return {
    lost: lost.length,
    duplicated: repeatedTokens + repeatedNonces(posts, shownIn),
    misdelivered,
    firstContactsLost: lost.filter(({ firstContact }) => firstContact).length,
    alertsLost: alerted.lost,
    latency: latencies(
      [...shownIn].flatMap(([token, [first]]) => {
        const at = writtenAt.get(byToken.get(token)?.messageId ?? '');
        return first && at !== undefined ? [Date.parse(first.at) - at] : [];
      }),
    ),
    alertLatency: latencies(
      alerted.pairs.flatMap(({ message, post }) => {
        const at = writtenAt.get(message.messageId);
        return at === undefined ? [] : [Date.parse(post.at) - at];
      }),
    ),
    missing: lost.map(({ token }) => token),
  };
}

/** A thread is one sender's: anybody else's words in it were shown in the wrong place. */
function strangersInThreads(posts: readonly ReceivedPost[], byToken: ReadonlyMap<string, WrittenMessage>): number {
  const owners = new Map<string, number>();
  let strangers = 0;
  for (const { text, channelId, parentId } of posts) {
    if (parentId === null) continue;
    for (const token of new Set(text.match(tokenPattern))) {
      const sender = byToken.get(token)?.sender;
      if (sender === undefined) continue;
      if ((owners.get(channelId) ?? sender) === sender) owners.set(channelId, sender);
      else strangers += 1;
    }
  }
  return strangers;
}

/** Posts that are copies of each other without holding a token: cards, alerts and notices. */
function repeatedNonces(posts: readonly ReceivedPost[], shownIn: ReadonlyMap<string, readonly ReceivedPost[]>): number {
  const counted = new Set([...shownIn.values()].flat().map(({ id }) => id));
  const others = posts.filter(({ id, nonce }) => nonce !== null && !counted.has(id));
  return [...Map.groupBy(others, ({ nonce }) => nonce).values()].reduce((sum, same) => sum + same.length - 1, 0);
}

/** Each acute message has an alert of its own, in the order they were written. */
function alertsOf(
  written: readonly WrittenMessage[],
  numbersOfSender: ReadonlyMap<number, ReadonlySet<string>>,
  alertsByCase: ReadonlyMap<string, readonly ReceivedPost[]>,
): { readonly lost: number; readonly pairs: readonly { message: WrittenMessage; post: ReceivedPost }[] } {
  const pairs: { message: WrittenMessage; post: ReceivedPost }[] = [];
  let lost = 0;
  for (const [sender, messages] of Map.groupBy(
    written.filter(({ acute }) => acute),
    (message) => message.sender,
  )) {
    const numbers = [...(numbersOfSender.get(sender) ?? [])];
    const posts = numbers.flatMap((number) => alertsByCase.get(number) ?? []);
    for (const [index, message] of messages.entries()) {
      const post = posts[index];
      if (post) pairs.push({ message, post });
      else lost += 1;
    }
  }
  return { lost, pairs };
}

export function latencies(values: readonly number[]): Latencies {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  return { p50: at(0.5), p99: at(0.99), max: Math.round(sorted.at(-1) ?? 0) };
}

export const isClean = ({ lost, duplicated, misdelivered, firstContactsLost, alertsLost }: Verdict): boolean =>
  lost + duplicated + misdelivered + firstContactsLost + alertsLost === 0;

/** The one line a run is known by. */
export const verdictLine = (verdict: Verdict): string => {
  const { lost, duplicated, misdelivered, firstContactsLost, latency } = verdict;
  return [
    `lost ${lost}`,
    `duplicated ${duplicated}`,
    `misdelivered ${misdelivered}`,
    `first contacts lost ${firstContactsLost}`,
    `p50 ${latency.p50} ms`,
    `p99 ${latency.p99} ms`,
    `max ${latency.max} ms`,
  ].join(' · ');
};
