import { afterEach, describe, expect, it } from 'vitest';
import type { CaseId, Lane, MunicipalityId } from '../../../src/core/ids.ts';
import { RawText } from '../../../src/core/raw-text.ts';
import type { TriageSettings } from '../../../src/core/triage/settings.ts';
import { loadAssessorThread, startAssessor } from '../../../src/system/assessor.ts';
import type { RunningAssessor } from '../../../src/system/assessor.ts';
import type { AssessorSetup } from '../../../src/system/assessor-messages.ts';

const thread = (source: string): URL => new URL(`data:text/javascript,${encodeURIComponent(source)}`);
const ready = "const { parentPort } = await import('node:worker_threads'); parentPort.postMessage({ part: 'ready' });";

const here = 'her' as MunicipalityId;
const elsewhere = 'annet' as MunicipalityId;
const word = {
  words: 'brunebiter',
  concept: 'DRUG',
  examplesMatch: ['tok en brunebiter'],
  examplesNot: ['spiste brunost'],
};
const setupWith = (triage: TriageSettings): AssessorSetup => ({
  protectedNumbers: [],
  triage: [[here, triage]],
  local: {},
});

let running: RunningAssessor | undefined;
let faults: string[] = [];
afterEach(async () => {
  await running?.close();
  running = undefined;
  faults = [];
});

function start(setup: AssessorSetup, limitMs: number, threadUrl?: URL): RunningAssessor {
  running = startAssessor({
    first: loadAssessorThread(setup, threadUrl),
    limitMs,
    pseudonyms: { digestKey: () => 'key' },
    onFault: (fault) => faults.push(fault),
  });
  return running;
}

let messages = 0;
async function severityOf(assessor: RunningAssessor, text: string, municipalityId?: MunicipalityId) {
  messages += 1;
  const { assessment } = await assessor.assess({
    text: new RawText(text),
    municipalityId,
    lane: `lane-${messages}` as Lane,
    messageId: String(messages),
    language: 'nb',
    memory: { entries: [] },
    conversation: 'conversation' as CaseId,
    at: 0,
  });
  return { severity: assessment.severity, roles: assessment.reasons.map(({ role }) => role) };
}

const notAssessed = { severity: 'serious', roles: ['not-assessed'] };

describe('the assessor', () => {
  it('judges each municipality’s messages with its own settings, also when they change', async () => {
    const assessor = start(setupWith({ localWords: [word] }), 20_000);
    const text = 'det lå en brunebiter på bordet';
    expect((await severityOf(assessor, text, here)).severity).not.toBe('none');
    expect((await severityOf(assessor, text, elsewhere)).severity).toBe('none');
    expect((await severityOf(assessor, text)).severity).toBe('none');
    assessor.configure(setupWith({}));
    expect((await severityOf(assessor, text, here)).severity).toBe('none');
  }, 60_000);

  it('gives a message that takes too long to people as serious and not assessed', async () => {
    const assessor = start(setupWith({}), 30, thread(`${ready} parentPort.on('message', () => { for (;;); });`));
    expect(await severityOf(assessor, 'hei')).toEqual(notAssessed);
    expect(faults).toContain('timeout');
  }, 20_000);

  it('does the same with a message that kills the thread', async () => {
    const dies = `${ready} parentPort.on('message', () => { process.exit(1); });`;
    const assessor = start(setupWith({}), 5_000, thread(dies));
    expect(await severityOf(assessor, 'hei')).toEqual(notAssessed);
    expect(faults).toContain('crash');
  }, 20_000);
});
