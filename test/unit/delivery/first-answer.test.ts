import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { firstAnswer } from '../../../src/discord/first-answer.ts';

class Passing extends Error {}
const how = { attempts: 3, afterMs: 400, isPassing: (fault: unknown) => fault instanceof Passing };
const never = (): Promise<never> => new Promise(() => undefined);

/** Answers in turn with what is given, the last one for ever. */
const answering = (...answers: readonly (() => Promise<string>)[]) => {
  let asked = 0;
  return vi.fn(() => (answers[asked++] ?? never)());
};
const fails = (fault: Error) => () => Promise.reject(fault);
const says = (word: string) => () => Promise.resolve(word);

describe('firstAnswer', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('asks once when the answer comes', async () => {
    const ask = answering(says('yes'));
    expect(await firstAnswer(ask, how)).toBe('yes');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('asks beside one that is slow, and takes whichever answers', async () => {
    const ask = answering(never, says('yes'));
    const answer = firstAnswer(ask, how);
    await vi.advanceTimersByTimeAsync(399);
    expect(ask).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toBe('yes');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('asks again at once after a fault that passes', async () => {
    const ask = answering(fails(new Passing()), says('yes'));
    expect(await firstAnswer(ask, how)).toBe('yes');
  });

  it('gives a refusal at once', async () => {
    const ask = answering(fails(new Error('no')), says('yes'));
    await expect(firstAnswer(ask, how)).rejects.toThrow('no');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('gives up after so many faults', async () => {
    const ask = answering(fails(new Passing('1')), fails(new Passing('2')), fails(new Passing('3')), says('late'));
    await expect(firstAnswer(ask, how)).rejects.toThrow('3');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('waits for a slow one when the others have failed', async () => {
    let answerLate: (word: string) => void = () => undefined;
    const slow = () => new Promise<string>((resolve) => (answerLate = resolve));
    const ask = answering(slow, fails(new Passing()), fails(new Passing()));
    const answer = firstAnswer(ask, how);
    await vi.advanceTimersByTimeAsync(1_000);
    answerLate('late');
    expect(await answer).toBe('late');
  });
});
