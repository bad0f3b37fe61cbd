import { describe, expect, it } from 'vitest';
import { createTriageTrial } from '../../../src/system/triage-trial.ts';

describe('the triage trial', () => {
  const trial = createTriageTrial();

  it('tries settings on the shipped examples, on a thread of its own', async () => {
    const outcome = await trial.run({ switchedOff: ['bullying.hint'] }, ['jeg skal ta livet mitt i kveld']);
    expect(outcome?.figures.acuteAny.n).toBeGreaterThan(100);
    expect(outcome?.sentences.map(({ severity }) => severity)).toEqual(['acute']);
  }, 30_000);

  it('says what becomes of a sentence without them', async () => {
    const assessed = await trial.assess({}, ['hva er klokka']);
    expect(assessed?.map(({ severity }) => severity)).toEqual(['none']);
  }, 30_000);

  it('has nothing to say of settings that are refused', async () => {
    expect(await trial.run({ switchedOff: ['no.such'] }, [])).toBeUndefined();
  }, 30_000);

  it('gives up when it takes too long', async () => {
    expect(await createTriageTrial(1).run({}, [])).toBeUndefined();
  }, 30_000);
});
