import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RawText } from '../../../src/core/raw-text.ts';
import type { RedactedText } from '../../../src/core/redaction/redaction.ts';
import { makeDecideNextStep } from '../../../src/flows/decide-next-step.ts';
import { makeAnswerGuide } from '../../../src/flows/desk/fill-in.ts';
import type { DecisionForm } from '../../../src/flows/desk/fill-in.ts';
import { storedDossiers } from '../../../src/flows/desk/dossiers.ts';
import type { Staff } from '../../../src/ports.ts';
import { snowflake } from '../../examples/cases.ts';
import { guide } from '../duty-guide/shipped-guide.ts';
import { openFlowScene } from './scene.ts';

let scene: Awaited<ReturnType<typeof openFlowScene>>;
beforeEach(async () => {
  scene = await openFlowScene();
  await scene.receive(scene.message('hei'));
});
afterEach(async () => {
  await scene.store.close();
});

const kari = (differing: Partial<Staff> = {}): Staff => ({
  id: snowflake(101),
  municipalityId: scene.eksempelvik.id,
  roles: ['caseworker'],
  signature: 'Kari, saksbehandler',
  ...differing,
});
const deps = () => ({
  ...scene,
  guide,
  dossiers: storedDossiers(scene.store),
  mask: (words: RawText) => {
    const text = words.reveal().replaceAll('Testine', '[navn]') as RedactedText;
    return { text, removed: text === words.reveal() ? [] : (['NAME'] as const) };
  },
});
let acts = 0;
const act = async (staff = kari()) => {
  acts += 1;
  return { staff, caseId: (await scene.openCase()).id, once: `act${acts}` };
};
const decide = async (form: Partial<DecisionForm>, staff = kari()) =>
  makeDecideNextStep(deps())(await act(staff), {
    cardId: 'barnevern-second-assessment',
    follows: true,
    reason: '',
    secondAssessment: '',
    ...form,
  });
const kept = async () => {
  const { dossier } = await deps().dossiers.find(scene.eksempelvik.id, (await scene.openCase()).id);
  return dossier?.decision;
};
/** The young person is known, and does not want child protection to come in. */
const againstTheirWill = {
  dangerNow: 'no',
  avertable: 'no',
  identity: 'known',
  residence: 'unknown',
  harm: 'no',
  crime: 'no',
  suicide: 'no',
  home: 'yes',
  ownWill: 'no',
  threat: 'none',
  victim: 'no',
};

describe('a decision about the next step, written in Discord', () => {
  beforeEach(async () => {
    await makeAnswerGuide(deps())(await act(), againstTheirWill);
  });

  it('against the card is kept only with a reason, and without names', async () => {
    const second = { secondAssessment: 'Testine er trygg i kveld.' };
    expect((await decide({ ...second, follows: false, reason: ' ' })).outcome).toEqual({ kind: 'needs-reason' });
    expect(await kept()).toBeUndefined();
    const decided = await decide({ ...second, follows: false, reason: 'Testine er hos tanten.' });
    expect(decided).toMatchObject({ outcome: { kind: 'decided' }, removed: ['NAME'] });
    expect(await kept()).toMatchObject({
      follows: false,
      reason: '[navn] er hos tanten.',
      secondAssessment: '[navn] er trygg i kveld.',
      by: { signature: 'Kari, saksbehandler' },
    });
  });

  it('has a second assessment when the young person says no', async () => {
    expect((await decide({})).outcome).toEqual({ kind: 'needs-second-assessment' });
  });

  it('is about the card that was on the screen', async () => {
    expect((await decide({ cardId: 'call-112-unknown' })).outcome).toEqual({ kind: 'other-card' });
  });

  it('is taken by nobody without the role', async () => {
    const { outcome } = await decide({ secondAssessment: 'Trygg.' }, kari({ roles: ['coordinator'] }));
    expect(outcome).toEqual({ kind: 'not-permitted' });
    expect(await kept()).toBeUndefined();
  });
});
