import { describe, expect, it } from 'vitest';
import type { Assessment, Severity } from '../../../src/core/triage/assessment.ts';
import { triageSettingsSchema } from '../../../src/core/triage/settings.ts';
import type { SettledTriageSettings } from '../../../src/core/triage/settings.ts';
import type { TrialFigures } from '../../../src/core/triage/trial.ts';
import type { SettingsChange } from '../../../src/flows/settings/change-settings.ts';
import { makeChangeTriage } from '../../../src/flows/triage/change-triage.ts';
import { snowflake } from '../../examples/cases.ts';
import { exampleConfigured } from '../../examples/municipality.ts';

const [example] = await exampleConfigured();
if (!example) throw new Error('no example');
const { municipality } = example;
const staff = { id: snowflake(7), municipalityId: municipality.id, roles: ['coordinator'] } as const;
const asShipped = triageSettingsSchema.parse({});

const share = (k: number) => ({ k, n: 100 });
const figures = (acute: number): TrialFigures => ({
  acuteAny: share(acute),
  acuteSeriousOrHigher: share(acute),
  seriousAny: share(80),
  concernAny: share(70),
  falseHard: share(9),
  falsePlain: share(1),
});
const assessed = (severity: Severity): Assessment => ({ severity, categories: [], reasons: [], version: 'test' });

interface Said {
  readonly acuteAfter?: number;
  readonly sentences?: readonly Severity[];
  readonly fails?: boolean;
}

function flow({ acuteAfter = 90, sentences = [], fails = false }: Said = {}) {
  const saved: SettingsChange[] = [];
  const inForce: SettledTriageSettings = asShipped;
  const ways = makeChangeTriage({
    current: () => Promise.resolve({ version: 4, overlay: {} }),
    inForce: (id) => (id === municipality.id ? inForce : undefined),
    trial: {
      run: (settings) =>
        Promise.resolve(
          fails
            ? undefined
            : { figures: figures(settings === inForce ? 90 : acuteAfter), sentences: sentences.map(assessed) },
        ),
      assess: () => Promise.resolve(undefined),
    },
    changeSettings: (change) => {
      saved.push(change);
      return Promise.resolve({ kind: 'saved', version: 5, municipality });
    },
  });
  return { ...ways, saved };
}

const off = { kind: 'rule', rule: 'bullying.hint', on: false } as const;
const word = {
  kind: 'add-word',
  word: { words: 'fjasing', concept: 'DRUG', examplesMatch: ['tok fjasing'], examplesNot: ['bare fjas'] },
} as const;

describe('changing triage', () => {
  it('shows the figures before and after, and changes nothing yet', async () => {
    const { propose, saved } = flow();
    const outcome = await propose(staff, off);
    expect(outcome).toMatchObject({
      kind: 'proposed',
      proposal: { before: figures(90), after: figures(90), next: { switchedOff: ['bullying.hint'] }, basedOn: 4 },
    });
    expect(saved).toEqual([]);
  });

  it('saves what was shown, on the version it was shown for', async () => {
    const { propose, confirm, saved } = flow();
    const outcome = await propose(staff, off);
    if (outcome.kind !== 'proposed') throw new Error(outcome.kind);
    expect(await confirm(staff, '123', outcome.proposal)).toMatchObject({ kind: 'saved', version: 5 });
    expect(saved).toEqual([
      {
        staff,
        cause: 'interaction:123',
        basedOn: 4,
        set: { triage: { ...asShipped, switchedOff: ['bullying.hint'] } },
      },
    ]);
  });

  it.each([
    ['a caseworker', { ...staff, roles: ['caseworker'] as const }],
    ['a duty lead', { ...staff, roles: ['dutyLead'] as const }],
    [
      'somebody of a municipality that is not served here',
      { ...staff, municipalityId: 'annen' as typeof staff.municipalityId },
    ],
  ])('is not for %s', async (_, who) => {
    expect(await flow().propose(who, off)).toEqual({ kind: 'not-allowed' });
  });

  it('refuses to switch an acute rule off before anything is tried', async () => {
    const rule = 'suicide.intent-with-time';
    expect(await flow({ fails: true }).propose(staff, { kind: 'rule', rule, on: false })).toEqual({
      kind: 'refused',
      fault: { kind: 'acute-rule', rule },
    });
  });

  it('refuses what would notice fewer acute examples', async () => {
    expect(await flow({ acuteAfter: 89 }).propose(staff, off)).toMatchObject({ kind: 'weakens-acute' });
  });

  it.each([
    [['none', 'none'], { kind: 'example-fails', which: 'match', number: 1 }],
    [['concern', 'concern'], { kind: 'example-fails', which: 'not', number: 1 }],
    [['serious', 'none'], { kind: 'proposed' }],
  ] as const)('holds a new word to its examples: %j', async (sentences, expected) => {
    expect(await flow({ sentences }).propose(staff, word)).toMatchObject(expected);
  });

  it('changes nothing when the trial does not finish', async () => {
    expect(await flow({ fails: true }).propose(staff, off)).toEqual({ kind: 'trial-failed' });
  });
});
