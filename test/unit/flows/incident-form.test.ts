import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RawText } from '../../../src/core/raw-text.ts';
import type { RedactedText } from '../../../src/core/redaction/redaction.ts';
import { makeAnswerGuide, makeSaveStep } from '../../../src/flows/desk/fill-in.ts';
import { storedDossiers } from '../../../src/flows/desk/dossiers.ts';
import { makeOpenIncident, makeSaveIncidentStep } from '../../../src/flows/incident-form.ts';
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

const kari = (): Staff => ({
  id: snowflake(101),
  municipalityId: scene.eksempelvik.id,
  roles: ['caseworker'],
  signature: 'Kari, saksbehandler',
});
const ola = (): Staff => ({ ...kari(), id: snowflake(102), signature: 'Ola, vakthavende' });

const deps = () => ({
  ...scene,
  guide,
  dossiers: storedDossiers(scene.store),
  mask: (words: RawText) => {
    const text = words.reveal().replaceAll('Testine', '[navn]') as RedactedText;
    return { text, removed: text === words.reveal() ? [] : (['NAME'] as const) };
  },
});
let presses = 0;
const press = async (staff: Staff) => {
  presses += 1;
  return { cause: snowflake(3_000 + presses), staff, caseId: (await scene.openCase()).id };
};
const save = async (
  staff: Staff,
  ...rest: Parameters<ReturnType<typeof makeSaveIncidentStep>> extends [unknown, ...infer Rest] ? Rest : never
) => makeSaveIncidentStep(deps())(await press(staff), ...rest);
const open = async (staff: Staff) => {
  const opened = await makeOpenIncident(deps())(await press(staff));
  if (opened.kind !== 'ready') throw new Error(opened.kind);
  return opened.form;
};

const matter = { severity: 'acute', dangerNow: 'yes', identity: 'unknown', avertable: 'yes', category: 'suicide' };
const reported = { action: 'called-112', toWhom: 'Politiet', when: 'nå', reference: '', followUp: '' };

