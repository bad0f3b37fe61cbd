import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { choiceWaitMs } from '../../../src/core/case.ts';
import type { MunicipalityId, Snowflake } from '../../../src/core/ids.ts';
import { RawText } from '../../../src/core/raw-text.ts';
import type { Assessment } from '../../../src/core/triage/assessment.ts';
import { makeChooseMunicipality } from '../../../src/flows/choose-municipality.ts';
import { makeClaimCase } from '../../../src/flows/claim-case.ts';
import { makeListCases } from '../../../src/flows/list-cases.ts';
import { makeReceiveForm } from '../../../src/flows/receive-form.ts';
import type { Staff } from '../../../src/ports.ts';
import { snowflake } from '../../examples/cases.ts';
import { openFlowScene } from './scene.ts';

let scene: Awaited<ReturnType<typeof openFlowScene>>;
let nabovik: (typeof scene)['eksempelvik'];
beforeEach(async () => {
  scene = await openFlowScene();
  nabovik = {
    ...scene.eksempelvik,
    id: 'nabovik' as MunicipalityId,
    name: 'Nabovik',
    guildId: snowflake(90),
    gameGuilds: [],
  };
  scene.state.others = [nabovik];
});
afterEach(async () => {
  await scene.store.close();
});

const acute: Assessment = {
  severity: 'acute',
  categories: ['suicide'],
  reasons: [{ ruleId: 'made-up', sentence: 'Oppdiktet regel.', role: 'rule' }],
  version: 'test',
};
const calm: Assessment = { severity: 'none', categories: [], reasons: [], version: 'test' };

let presses = 0;
const choose = (chosen: MunicipalityId, senderId: Snowflake = snowflake(1)) => {
  presses += 1;
  return makeChooseMunicipality({ ...scene, originals: scene.store })(
    String(snowflake(7_000 + presses)),
    senderId,
    chosen,
  );
};
const staffIn = (municipalityId: MunicipalityId): Staff => ({
  id: snowflake(101),
  municipalityId,
  roles: ['caseworker'],
  signature: 'Kari, saksbehandler',
});
const openIn = (id: MunicipalityId) => scene.store.listOpenCases(id);
/** What staff of one municipality have been shown, in words or not. */
const shownIn = (id: MunicipalityId): readonly string[] =>
  scene.said.flatMap(({ speech }) =>
    'municipality' in speech && speech.municipality?.id === id && speech.kind !== 'sender-notice' ? [speech.kind] : [],
  );
const wordsIn = (id: MunicipalityId): readonly string[] =>
  scene.said.flatMap(({ speech }) =>
    speech.kind === 'case-entry' && speech.municipality.id === id && speech.entry.body.kind === 'text'
      ? [speech.entry.body.text]
      : [],
  );
const notices = (): readonly string[] =>
  scene.said.flatMap(({ speech }) => (speech.kind === 'sender-notice' ? [speech.notice.kind] : []));

