import { DiscordAPIError } from '@discordjs/rest';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeFault } from '../../../src/system/fault.ts';
import { createLog } from '../../../src/system/log.ts';
import type { LogFields } from '../../../src/system/log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('info', { write: (line: string) => lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  it('writes an event with its ids and counts', () => {
    const line = JSON.parse(
      logged((log) => {
        log.info('case.opened', { caseId: 'AAAAAAAAAAAAAAAAAAAAAA', count: 2 });
      }),
    ) as unknown;
    expect(line).toMatchObject({ event: 'case.opened', caseId: 'AAAAAAAAAAAAAAAAAAAAAA', count: 2 });
  });

  it('withholds anything that is not an identifier, and drops keys it does not know', () => {
    const text = logged((log) => {
      log.warn('x', { code: 'jeg heter Testine', words: 'hemmelig' } as LogFields);
    });
    expect(text).toContain('[withheld]');
    expect(text).not.toContain('Testine');
    expect(text).not.toContain('hemmelig');
  });

  it('keeps to one JSON line whatever it is given', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (fields) => {
        const text = logged((log) => {
          log.info('x', fields);
        });
        expect(text.trimEnd().split('\n')).toHaveLength(1);
        expect(() => JSON.parse(text) as unknown).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});

describe('a fault in the log', () => {
  it('tells kind, code, status and route, and nothing of the request', () => {
    const fault = new DiscordAPIError(
      { code: 50_007, message: 'Cannot send messages to this user' },
      50_007,
      403,
      'POST',
      'https://discord.invalid/api/v10/webhooks/900000000000000001/aW50ZXJhY3Rpb246OTAwMDAwMDAwMDAwMDAwMDAxOnNlY3JldHRva2Vu/messages',
      { body: { content: 'jeg heter Testine' }, files: undefined },
    );
    const described = JSON.stringify(describeFault(fault));
    expect(described).toContain('50007');
    expect(described).toContain('/webhooks/id/token/messages');
    expect(described).not.toContain('Testine');
    expect(described).not.toContain('aW50');
  });

  it('says no more than its type when it is no error', () => {
    expect(describeFault('jeg heter Testine')).toEqual({ fault: 'string' });
  });
});