describe('a step of the incident form in Discord', () => {
  it('is kept, and a colleague goes on from it', async () => {
    expect(await save(kari(), 'matter', matter, 0)).toMatchObject({ kind: 'saved' });
    const { dossier } = await open(ola());
    expect(dossier.steps.matter).toMatchObject({
      version: 1,
      values: matter,
      by: { signature: 'Kari, saksbehandler' },
    });
    expect(await save(ola(), 'reported', reported, 0)).toMatchObject({ kind: 'saved' });
    expect(Object.keys((await open(kari())).dossier.steps)).toEqual(['matter', 'reported']);
  });

  it('is told of in the thread once, also when a colleague saves what is there unchanged, again and again', async () => {
    await scene.deliverAll();
    scene.said.length = 0;
    await save(kari(), 'reported', reported, 0);
    for (let again = 0; again < 5; again += 1) await save(ola(), 'reported', reported, 1);
    await scene.deliverAll();
    const told = scene.said.flatMap(({ speech }) => (speech.kind === 'case-note' ? [speech.note] : []));
    expect(told).toEqual([{ kind: 'form-filed', signature: 'Kari, saksbehandler' }]);
  });

  it('survives a restart: it lies in the store, not in memory', async () => {
    await save(kari(), 'matter', matter, 0);
    const { id, municipalityId } = await scene.openCase();
    expect((await scene.store.findDossier(municipalityId, id))?.body).toMatchObject({
      steps: { matter: { version: 1 } },
    });
  });

  it('answers the duty guide’s three first questions, so that the card is ready', async () => {
    await save(kari(), 'matter', matter, 0);
    expect((await open(kari())).dossier.answers).toEqual({ dangerNow: 'yes', identity: 'unknown', avertable: 'yes' });
  });

  it('follows when the duty guide is answered otherwise', async () => {
    await save(kari(), 'matter', matter, 0);
    const { caseId } = await press(ola());
    await makeAnswerGuide(deps())({ staff: ola(), caseId, once: 'a'.repeat(22) }, { dangerNow: 'no' });
    expect((await open(kari())).dossier.steps.matter).toMatchObject({
      version: 2,
      values: { ...matter, dangerNow: 'no' },
      by: { signature: 'Ola, vakthavende' },
    });
  });

  it('gives the case its summary, and counts nothing as done before somebody says so', async () => {
    await save(kari(), 'matter', matter, 0);
    expect((await scene.openCase()).incident).toMatchObject({
      category: 'suicide',
      severity: 'acute',
      action: 'none-yet',
    });
    await save(ola(), 'reported', reported, 0);
    expect((await scene.openCase()).incident).toMatchObject({
      action: 'called-112',
      by: { signature: 'Ola, vakthavende' },
    });
    expect(await scene.store.verifyAudit()).toMatchObject({ kind: 'intact' });
  });

  it('keeps what identifies nobody, and says what was taken out', async () => {
    const written = { ...reported, followUp: 'Ola ringer Testine i morgen' };
    expect(await save(kari(), 'reported', written, 0)).toMatchObject({ kind: 'saved', removed: ['NAME'] });
    expect((await open(kari())).dossier.steps.reported?.values['followUp']).toBe('Ola ringer [navn] i morgen');
  });

  it('is masked also when it is written on the desk', async () => {
    const { caseId } = await press(kari());
    const act = { staff: kari(), caseId, once: 'b'.repeat(22) };
    const written = { ...reported, followUp: 'Testine venter' };
    expect(await makeSaveStep(deps())(act, 'reported', written, 0)).toMatchObject({
      kind: 'saved',
      removed: ['NAME'],
    });
    expect((await open(kari())).dossier.steps.reported?.values['followUp']).toBe('[navn] venter');
    expect((await scene.openCase()).incident?.action).toBe('called-112');
  });

  it('is not taken when two people save the same step; both wordings are there', async () => {
    await save(kari(), 'reported', reported, 0);
    expect(await save(ola(), 'reported', { ...reported, action: 'told-kripos' }, 0)).toMatchObject({
      kind: 'changed-meanwhile',
      theirs: { values: { action: 'called-112' }, by: { signature: 'Kari, saksbehandler' } },
      read: { values: { action: 'told-kripos' } },
    });
    expect(await save(ola(), 'reported', { ...reported, action: 'told-kripos' }, 1)).toMatchObject({ kind: 'saved' });
  });

  it('is filed once, however often the same is sent', async () => {
    const outcomes = [];
    for (let times = 0; times < 50; times += 1) outcomes.push((await save(kari(), 'matter', matter, 0)).kind);
    expect(new Set(outcomes)).toEqual(new Set(['saved']));
    expect((await open(kari())).dossier.steps.matter?.version).toBe(1);
  });

  it('keeps everything typed in a step that must be put right', async () => {
    const written = { told: 'no', toldReason: '', involved: 'no', involvedReason: 'Det hastet\u0000', leader: 'ja' };
    expect(await save(kari(), 'informed', written, 0)).toMatchObject({
      kind: 'faulty',
      read: {
        values: written,
        faults: { toldReason: 'required', involvedReason: 'unreadable', leader: 'not-a-choice' },
      },
    });
    expect((await open(kari())).dossier.steps).toEqual({});
  });

  it('is refused to whoever has no role in this very guild', async () => {
    expect(await save({ ...kari(), roles: ['coordinator'] }, 'matter', matter, 0)).toEqual({ kind: 'not-permitted' });
    const { caseId } = await press(kari());
    const stranger = { ...kari(), municipalityId: 'nabovik' as Staff['municipalityId'] };
    expect(await makeOpenIncident(deps())({ cause: snowflake(9), staff: stranger, caseId })).toEqual({
      kind: 'not-found',
    });
  });
});
