import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  argumentsOf,
  decodeCustomId,
  encodeCustomId,
  kindOfRoute,
  routeNames,
} from '../../../src/discord/custom-id.ts';
import { caseId, eksempelvik, snowflake } from '../../examples/cases.ts';

const examples = [
  encodeCustomId('help-now'),
  encodeCustomId('write-to-us', eksempelvik),
  encodeCustomId('case-claim', caseId('z')),
  encodeCustomId('case-reply-confirm', caseId('-'), snowflake(7)),
];

describe('a custom id', () => {
  it.each(examples)('comes back as it was: %s', (id) => {
    const decoded = decodeCustomId(id);
    expect(decoded && [decoded.route, ...decoded.args].join(':')).toBe(id);
  });

  it('fits in the hundred characters Discord allows', () => {
    for (const id of examples) expect(id.length).toBeLessThanOrEqual(100);
  });

  it.each([
    '',
    'help-now:extra',
    'case-claim',
    'case-claim:short',
    `case-claim:${'A'.repeat(23)}`,
    `case-claim:${'A'.repeat(21)} `,
    'constructor',
    '__proto__:x',
    'write-to-us:../../etc',
    `case-reply-confirm:${'A'.repeat(22)}`,
  ])('is refused when it is not one of ours or not whole: %j', (id) => {
    expect(decodeCustomId(id)).toBeUndefined();
  });

  it('is never accepted by chance', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (id) => {
        const decoded = decodeCustomId(id);
        return decoded === undefined || routeNames.includes(decoded.route);
      }),
      { numRuns: 5_000 },
    );
  });

  it('gives its arguments to its own route only', () => {
    const id = encodeCustomId('case-claim', caseId());
    expect(argumentsOf(id, 'case-claim')).toEqual([caseId()]);
    expect(argumentsOf(id, 'case-close')).toBeUndefined();
  });

  it('knows forms and lists from buttons', () => {
    expect(routeNames.filter((route) => kindOfRoute(route) === 'form')).toEqual(
      routeNames.filter((route) => route.endsWith('-sent')),
    );
    expect(routeNames.filter((route) => kindOfRoute(route) === 'select')).toEqual([
      'language-chosen',
      'case-set-aside',
      'case-offer',
      'case-hand-over',
      'case-who',
    ]);
  });
});
