import { describe, expect, it } from 'vitest';
import {
  askForHold,
  confirmHold,
  dossierErasure,
  dossierRetention,
  noteAccess,
  openDossier,
  releaseHold,
  saveStep,
} from '../../../src/core/incident/dossier.ts';
import type { Dossier } from '../../../src/core/incident/dossier.ts';
import { parseDossier } from '../../../src/core/incident/dossier-schema.ts';
import {
  askToUnseal,
  currentUnsealing,
  grantLivesMs,
  grantUnsealing,
  mayReadOriginal,
  requestLivesMs,
  unsealAlone,
} from '../../../src/core/incident/unsealing.ts';
import type { Unsealing } from '../../../src/core/incident/unsealing.ts';
import type { CaseId, MunicipalityId, Snowflake } from '../../../src/core/ids.ts';
import { dayMs } from '../../../src/core/time.ts';

const kari = { id: '1300000000000000904' as Snowflake, signature: 'Kari, vakthavende' };
const ola = { id: '1300000000000000905' as Snowflake, signature: 'Ola, saksbehandler' };
const berit = { id: '1300000000000000906' as Snowflake, signature: 'Berit, saksbehandler' };
const about = { id: 'AAAAAAAAAAAAAAAAAAAAAA' as CaseId, municipalityId: 'eksempelvik' as MunicipalityId, number: 4821 };
const empty = openDossier(about, 1_000);

describe('a step of a dossier', () => {
  it('is saved anew by whoever saw the last one', () => {
    const first = saveStep(empty, 'adults', { adults: 'Tante' }, { basedOn: 0, by: kari, at: 2_000 });
    if (first.kind !== 'saved') throw new Error(first.kind);
    const second = saveStep(first.dossier, 'adults', { adults: 'Onkel' }, { basedOn: 1, by: ola, at: 3_000 });
    expect(second).toMatchObject({ kind: 'saved', dossier: { steps: { adults: { version: 2, by: ola } } } });
  });

  it('is refused from whoever saw an older one, who is shown the newer', () => {
    const first = saveStep(empty, 'adults', { adults: 'Tante' }, { basedOn: 0, by: kari, at: 2_000 });
    if (first.kind !== 'saved') throw new Error(first.kind);
    const late = saveStep(first.dossier, 'adults', { adults: 'Onkel' }, { basedOn: 0, by: ola, at: 3_000 });
    expect(late).toMatchObject({ kind: 'changed-meanwhile', theirs: { values: { adults: 'Tante' } } });
  });

  it('changes nothing when it says the same as before, whichever version it saw', () => {
    const first = saveStep(empty, 'adults', { adults: 'Tante' }, { basedOn: 0, by: kari, at: 2_000 });
    if (first.kind !== 'saved') throw new Error(first.kind);
    const again = saveStep(first.dossier, 'adults', { adults: 'Tante' }, { basedOn: 0, by: ola, at: 3_000 });
    expect(again).toEqual({ kind: 'saved', dossier: first.dossier });
  });

  it('does not stand in the way of another step', () => {
    const first = saveStep(empty, 'adults', { adults: 'Tante' }, { basedOn: 0, by: kari, at: 2_000 });
    if (first.kind !== 'saved') throw new Error(first.kind);
    expect(saveStep(first.dossier, 'informed', {}, { basedOn: 0, by: ola, at: 3_000 }).kind).toBe('saved');
  });
});

describe('the deadline of a dossier', () => {
  const receipt = { by: kari, recipient: 'Arkivet', format: 'json', hash: '00' } as const;
  const { ceilingMs } = dossierRetention;
  it.each([
    ['ninety days when it is never handed over', empty, 1_000 + ceilingMs],
    ['seven days after it was handed over', { ...empty, exports: [{ ...receipt, at: 5_000 }] }, 5_000 + 7 * dayMs],
    [
      'seven days after it was last handed over',
      {
        ...empty,
        exports: [
          { ...receipt, at: 5_000 },
          { ...receipt, at: 9_000 },
        ],
      },
      9_000 + 7 * dayMs,
    ],
    ['never past the ceiling', { ...empty, exports: [{ ...receipt, at: 88 * dayMs }] }, 1_000 + ceilingMs],
    [
      'not moved by a hold only one has asked for',
      { ...empty, hold: { askedBy: kari, askedAt: 1, reason: 'x' } },
      1_000 + ceilingMs,
    ],
    [
      'ninety days after a hold was confirmed',
      {
        ...empty,
        exports: [{ ...receipt, at: 5_000 }],
        hold: { askedBy: kari, askedAt: 1, reason: 'x', confirmed: { by: ola, at: 7_000 } },
      },
      7_000 + ceilingMs,
    ],
    [
      'three days after a hold was let go, where it would have gone before',
      { ...empty, exports: [{ ...receipt, at: 5_000 }], releasedAt: 50 * dayMs },
      53 * dayMs,
    ],
  ] satisfies [string, Dossier, number][])('is %s', (_what, dossier, eraseAt) => {
    expect(dossierErasure(dossier)).toBe(eraseAt);
  });
});