describe('a message to several municipalities that does not worry', () => {
  let messageId: Snowflake;
  beforeEach(async () => {
    const message = scene.message('hei, mitt nummer er 99887766');
    ({ messageId } = message);
    await scene.receive(message);
    await scene.deliverAll();
  });

  it('is kept redacted, asked about at once, and shown to nobody', async () => {
    expect(notices()).toEqual(['choose-municipality']);
    expect(shownIn(scene.eksempelvik.id)).toEqual([]);
    expect(shownIn(nabovik.id)).toEqual([]);
    const [held] = await openIn(scene.eksempelvik.id);
    expect(held && (await scene.store.listEntries(held.id))[0]?.body).toEqual({
      kind: 'text',
      text: 'hei, mitt nummer er [telefonnummer]',
    });
    expect(await makeListCases(scene)(staffIn(scene.eksempelvik.id), 'all')).toEqual({ kind: 'listed', cases: [] });
    const press = {
      cause: snowflake(8_001),
      staff: staffIn(scene.eksempelvik.id),
      caseId: (await scene.openCase()).id,
    };
    expect(await makeClaimCase(scene)(press)).toEqual({ kind: 'not-found' });
  });

  it('offers those that are approved, by name, and only those', () => {
    const [asked] = scene.said;
    expect(asked?.speech).toMatchObject({
      kind: 'sender-notice',
      services: [{ id: scene.eksempelvik.id }, { id: nabovik.id }],
    });
  });

  it('goes to the one the sender chooses, with all that was said, and to no other', async () => {
    await scene.receive(scene.message('er dere der?'));
    expect(await choose(nabovik.id)).toMatchObject({ kind: 'chosen', municipality: { id: nabovik.id } });
    await scene.deliverAll();
    expect(wordsIn(nabovik.id)).toEqual(['hei, mitt nummer er [telefonnummer]', 'er dere der?']);
    expect(shownIn(nabovik.id)).toEqual(['case-card', 'case-entry', 'case-entry', 'case-note']);
    expect(shownIn(scene.eksempelvik.id)).toEqual([]);
    expect(await openIn(scene.eksempelvik.id)).toEqual([]);
    expect(notices()).toEqual(['choose-municipality', 'first-contact', 'received']);
  });

  it('is forgotten by the one it was not for', async () => {
    const [held] = await openIn(scene.eksempelvik.id);
    await choose(nabovik.id);
    expect(held && (await scene.store.findCase(held.id))).toBeUndefined();
    expect(held && (await scene.store.listEntries(held.id))).toEqual([]);
    const key = scene.pseudonyms.sender(scene.eksempelvik.id, snowflake(1));
    expect(await scene.store.findSender(scene.eksempelvik.id, key)).toBeUndefined();
  });

  it('stays where it waits when that one is chosen', async () => {
    expect(await choose(scene.eksempelvik.id)).toMatchObject({ kind: 'chosen' });
    await scene.deliverAll();
    expect(wordsIn(scene.eksempelvik.id)).toEqual(['hei, mitt nummer er [telefonnummer]']);
    expect((await scene.openCase()).choice).toBeUndefined();
  });

  it('waits no longer than five minutes: then the first one has it, marked', async () => {
    scene.pass(choiceWaitMs - 1);
    await scene.deliverAll();
    expect(shownIn(scene.eksempelvik.id)).toEqual([]);
    scene.pass(1);
    await scene.deliverAll();
    await scene.deliverAll();
    expect(wordsIn(scene.eksempelvik.id)).toEqual(['hei, mitt nummer er [telefonnummer]']);
    expect(shownIn(nabovik.id)).toEqual([]);
    expect((await scene.openCase()).choice).toEqual({ candidates: [scene.eksempelvik.id, nabovik.id] });
    expect(notices()).toEqual(['choose-municipality', 'first-contact', 'received']);
  });

  it('is moved when the choice comes late, and the posts of the first are taken down', async () => {
    scene.pass(choiceWaitMs);
    await scene.deliverAll();
    await scene.deliverAll();
    const removed: string[] = [];
    scene.state.removes = ({ kind }) => {
      removed.push(kind);
      return true;
    };
    await choose(nabovik.id);
    scene.pass(10_000);
    await scene.deliverAll();
    expect(removed).toEqual(['thread', 'card']);
    expect(shownIn(scene.eksempelvik.id).at(-1)).toBe('follow-up');
    expect(wordsIn(nabovik.id)).toEqual(['hei, mitt nummer er [telefonnummer]']);
  });

  it('takes what follows to the chosen one without asking again', async () => {
    await choose(nabovik.id);
    await scene.receive(scene.message('og en ting til'));
    await scene.deliverAll();
    expect(wordsIn(nabovik.id).at(-1)).toBe('og en ting til');
    expect(notices().filter((kind) => kind === 'choose-municipality')).toHaveLength(1);
  });

  it('goes to staff at once with all that came before when the next message worries', async () => {
    scene.state.assessment = acute;
    const worrying = scene.message('jeg klarer ikke mer');
    expect(await scene.receive(worrying)).toEqual({ kind: 'stale' });
    const leased = await scene.store.claimInbox(scene.now() + 30_000, 30_000);
    expect(leased && (await scene.handle(leased))).toMatchObject({ kind: 'handled' });
    await scene.deliverAll();
    expect(wordsIn(scene.eksempelvik.id)).toEqual(['hei, mitt nummer er [telefonnummer]', 'jeg klarer ikke mer']);
    expect(shownIn(scene.eksempelvik.id)).toContain('case-alert');
    expect(notices()).toEqual(['choose-municipality', 'safe-reply', 'first-contact']);
    expect(shownIn(nabovik.id)).toEqual([]);
  });

  it('follows an edit and a deletion to where it is', async () => {
    await choose(nabovik.id);
    const sender = { messageId, senderId: snowflake(1), channelId: snowflake(2), at: scene.now() + 1 };
    await scene.receive({ ...sender, kind: 'edit', text: new RawText('hei igjen') }, 'edit');
    await scene.receive({ kind: 'deletion', messageId, channelId: snowflake(2), at: scene.now() }, 'gone');
    const [moved] = await openIn(nabovik.id);
    const bodies = moved && (await scene.store.listEntries(moved.id)).map(({ body }) => body.kind);
    expect(bodies).toEqual(['deleted-by-sender', 'deleted-by-sender']);
    expect(await openIn(scene.eksempelvik.id)).toEqual([]);
  });

  it('is answered by writing on the card of one of them', async () => {
    const receiveForm = makeReceiveForm({
      ...scene,
      chooseMunicipality: makeChooseMunicipality({ ...scene, originals: scene.store }),
    });
    const form = { ...scene.message('her er jeg'), guildId: nabovik.guildId };
    await receiveForm(form);
    await scene.handle(await scene.claim());
    await scene.deliverAll();
    expect(wordsIn(nabovik.id)).toEqual(['hei, mitt nummer er [telefonnummer]', 'her er jeg']);
    expect(shownIn(scene.eksempelvik.id)).toEqual([]);
  });
});

