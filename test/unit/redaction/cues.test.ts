import { describe, expect, it } from 'vitest';
import { cuesOf } from '../../../src/core/redaction/cues.ts';
import { redactor } from './redactor-fixture.ts';

describe('the cues of a finding', () => {
  const cuesIn = (text: string): readonly (readonly string[])[] =>
    redactor
      .find(text)
      .map((finding) => cuesOf(redactor, text, finding).map(({ start, end }) => text.slice(start, end)));

  it.each([
    ['broren min heter sjubidu', [['heter']]],
    ['jeg er født 4.5.09', [['født']]],
    ['hun går på Trollåsen', [['går', 'på']]],
    ['snap: pannekake', [['snap']]],
  ])('are the words without which «%s» would keep it', (text, cues) => {
    expect(cuesIn(text)).toEqual(cues);
  });

  it.each(['Tindra', 'kari@example.no', '192.0.2.7'])('are none for «%s», which speaks for itself', (text) => {
    expect(cuesIn(text)).toEqual([[]]);
  });

  it('stand where they stand in the text, also behind the finding', () => {
    expect(cuesIn('thuvaraga slo meg')).toEqual([['slo']]);
  });
});