describe('a hold', () => {
  const asked = askForHold(empty, kari, 'Politiet ba om det', 2_000);
  if (asked.kind !== 'asked') throw new Error(asked.kind);

  it('needs another person than the one who asked', () => {
    expect(confirmHold(asked.dossier, kari, 3_000)).toEqual({ kind: 'same-person' });
    expect(confirmHold(asked.dossier, ola, 3_000).kind).toBe('confirmed');
  });

  it('is asked for once, confirmed once, and let go by anyone', () => {
    const confirmed = confirmHold(asked.dossier, ola, 3_000);
    if (confirmed.kind !== 'confirmed') throw new Error(confirmed.kind);
    expect(askForHold(asked.dossier, ola, 'x', 3_000)).toEqual({ kind: 'already-asked' });
    expect(confirmHold(confirmed.dossier, berit, 4_000)).toEqual({ kind: 'nothing-asked' });
    expect(confirmHold(empty, berit, 4_000)).toEqual({ kind: 'nothing-asked' });
    const released = releaseHold(confirmed.dossier, 5_000);
    expect(released).toEqual({ kind: 'released', dossier: { ...empty, releasedAt: 5_000 } });
    expect(releaseHold(asked.dossier, 5_000)).toEqual({ kind: 'released', dossier: empty });
    expect(releaseHold(empty, 5_000)).toEqual({ kind: 'nothing-asked' });
  });
});

describe('the sealed original', () => {
  const now = 10_000;
  const asked: Unsealing = { kind: 'asked', by: kari, at: now, reason: 'Kripos trenger det' };

  it('is opened by two: one who asks with a reason, and another who agrees', () => {
    const granted = grantUnsealing(asked, ola, now + 1);
    if (granted.kind !== 'granted') throw new Error(granted.kind);
    expect(mayReadOriginal(granted.unsealing, kari.id, now + 2)).toBe(true);
    expect(mayReadOriginal(granted.unsealing, ola.id, now + 2)).toBe(true);
    expect(mayReadOriginal(granted.unsealing, berit.id, now + 2)).toBe(false);
  });

  it('is read by nobody before that', () => {
    for (const { id } of [kari, ola]) expect(mayReadOriginal(asked, id, now)).toBe(false);
    expect(mayReadOriginal(undefined, kari.id, now)).toBe(false);
  });

  it('is never opened by the one who asked', () => {
    expect(grantUnsealing(asked, kari, now + 1)).toEqual({ kind: 'same-person' });
    expect(grantUnsealing(undefined, ola, now)).toEqual({ kind: 'nothing-asked' });
  });

  it('is opened by one alone only when it is acute', () => {
    expect(unsealAlone(undefined, kari, { reason: 'x', acute: false, now })).toEqual({ kind: 'not-acute' });
    const alone = unsealAlone(asked, kari, { reason: 'x', acute: true, now });
    if (alone.kind !== 'granted') throw new Error(alone.kind);
    expect(mayReadOriginal(alone.unsealing, kari.id, now)).toBe(true);
    expect(mayReadOriginal(alone.unsealing, ola.id, now)).toBe(false);
    expect(alone.unsealing).not.toHaveProperty('grantedBy');
  });

  it('closes again by itself', () => {
    const granted = grantUnsealing(asked, ola, now);
    if (granted.kind !== 'granted') throw new Error(granted.kind);
    expect(mayReadOriginal(granted.unsealing, kari.id, now + grantLivesMs - 1)).toBe(true);
    expect(mayReadOriginal(granted.unsealing, kari.id, now + grantLivesMs)).toBe(false);
    expect(askToUnseal(granted.unsealing, ola, 'x', now + 5).kind).toBe('already-asked');
    expect(askToUnseal(granted.unsealing, ola, 'x', now + grantLivesMs).kind).toBe('asked');
  });

  it('forgets a request nobody answered', () => {
    expect(currentUnsealing(asked, now + requestLivesMs)).toBeUndefined();
    expect(grantUnsealing(asked, ola, now + requestLivesMs)).toEqual({ kind: 'nothing-asked' });
  });
});

describe('a stored dossier', () => {
  it('is read back as it was', () => {
    const saved = saveStep(empty, 'informed', { told: 'yes' }, { basedOn: 0, by: kari, at: 2_000 });
    if (saved.kind !== 'saved') throw new Error(saved.kind);
    const whole: Dossier = {
      ...noteAccess(saved.dossier, { at: 3, by: ola, what: 'original', purpose: 'follow-up' }),
      answers: { dangerNow: 'yes' },
      unsealing: { kind: 'asked', by: kari, at: 1, reason: 'x' },
      hold: { askedBy: kari, askedAt: 1, reason: 'x', confirmed: { by: ola, at: 2 } },
      decision: { cardId: 'a', rowId: 'b', guideVersion: '1', follows: false, reason: 'c', by: kari, at: 4 },
      exports: [{ at: 1, by: kari, recipient: 'x', format: 'print', hash: '00' }],
    };
    expect(parseDossier(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
  });

  it.each([[null], [{}], [{ ...empty, accesses: [{}] }], [{ ...empty, steps: { poem: {} } }]])(
    'is refused when it is %j',
    (body) => {
      expect(() => parseDossier(body)).toThrow();
    },
  );
});
