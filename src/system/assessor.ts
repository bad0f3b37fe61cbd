import { Worker } from 'node:worker_threads';
import type { CaseId, Lane } from '../core/ids.ts';
import type { Assessment } from '../core/triage/assessment.ts';
import { minuteMs } from '../core/time.ts';
import type { Instant } from '../core/time.ts';
import type { Assessed, Assessor, Pseudonyms } from '../ports.ts';
import type { AssessorAnswer, AssessorQuestion, AssessorSetup } from './assessor-messages.ts';

interface AssessorOptions {
  readonly first: AssessorThread;
  readonly pseudonyms: Pick<Pseudonyms, 'digestKey'>;
  /** The time one message may take, milliseconds. Source: F-57, 250 ms. */
  readonly limitMs: number;
  readonly onFault: (fault: 'timeout' | 'crash') => void;
}

/** How much of a conversation triage sees besides the message. Source: TRIAGE §1 context window. */
const windowMessages = 6;
const windowMs = 30 * minuteMs;

/** A message triage could not judge goes to people as serious, and says so. Source: DESIGN §5 Levels. */
const notAssessed: Assessment = {
  severity: 'serious',
  categories: [],
  reasons: [{ ruleId: 'not-assessed', role: 'not-assessed', sentence: 'Meldingen er ikke vurdert automatisk.' }],
  version: 'none',
};

/** How many times longer a message may take when it is tried again. */
const secondTry = 6;

/** A thread that loads its lists, or has. */
export interface AssessorThread {
  readonly thread: Worker;
  /** It has loaded them, or died trying. */
  readonly ready: Promise<void>;
  readonly setup: AssessorSetup;
  readonly url: URL;
}

/** Begins to load the lists: the larger part of what a message waits for after a start. @param url tests give a thread that hangs or dies */
export function loadAssessorThread(
  setup: AssessorSetup,
  url = new URL('./assessor-thread.ts', import.meta.url),
): AssessorThread {
  const thread = new Worker(url, { workerData: setup });
  thread.unref();
  const ready = new Promise<void>((resolve) => {
    thread.on('message', ({ part }: AssessorAnswer) => {
      if (part === 'ready') resolve();
    });
    // The exit that follows settles what was waiting; the error itself may quote words and goes nowhere.
    thread.on('error', () => undefined);
    thread.on('exit', () => {
      resolve();
    });
  });
  return { thread, ready, setup, url };
}

export interface RunningAssessor extends Assessor {
  /** What is asked from now on is judged with these; nothing when they are what they were. */
  configure(next: AssessorSetup): void;
  close(): Promise<void>;
}

type About = Pick<AssessorQuestion, 'municipalityId' | 'language' | 'memory'> & { readonly conversation: CaseId };

interface Waiting {
  assessment?: Assessment;
  settle(outcome: Assessed): void;
}

/** Redaction and triage on a thread that is killed and started anew when it hangs or dies. */
export function startAssessor(options: AssessorOptions): RunningAssessor {
  const { pseudonyms, limitMs, onFault } = options;
  let { setup } = options.first;
  const recent = new Map<Lane, { readonly words: string; readonly at: Instant }[]>();
  const waiting = new Map<number, Waiting>();
  let ids = 0;
  let closed = false;
  let { thread, ready } = adopt(options.first);

  function start(): AssessorThread {
    return adopt(loadAssessorThread(setup, options.first.url));
  }

  function adopt(one: AssessorThread): AssessorThread {
    one.thread.on('message', (answer: AssessorAnswer) => {
      if (answer.part !== 'ready') receive(answer);
    });
    one.thread.on('exit', () => {
      if (thread === one.thread && !closed) {
        failAll('crash');
        ({ thread, ready } = start());
      }
    });
    return one;
  }

  function receive(answer: Exclude<AssessorAnswer, { part: 'ready' }>): void {
    const asked = waiting.get(answer.id);
    if (!asked) return;
    if (answer.part === 'assessment') {
      if (answer.failed) onFault('crash');
      asked.assessment = answer.assessment ?? notAssessed;
      return;
    }
    if (answer.failed) onFault('crash');
    waiting.delete(answer.id);
    asked.settle({ assessment: asked.assessment ?? notAssessed, redaction: answer.redaction ?? { failed: 'crash' } });
  }

  function failAll(failed: 'timeout' | 'crash'): void {
    for (const [id, asked] of waiting) {
      waiting.delete(id);
      onFault(failed);
      asked.settle({ assessment: asked.assessment ?? notAssessed, redaction: { failed } });
    }
  }

  /** The sender's last words, kept in memory for a short while. */
  function earlierWords(lane: Lane, words: string, at: Instant): readonly string[] {
    for (const [key, kept] of recent) if (kept.every((one) => at - one.at > windowMs)) recent.delete(key);
    const kept = (recent.get(lane) ?? []).filter((one) => at - one.at <= windowMs);
    recent.set(lane, [...kept, { words, at }].slice(-windowMessages));
    return kept.map((one) => one.words);
  }

  let queue: Promise<unknown> = Promise.resolve();
  const assess: Assessor['assess'] = ({ text, municipalityId, lane, language, memory, conversation, at }) => {
    const words = text.reveal();
    const earlier = earlierWords(lane, words, at);
    const turn = queue.then(() => askPatiently(words, earlier, { municipalityId, language, memory, conversation }));
    queue = turn;
    return turn;
  };

  /**
   * A machine that is busy elsewhere looks like a message that takes too long. So what ran out of time is tried once
   * more, longer: only words that cannot be masked then either are kept from staff.
   */
  async function askPatiently(text: string, earlier: readonly string[], about: About): Promise<Assessed> {
    const first = await ask(text, earlier, about, limitMs);
    const { redaction } = first;
    if (!('failed' in redaction) || redaction.failed !== 'timeout' || closed) return first;
    const second = await ask(text, earlier, about, limitMs * secondTry);
    // An assessment that was made stands; one that was not, is made now.
    return first.assessment === notAssessed ? second : { ...second, assessment: first.assessment };
  }

  /** One message at a time, so that the limit is the message's own. */
  async function ask(text: string, earlier: readonly string[], about: About, withinMs: number): Promise<Assessed> {
    const { municipalityId, language, memory, conversation } = about;
    const id = (ids += 1);
    await ready;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        const hung = thread;
        ({ thread, ready } = start());
        failAll('timeout');
        void hung.terminate();
      }, withinMs);
      waiting.set(id, {
        settle(outcome) {
          clearTimeout(timer);
          resolve(outcome);
        },
      });
      const digestKey = pseudonyms.digestKey(conversation);
      thread.postMessage({
        id,
        text,
        municipalityId,
        earlier,
        language,
        memory,
        digestKey,
      } satisfies AssessorQuestion);
    });
  }

  return {
    assess,
    configure(next) {
      if (JSON.stringify(next) === JSON.stringify(setup)) return;
      setup = next;
      const fresh = start();
      queue = queue.then(async () => {
        await fresh.ready;
        if (closed) {
          await fresh.thread.terminate();
          return;
        }
        const old = thread;
        ({ thread, ready } = fresh);
        await old.terminate();
      });
    },
    async close() {
      closed = true;
      failAll('crash');
      await thread.terminate();
    },
  };
}