describe('a worrying message to several municipalities', () => {
  beforeEach(async () => {
    scene.state.assessment = acute;
    await scene.receive(scene.message('jeg har tatt en overdose'));
    await scene.deliverAll();
  });

  it('waits for no choice: one has it at once, marked, and the sender is helped first and asked then', async () => {
    expect(shownIn(scene.eksempelvik.id)).toEqual(expect.arrayContaining(['case-card', 'case-entry', 'case-alert']));
    expect(shownIn(nabovik.id)).toEqual([]);
    expect(notices()).toEqual(['safe-reply', 'first-contact', 'choose-municipality']);
    expect((await scene.openCase()).choice).toEqual({ candidates: [scene.eksempelvik.id, nabovik.id] });
  });

  it('is moved with its calls and its sealed original when the sender chooses another', async () => {
    expect(await choose(nabovik.id)).toMatchObject({ kind: 'chosen' });
    await scene.deliverAll();
    expect(shownIn(nabovik.id)).toEqual(expect.arrayContaining(['case-card', 'case-entry', 'case-note', 'case-alert']));
    const [moved] = await openIn(nabovik.id);
    const originals = moved ? await scene.store.openOriginals(moved.id) : [];
    expect(originals.map(({ original }) => original.reveal())).toEqual(['jeg har tatt en overdose']);
    expect(moved).toMatchObject({ severity: 'acute', state: { kind: 'open' } });
  });

  it('calls nobody in the first one any more after the move', async () => {
    await choose(nabovik.id);
    await scene.deliverAll();
    const before = shownIn(scene.eksempelvik.id).filter((kind) => kind === 'case-alert').length;
    scene.pass(6 * 60_000);
    await scene.deliverAll();
    expect(shownIn(scene.eksempelvik.id).filter((kind) => kind === 'case-alert')).toHaveLength(before);
    expect(shownIn(nabovik.id).filter((kind) => kind === 'case-alert')).toHaveLength(2);
  });

  it('stays with whoever has taken it, who is told of the choice', async () => {
    const press = {
      cause: snowflake(8_001),
      staff: staffIn(scene.eksempelvik.id),
      caseId: (await scene.openCase()).id,
    };
    await makeClaimCase(scene)(press);
    expect(await choose(nabovik.id)).toMatchObject({ kind: 'taken', municipality: { id: scene.eksempelvik.id } });
    await scene.deliverAll();
    expect(scene.said.map(({ speech }) => (speech.kind === 'case-note' ? speech.note.kind : ''))).toContain(
      'chose-another',
    );
    expect(await openIn(nabovik.id)).toEqual([]);
  });

  it('is chosen once, however often the button is pressed', async () => {
    for (let n = 0; n < 50; n += 1) expect(await choose(nabovik.id)).toMatchObject({ kind: 'chosen' });
    expect(await openIn(nabovik.id)).toHaveLength(1);
    await scene.deliverAll();
    expect(shownIn(nabovik.id).filter((kind) => kind === 'case-card')).toHaveLength(1);
  });

  it('is not moved by somebody else, nor to one that was not offered', async () => {
    expect(await choose(nabovik.id, snowflake(2))).toEqual({ kind: 'nothing-to-choose' });
    expect(await choose('fjernvik' as MunicipalityId)).toMatchObject({ kind: 'taken' });
    expect(await openIn(scene.eksempelvik.id)).toHaveLength(1);
  });
});

describe('who stands in until the sender chooses', () => {
  it('is the one they spoke with last, though another is named first', async () => {
    scene.state.shared = [nabovik];
    await scene.receive(scene.message('hei'));
    const [first] = await openIn(nabovik.id);
    if (!first) throw new Error('no case');
    const closed = { ...first, state: { kind: 'closed', at: scene.now() } } as const;
    await scene.store.commit({
      cause: 'closed for the test',
      at: scene.now(),
      basedOn: [{ caseId: first.id, version: first.version }],
      changes: [{ kind: 'save-case', case: closed, eraseAt: scene.now() + 1_000_000 }],
    });
    scene.state.shared = undefined;
    scene.state.assessment = acute;
    await scene.receive(scene.message('hjelp'));
    await scene.deliverAll();
    expect(shownIn(nabovik.id)).toContain('case-alert');
    expect(await openIn(scene.eksempelvik.id)).toEqual([]);
  });

  it('is not asked about where only one of them is approved', async () => {
    const { approval: _, ...unapproved } = nabovik;
    scene.state.others = [unapproved];
    scene.state.assessment = calm;
    await scene.receive(scene.message('hei'));
    await scene.deliverAll();
    expect(notices()).toEqual(['first-contact', 'received']);
    expect(wordsIn(scene.eksempelvik.id)).toEqual(['hei']);
  });

  it('is the one a conversation goes on with, also when its sender has left every server', async () => {
    scene.state.shared = [nabovik];
    await scene.receive(scene.message('hei'));
    scene.state.shared = [];
    await scene.receive(scene.message('er dere der?'));
    await scene.deliverAll();
    expect(wordsIn(nabovik.id)).toEqual(['hei', 'er dere der?']);
  });
});
