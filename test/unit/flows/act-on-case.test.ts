import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StaffRole } from '../../../src/core/access.ts';
import type { MunicipalityId } from '../../../src/core/ids.ts';
import { RawText } from '../../../src/core/raw-text.ts';
import type { StaffText } from '../../../src/core/staff-text.ts';
import { storedDossiers } from '../../../src/flows/desk/dossiers.ts';
import { makeClaimCase } from '../../../src/flows/claim-case.ts';
import { makeCloseCase } from '../../../src/flows/close-case.ts';
import { makeOpenIncident, makeSaveIncidentStep } from '../../../src/flows/incident-form.ts';
import { makeOpenCaseForm } from '../../../src/flows/open-case-form.ts';
import { makeRateAssessment } from '../../../src/flows/rate-assessment.ts';
import { makeReplyToSender } from '../../../src/flows/reply-to-sender.ts';
import type { Staff } from '../../../src/ports.ts';
import { caseId, snowflake } from '../../examples/cases.ts';
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

const staff = (differing: Partial<Staff> = {}): Staff => ({
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
  mask: (words: RawText) => ({ text: words.reveal() as StaffText, removed: [] }),
  checkStaffText: (words: RawText) => ({
    text: words.reveal() as StaffText,
    personalData: words.reveal().includes('navn') ? (['NAME'] as const) : [],
  }),
});
let presses = 0;
const press = async (by: Staff = staff()) => {
  presses += 1;
  return { cause: snowflake(2_000 + presses), staff: by, caseId: (await scene.openCase()).id };
};
describe('every act on a case', () => {
  const acts = (): readonly ((by: Staff) => Promise<{ kind: string }>)[] => [
    async (by) => makeClaimCase(deps())(await press(by)),
    async (by) => makeCloseCase(deps())(await press(by)),
    async (by) => makeSaveIncidentStep(deps())(await press(by), 'reported', { action: 'none-yet' }, 0),
    async (by) => makeOpenIncident(deps())(await press(by)),
    async (by) => makeReplyToSender(deps())(await press(by), new RawText('hei'), 'confirmed'),
    async (by) => makeOpenCaseForm(deps())(await press(by), 'case.reply'),
  ];

  it.each([[[]], [['coordinator']], [['contentProducer']]] as readonly (readonly [readonly StaffRole[]])[])(
    'is refused to somebody with the roles %j',
    async (roles) => {
      for (const act of acts()) expect(await act(staff({ roles }))).toEqual({ kind: 'not-permitted' });
      expect((await scene.openCase()).state).toEqual({ kind: 'open' });
    },
  );

  it('does not see a case of another municipality', async () => {
    const other = staff({ municipalityId: 'nabovik' as MunicipalityId });
    for (const act of acts()) expect(await act(other)).toEqual({ kind: 'not-found' });
  });

  it('does not find a case that is not there', async () => {
    expect(await makeClaimCase(deps())({ cause: snowflake(1), staff: staff(), caseId: caseId('x') })).toEqual({
      kind: 'not-found',
    });
  });
});

describe('«Jeg tar den»', () => {
  it('is one claim for fifty presses at once by two people', async () => {
    const claim = makeClaimCase(deps());
    const ola = staff({ id: snowflake(102), signature: 'Ola, saksbehandler' });
    const all = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => claim(await press(index % 2 === 0 ? staff() : ola))),
    );
    expect(all.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
    expect(all.filter(({ kind }) => kind === 'already-claimed')).toHaveLength(49);
  });

  it('acts once for the same press', async () => {
    const same = await press();
    const claim = makeClaimCase(deps());
    await claim(same);
    const { version } = await scene.openCase();
    await claim(same);
    expect((await scene.openCase()).version).toBe(version);
  });
});

describe('a reply', () => {
  it('with personal data waits for its writer', async () => {
    const reply = makeReplyToSender(deps());
    const first = await press();
    expect(await reply(first, new RawText('et navn'), 'written')).toMatchObject({
      kind: 'needs-confirmation',
      warnings: { personalData: ['NAME'], concerns: [] },
    });
    expect(await scene.store.listEntries(first.caseId)).toHaveLength(1);
    expect(await reply(first, new RawText('et navn'), 'confirmed')).toMatchObject({ kind: 'queued' });
    expect(await scene.store.listEntries(first.caseId)).toHaveLength(2);
  });

  it('is not sent in a closed case', async () => {
    const late = await press();
    await makeCloseCase(deps())(await press());
    expect(await makeReplyToSender(deps())(late, new RawText('hei'), 'confirmed')).toMatchObject({ kind: 'closed' });
  });
});

describe('«Lukk»', () => {
  it('is refused for a worrying case that nobody has taken', async () => {
    scene.state.assessment = { severity: 'serious', categories: [], reasons: [], version: 'test' };
    await scene.receive(scene.message('verre'));
    expect(await makeCloseCase(deps())(await press())).toMatchObject({ kind: 'not-taken' });
    await makeClaimCase(deps())(await press());
    expect(await makeCloseCase(deps())(await press())).toMatchObject({ kind: 'too-soon' });
    scene.pass(60 * 60_000);
    expect(await makeCloseCase(deps())(await press())).toMatchObject({ kind: 'closed' });
  });

  it('closes once', async () => {
    const twice = await press();
    const close = makeCloseCase(deps());
    expect(await close(twice)).toMatchObject({ kind: 'closed' });
    expect(await close({ ...twice, cause: snowflake(9) })).toMatchObject({ kind: 'already-closed' });
  });
});

describe('a rating of the level', () => {
  it('is counted per rule without text, once per person, and changes no case', async () => {
    const rule = { ruleId: 'suicide.wish', sentence: 'x', role: 'rule' } as const;
    scene.state.assessment = { severity: 'serious', categories: [], reasons: [rule], version: 'test' };
    await scene.receive(scene.message('verre'));
    const before = await scene.openCase();
    const rate = makeRateAssessment(deps());
    const once = await press();
    expect(await rate(once, 'too-high')).toMatchObject({ kind: 'rated' });
    await rate(once, 'too-high');
    await rate({ ...once, cause: snowflake(10) }, 'right');
    await rate(await press(staff({ id: snowflake(102) })), 'right');
    const counted = await scene.store.findSetting(scene.eksempelvik.id, 'triage-ratings');
    expect(counted?.value).toEqual({ 'suicide.wish': { right: 1, 'too-high': 1, 'too-low': 0, 'not-relevant': 0 } });
    expect(await scene.openCase()).toEqual(before);
  });

  it('is for those who read conversations', async () => {
    const rate = makeRateAssessment(deps());
    expect(await rate(await press(staff({ roles: ['coordinator'] })), 'right')).toEqual({ kind: 'not-permitted' });
    expect(await rate(await press(staff({ municipalityId: 'nabovik' as MunicipalityId })), 'right')).toEqual({
      kind: 'not-found',
    });
  });
});
