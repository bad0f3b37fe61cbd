import { createHmac } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { RawText } from '../core/raw-text.ts';
import { createRedactor } from '../core/redaction/redact.ts';
import { createTriage } from '../core/triage/triage.ts';
import type { AssessorAnswer, AssessorQuestion, AssessorSetup } from './assessor-messages.ts';

/**
 * Redaction and triage on a thread of their own, so that a time limit can be held. Triage answers first and on its own:
 * a failing redactor must never silence it. Source: DESIGN §4, F-57, F-60.
 */
const setup = workerData as AssessorSetup;
const redactor = createRedactor({ protectedNumbers: setup.protectedNumbers, ...setup.local });
const shipped = createTriage();
const moved = new Map(setup.triage.map(([id, settings]) => [id, createTriage(settings)]));
warmUp();
parentPort?.postMessage({ part: 'ready' } satisfies AssessorAnswer);

parentPort?.on('message', (question: AssessorQuestion) => {
  const { id, text, municipalityId, earlier, language, memory, digestKey } = question;
  const triage = (municipalityId && moved.get(municipalityId)) ?? shipped;
  const raw = new RawText(text);
  const before = earlier.map((words) => new RawText(words));
  answer({ id, part: 'assessment' }, () => ({ assessment: triage.assess(raw, { earlier: before, channel: 'dm' }) }));
  answer({ id, part: 'redaction' }, () => ({
    redaction: redactor.redact(raw, {
      language,
      memory,
      digest: (value) => createHmac('sha256', digestKey).update(value).digest('base64url').slice(0, 22),
      earlier: before,
    }),
  }));
});

/** The first message after a start must not run out of time because nothing has run before. */
function warmUp(): void {
  const raw = new RawText('hei, jeg heter Testine Prøve og bor i Prøvegata 1. noen slo meg i går, ring 00 00 00 00');
  shipped.assess(raw, { earlier: [], channel: 'dm' });
  redactor.redact(raw, { language: 'nb', memory: { entries: [] }, digest: () => '', earlier: [] });
}

function answer(to: { id: number; part: 'assessment' | 'redaction' }, work: () => object): void {
  let result: object;
  try {
    result = work();
  } catch {
    // What went wrong may quote the words; that it went wrong is all that leaves this thread.
    result = { failed: 'crash' };
  }
  parentPort?.postMessage({ ...to, ...result });
}
