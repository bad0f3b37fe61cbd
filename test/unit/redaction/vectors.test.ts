import { describe, expect, it } from 'vitest';
import { measure, readExamples } from '../../examples/redaction/measure.ts';
import { redactor } from './redactor-fixture.ts';

const shared = (name: string): ReturnType<typeof readExamples> =>
  readExamples(new URL(`../../../../shared/corpora/${name}`, import.meta.url));

describe('vectors of others', () => {
  const ids = shared('fnr_vectors.jsonl');
  it.runIf(ids !== undefined)(
    'find every valid national id; invalid ones may go as well, since control digits do not save them',
    () => {
      expect(measure(redactor, ids ?? []).recall).toBe(1);
    },
  );

  const presidio = shared('presidio_vectors.jsonl');
  // Left out: public web pages are no personal data here, and American numbers without a country code or cue are not ours.
  const fitting = presidio
    ?.filter(({ id }) => /-(?:email|iban|credit_card|ip)-/.test(id))
    .map((line) => ({ ...line, spans: line.spans.filter(({ type }) => type !== 'URL') }));
  it.runIf(fitting !== undefined)('find nearly every e-mail address, account, card and address of the net', () => {
    expect(measure(redactor, fitting ?? []).recall).toBeGreaterThanOrEqual(0.9);
  });
});
