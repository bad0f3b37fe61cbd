import { describe, expect, it } from 'vitest';
import { RawText } from '../../../src/core/raw-text.ts';
import { severityRank } from '../../../src/core/triage/assessment.ts';
import weights from '../../../src/core/triage/model/weights.json' with { type: 'json' };
import { trialLines } from '../../../src/core/triage/trial-lines.ts';
import { createTriage, type TriageContext } from '../../../src/core/triage/triage.ts';

const triage = createTriage();
const assess = (text: string, earlier: readonly string[] = [], channel?: TriageContext['channel']) =>
  triage.assess(new RawText(text), {
    earlier: earlier.map((one) => new RawText(one)),
    ...(channel === undefined ? {} : { channel }),
  });
const alarming = 'jeg skal ta livet mitt i kveld';
const ordinary = (count: number): readonly string[] => Array<string>(count).fill('ok');

describe('how far triage reads', () => {
  it('reads six messages back, and no further', () => {
    expect(assess('ok', [alarming, ...ordinary(5)]).severity).not.toBe('none');
    expect(assess('ok', [alarming, ...ordinary(6)]).severity).toBe('none');
  });

  it('reads the last 48 words of a conversation as one', () => {
    const words = (count: number): string => 'ok '.repeat(count).trim();
    expect(assess('ok', [alarming, words(40)]).severity).not.toBe('none');
    expect(assess('ok', [alarming, words(47)]).severity).toBe('none');
  });

  it('reads the first 4,000 characters of a message', () => {
    const before = 'ok. '.repeat(1000);
    expect(assess(before.slice(0, 4000 - alarming.length) + alarming).severity).not.toBe('none');
    expect(assess(before + alarming).severity).toBe('none');
  });

  it('leaves out the oldest of the earlier messages that do not fit in 4,000 characters together', () => {
    const long = 'o'.repeat(3000);
    expect(assess('ok', [alarming, long]).severity).not.toBe('none');
    expect(assess('ok', [alarming, long, 'o'.repeat(1000)]).severity).toBe('none');
  });

  it.each([0, 1, 11, 12, 13, 23, 24, 25, 36, 60])('finds the sentence behind %d ordinary words', (count) => {
    const { severity, reasons } = assess(`${'ok '.repeat(count)}. ${alarming}. ${'ok '.repeat(count)}`);
    expect(severityRank(severity)).toBeGreaterThanOrEqual(severityRank('serious'));
    const start = 'ok '.repeat(count).length + 2;
    expect(reasons[0]?.spans?.every((span) => span.start >= start && span.end <= start + alarming.length)).toBe(true);
  });

  it('gives no places in words that stand in earlier messages', () => {
    const { reasons } = assess('ok', [alarming]);
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.filter(({ spans }) => spans !== undefined)).toEqual([]);
  });

  it('never finds less in a message because of what was written before it', () => {
    const alone = assess(alarming).severity;
    expect(assess(alarming, ['det er bare i spillet', 'haha']).severity).toBe(alone);
  });

  it('asks more in an open channel than elsewhere, and misses at most one more of the acute for it', () => {
    const noticed = (channel: TriageContext['channel'], level: string): number =>
      trialLines.filter((line) => line.level === level && assess(line.text, [], channel).severity !== 'none').length;
    expect(noticed('channel', 'none')).toBeLessThan(noticed('card', 'none'));
    expect(noticed('channel', 'acute')).toBeGreaterThanOrEqual(noticed('card', 'acute') - 1);
  });

  it('says which weights it read with', () => {
    expect(assess('ok').version).toBe(weights.version);
  });

  it('calls a text it cannot read a concern, with that reason alone', () => {
    expect(assess('zxcvbnm qwrtplkj')).toMatchObject({
      severity: 'concern',
      categories: [],
      reasons: [{ ruleId: 'not-assessed', role: 'not-assessed' }],
    });
  });

  it('judges a text it cannot read in a conversation by itself', () => {
    expect(assess('ok', ['zxcvbnm qwrtplkj']).severity).toBe('none');
  });
});
