import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Snowflake } from '../../../src/core/ids.ts';
import { RawText } from '../../../src/core/raw-text.ts';
import type { StaffText } from '../../../src/core/staff-text.ts';
import type { CasePress } from '../../../src/flows/act-on-case.ts';
import { makeClaimCase } from '../../../src/flows/claim-case.ts';
import { makeCloseCase } from '../../../src/flows/close-case.ts';
import { makeEraseMyData } from '../../../src/flows/data-subject/erase-my-data.ts';
import { makeDecideNextStep } from '../../../src/flows/decide-next-step.ts';
import { makeAnswerGuide } from '../../../src/flows/desk/fill-in.ts';
import { storedDossiers } from '../../../src/flows/desk/dossiers.ts';
import { makeHandOverCase } from '../../../src/flows/hand-over-case.ts';
import { makeSaveIncidentStep } from '../../../src/flows/incident-form.ts';
import { makeMoveCase } from '../../../src/flows/move-case.ts';
import { makeRateAssessment } from '../../../src/flows/rate-assessment.ts';
import { makeReplyToSender } from '../../../src/flows/reply-to-sender.ts';
import { makeStandardTexts } from '../../../src/flows/standard-texts.ts';
import { makeFileApproval } from '../../../src/flows/approval/file-approval.ts';
import { makePosts } from '../../../src/flows/posts/posts.ts';
import { makeReflect } from '../../../src/flows/team/reflect.ts';
import { snowflake } from '../../examples/cases.ts';
import { exampleConfiguration } from '../../examples/municipality.ts';
import { guide } from '../duty-guide/shipped-guide.ts';
import { openFlowScene } from './scene.ts';

const { national } = await exampleConfiguration();
let scene: Awaited<ReturnType<typeof openFlowScene>>;
beforeEach(async () => {
  scene = await openFlowScene();
  await scene.receive(scene.message('hei'));
});
afterEach(async () => {
  await scene.store.close();
});

const deps = () => ({
  ...scene,
  guide,
  national,
  dossiers: storedDossiers(scene.store),
  originals: scene.store,
  mask: (words: RawText) => ({ text: words.reveal() as StaffText, removed: [] }),
  checkStaffText: (words: RawText) => ({ text: words.reveal() as StaffText, personalData: [] }),
  colleagues: {
    find: (_municipality: unknown, id: Snowflake) =>
      Promise.resolve({ id, municipalityId: scene.eksempelvik.id, roles: ['caseworker'] as const, signature: 'Ola' }),
  },
  staffCopies: { remove: () => Promise.resolve(true) },
});

const settled = { dangerNow: 'yes', dangerKind: 'unsure', identity: 'unknown', avertable: 'yes' };

const reported = { action: 'called-112', toWhom: 'Politiet', when: 'nå', reference: '', followUp: '' };

type Act = (press: CasePress) => Promise<unknown>;
const claim: Act = (press) => makeClaimCase(scene)(press);

