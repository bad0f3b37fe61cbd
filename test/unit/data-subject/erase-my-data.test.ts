import { beforeEach, describe, expect, it } from 'vitest';
import { makeEraseMyData } from '../../../src/flows/data-subject/erase-my-data.ts';
import { makeShowMyData } from '../../../src/flows/data-subject/show-my-data.ts';
import { openDossier } from '../../../src/core/incident/dossier.ts';
import type { Case } from '../../../src/core/case.ts';
import type { CaseId } from '../../../src/core/ids.ts';
import { savingDossier } from '../../../src/flows/desk/dossiers.ts';
import { dayMs } from '../../../src/core/time.ts';
import { snowflake } from '../../examples/cases.ts';
import { openFlowScene } from '../flows/scene.ts';

type Scene = Awaited<ReturnType<typeof openFlowScene>>;
let scene: Scene;
const removed: string[] = [];
let canRemove = true;
let presses = 0;

beforeEach(async () => {
  scene = await openFlowScene();
  removed.length = 0;
  canRemove = true;
});

const deps = () => ({
  now: scene.now,
  pseudonyms: scene.pseudonyms,
  store: scene.store,
  staffCopies: {
    remove({ kind }: { readonly kind: string }) {
      removed.push(kind);
      return Promise.resolve(canRemove);
    },
  },
});
const erase = (user = snowflake(1)) => {
  presses += 1;
  return makeEraseMyData(deps())(`press-${presses}`, scene.eksempelvik, user);
};
const show = (user = snowflake(1)) => makeShowMyData(deps())(scene.eksempelvik, user);

describe('erasure', () => {
  it('has nothing to do for somebody who never wrote', async () => {
    expect(await erase()).toEqual({ kind: 'nothing-stored' });
  });

  it('takes the conversation, what was remembered of the sender, and the copies with staff', async () => {
    await scene.receive(scene.message('hei, når er dere åpne'));
    await scene.deliverAll();
    expect((await show()).cases[0]?.entries).toHaveLength(1);

    expect(await erase()).toMatchObject({
      kind: 'answered',
      erased: { conversations: [{ messages: 1 }], staffCopiesGone: true },
      requested: [],
    });
    expect(removed).toEqual(['thread', 'card']);
    expect(await show()).toEqual({ cases: [] });
    expect(await scene.store.listOpenCases(scene.eksempelvik.id)).toEqual([]);
    expect(await erase()).toEqual({ kind: 'nothing-stored' });
  });

  it('says so when a copy is left with staff', async () => {
    canRemove = false;
    await scene.receive(scene.message('hei'));
    await scene.deliverAll();
    expect(await erase()).toMatchObject({ erased: { staffCopiesGone: false } });
  });

  const withDossier = async (filled: boolean): Promise<CaseId> => {
    await scene.receive(scene.message('hei, når er dere åpne'));
    const about = (await show()).cases[0]?.case;
    if (!about) throw new Error('no case');
    const dossier = openDossier(about, scene.now());
    const body = filled ? { ...dossier, answers: { dangerNow: 'no' } } : dossier;
    await scene.store.commit({ cause: 'd', at: scene.now(), basedOn: [], changes: [savingDossier(body, 0)] });
    return about.id;
  };

  it('takes the log of who looked on the desk with it', async () => {
    const caseId = await withDossier(false);
    expect(await erase()).toMatchObject({ erased: { conversations: [{}] } });
    expect(await scene.store.findDossier(scene.eksempelvik.id, caseId)).toBeUndefined();
  });

  it('of a case that is written about on the desk is weighed by a person', async () => {
    const caseId = await withDossier(true);
    expect(await erase()).toMatchObject({ requested: [{ again: false }] });
    expect(await scene.store.findDossier(scene.eksempelvik.id, caseId)).toBeDefined();
  });

  /** Closed by staff; another message then begins a new conversation. */
  const close = async (severity: Case['severity'] = 'none'): Promise<Case> => {
    const open = await scene.openCase();
    const by = { id: snowflake(77), signature: 'Kari, saksbehandler' };
    const closed: Case = { ...open, severity, state: { kind: 'closed', by, at: scene.now() } };
    await scene.store.commit({
      cause: `close-${open.id}`,
      at: scene.now(),
      basedOn: [{ caseId: open.id, version: open.version }],
      changes: [{ kind: 'save-case', case: closed, eraseAt: scene.now() + 3 * dayMs }],
    });
    return closed;
  };

  it('takes closed conversations too, and they can be seen before', async () => {
    await scene.receive(scene.message('den første'));
    await scene.deliverAll();
    await close();
    scene.pass(60_000);
    await scene.receive(scene.message('den andre'));
    await scene.deliverAll();
    const { cases } = await show();
    expect(cases.map(({ case: { state } }) => state.kind)).toEqual(['open', 'closed']);
    expect(cases[1]?.eraseAt).toBe(scene.now() - 60_000 + 3 * dayMs);
    expect(await erase()).toMatchObject({ erased: { conversations: [{ messages: 1 }, { messages: 1 }] } });
    expect(removed).toEqual(['thread', 'card', 'thread', 'card']);
    expect(await show()).toEqual({ cases: [] });
  });

  it('takes the conversation that may go, and asks for the closed one that must be weighed', async () => {
    await scene.receive(scene.message('noe alvorlig'));
    const serious = await close('serious');
    scene.pass(60_000);
    await scene.receive(scene.message('hei'));
    expect(await erase()).toMatchObject({
      erased: { conversations: [{ messages: 1 }] },
      requested: [{ caseNumber: serious.number, again: false }],
    });
    const mine = await show();
    expect(mine.cases.map(({ case: { id } }) => id)).toEqual([serious.id]);
    expect(mine.cases[0]?.answerDueAt).toBe(scene.now() + 30 * dayMs);
    expect(mine.record).toBeDefined();
  });

  it('touches nobody else', async () => {
    await scene.receive(scene.message('hei'));
    await scene.receive(scene.message('hallo', snowflake(9)));
    expect(await erase(snowflake(9))).toMatchObject({ erased: { conversations: [{}] } });
    expect((await show()).cases[0]?.entries).toHaveLength(1);
  });

  it.each(['serious', 'acute'] as const)('of a case that is %s is weighed by a person', async (severity) => {
    scene.state.assessment = { ...scene.state.assessment, severity };
    await scene.receive(scene.message('noe alvorlig'));
    const asked = await erase();
    expect(asked).toMatchObject({ kind: 'answered', requested: [{ again: false, dueAt: scene.now() + 30 * dayMs }] });
    expect(asked).not.toHaveProperty('erased');
    expect(await erase()).toMatchObject({ requested: [{ again: true, dueAt: scene.now() + 30 * dayMs }] });
    const mine = await show();
    expect(mine.cases[0]?.entries).toHaveLength(1);
    expect(mine.cases[0]?.answerDueAt).toBe(scene.now() + 30 * dayMs);
    expect(await scene.deliverAll()).toContain('case-note:sent');
    expect(removed).toEqual([]);
  });

  it('begins anew when somebody writes at the same moment, and gives up without erasing half', async () => {
    await scene.receive(scene.message('hei'));
    const { store } = scene;
    const commit = () => Promise.resolve('stale' as const);
    const busy = makeEraseMyData({ ...deps(), store: { ...store, commit } });
    expect(await busy('press', scene.eksempelvik, snowflake(1))).toEqual({ kind: 'try-again' });
    expect((await show()).cases[0]?.entries).toHaveLength(1);
    expect(removed).toEqual([]);
  });
});
