import { describe, expect, it } from 'vitest';
import { createSessionKeeper } from '../../../src/intake/session-keeper.ts';

const stored = { sessionId: 'a', resumeUrl: 'wss://gateway.invalid', sequence: 7, shardId: 0, shardCount: 1 };
const library = { sessionId: 'a', resumeURL: 'wss://gateway.invalid', sequence: 9, shardId: 0, shardCount: 1 };

describe('the kept session', () => {
  it('outlives a network that is away', () => {
    const keeper = createSessionKeeper();
    keeper.restore(stored);
    expect(keeper.update(null)).toBe('kept');
    expect(keeper.update(null)).toBe('kept');
    expect(keeper.forLibrary()?.sessionId).toBe('a');
  });

  it('ends when Discord itself refuses it', () => {
    const keeper = createSessionKeeper();
    keeper.restore(stored);
    keeper.greeted();
    expect(keeper.update(null)).toBe('lost');
    expect(keeper.forLibrary()).toBeNull();
  });

  it('goes no further than what is safe, whatever the library has seen', () => {
    const keeper = createSessionKeeper();
    keeper.restore(stored);
    keeper.update(library);
    expect(keeper.forLibrary()?.sequence).toBe(7);
    keeper.reached({ ...stored, sequence: 8 });
    expect(keeper.forLibrary()?.sequence).toBe(8);
  });
});