/** Every button and form that changes something, and what has to be done before it can be pressed. */
const acts: Readonly<Record<string, { readonly first?: Act; readonly act: Act }>> = {
  'case-claim': { act: claim },
  'case-close': { act: (press) => makeCloseCase(scene)(press) },
  'case-move release': { first: claim, act: (press) => makeMoveCase(deps())(press, { kind: 'release' }) },
  'case-move take-over': { act: (press) => makeMoveCase(deps())(press, { kind: 'take-over' }) },
  'case-move reopen': {
    first: (press) => makeCloseCase(scene)(press),
    act: (press) => makeMoveCase(deps())(press, { kind: 'reopen' }),
  },
  'case-set-aside snooze': {
    first: claim,
    act: (press) => makeMoveCase(deps())(press, { kind: 'snooze', choice: 'half-hour' }),
  },
  'case-set-aside close-later': {
    first: claim,
    act: (press) => makeMoveCase(deps())(press, { kind: 'close-later', choice: 'hour' }),
  },
  'case-offer': { first: claim, act: (press) => makeMoveCase(deps())(press, { kind: 'offer', to: snowflake(102) }) },
  'case-hand-over': {
    first: claim,
    act: (press) => makeHandOverCase(deps())(press, scene.eksempelvik.contacts[0]?.id ?? ''),
  },
  'case-form-sent': {
    first: claim,
    act: (press) => makeSaveIncidentStep(deps())(press, 'reported', reported, 0),
  },
  'case-step-sent': {
    first: claim,
    act: (press) => makeAnswerGuide(deps())({ ...press, once: press.cause }, { dangerNow: 'no' }),
  },
  'case-decide-sent': {
    first: (press) => makeAnswerGuide(deps())({ ...press, once: 'first' }, settled),
    act: (press) => {
      const form = { cardId: 'call-112-unknown', follows: true, reason: '', secondAssessment: '' };
      return makeDecideNextStep(deps())({ ...press, once: press.cause }, form);
    },
  },
  'standard-text-sent': {
    act: (press) => makeStandardTexts(deps()).writeStandardText(press, 'Takk', new RawText('Takk for at du skrev.')),
  },
  'reflection-sent': {
    act: ({ cause, staff }) => makeReflect(deps()).begin(cause as Snowflake, staff, { situation: 'En oppdiktet sak.' }),
  },
  'post-sent': {
    act: (press) =>
      makePosts({ ...deps(), judgePlaces: () => Promise.resolve([]) }).draftPost(press, {
        type: 'local',
        text: 'Vi er på torget fredag fra klokka 18. Kom innom.',
        consent: 'nobody',
        toCards: true,
        channelIds: [],
      }),
  },
  'approval-form-sent': {
    act: ({ cause, staff }) => {
      const coordinator = { ...staff, roles: ['coordinator'] as const };
      const written = { platform: 'Discord', purpose: 'Oppdiktet formål', capacity: 'To ansatte' };
      return makeFileApproval(deps())({ cause, staff: coordinator, strategy: 2 }, 'purpose', written);
    },
  },
  'case-rate': { act: (press) => makeRateAssessment(scene)(press, 'right') },
  'case-reply-sent': { act: (press) => makeReplyToSender(deps())(press, new RawText('Hei. Vi er her.'), 'confirmed') },
  'erase-my-data': { act: ({ cause }) => makeEraseMyData(deps())(cause, scene.eksempelvik, snowflake(1)) },
};

/** What people have been shown, and what is on record. */
async function traces(): Promise<readonly string[]> {
  await scene.deliverAll();
  const record = await scene.store.listAudit(scene.eksempelvik.id, 0, scene.now(), 1_000);
  const shown = scene.said.map(({ speech }) =>
    'note' in speech ? `note ${speech.note.kind}` : 'notice' in speech ? `notice ${speech.notice.kind}` : speech.kind,
  );
  return [...shown, ...record.map(({ event }) => event)];
}

describe('the same press delivered fifty times at once', () => {
  it.each(Object.entries(acts))('acts once: %s', async (_name, { first, act }) => {
    const staff = {
      id: snowflake(101),
      municipalityId: scene.eksempelvik.id,
      roles: ['caseworker'] as const,
      signature: 'Kari, saksbehandler',
    };
    const caseId = (await scene.openCase()).id;
    await first?.({ cause: snowflake(2_001), staff, caseId });
    const before = await traces();
    const press = { cause: snowflake(2_002), staff, caseId };
    await act(press);
    const once = (await traces()).slice(before.length);
    expect(once.length).toBeGreaterThan(0);
    await Promise.all(Array.from({ length: 49 }, () => act(press)));
    expect((await traces()).length - before.length).toBe(once.length);
  });
});

/** Each of these is opened and written anew before it can be sent again: two are two, and meant to be. */
const writtenAnew = [
  'case-reply-sent',
  'case-rate',
  'standard-text-sent',
  'reflection-sent',
  'approval-form-sent',
  'post-sent',
];

describe('fifty presses of an impatient hand', () => {
  const many = Object.entries(acts).filter(([name]) => !writtenAnew.includes(name));
  it.each(many)('leave in the thread and with the sender what one leaves: %s', async (_name, { first, act }) => {
    const staff = {
      id: snowflake(101),
      municipalityId: scene.eksempelvik.id,
      roles: ['caseworker'] as const,
      signature: 'Kari, saksbehandler',
    };
    const caseId = (await scene.openCase()).id;
    await first?.({ cause: snowflake(2_001), staff, caseId });
    await traces();
    await act({ cause: snowflake(3_000), staff, caseId });
    await traces();
    const said = () => scene.said.filter(({ speech }) => 'note' in speech || 'notice' in speech).length;
    const once = said();
    for (let n = 1; n < 50; n += 1) await act({ cause: snowflake(3_000 + n), staff, caseId });
    await traces();
    expect(said()).toBe(once);
  });
});
