import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { choiceWaitMs } from '../../../src/core/case.ts';
import type { MunicipalityId } from '../../../src/core/ids.ts';
import { minuteMs } from '../../../src/core/time.ts';
import { makeClaimCase } from '../../../src/flows/claim-case.ts';
import { makeMoveCase } from '../../../src/flows/move-case.ts';
import type { WantedMove } from '../../../src/flows/move-case.ts';
import { snowflake } from '../../examples/cases.ts';
import { openFlowScene } from './scene.ts';

let folder: string;
let scene: Awaited<ReturnType<typeof openFlowScene>>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'utekontakt-restart-'));
  scene = await openFlowScene(join(folder, 'store.db'));
});
afterEach(async () => {
  await scene.store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The program ends, and is started again so much later. */
async function restart(afterMs: number): Promise<void> {
  await scene.store.close();
  scene = await openFlowScene(join(folder, 'store.db'), scene.now() + afterMs);
  await scene.deliverAll();
  await scene.deliverAll();
}
const kari = () => ({
  id: snowflake(101),
  municipalityId: scene.eksempelvik.id,
  roles: ['caseworker'] as const,
  signature: 'Kari, saksbehandler',
});
/** What people read after the restart. */
const told = (): readonly string[] =>
  scene.said.map(({ speech }) => {
    if (speech.kind === 'case-note') return `note ${speech.note.kind}`;
    if (speech.kind === 'case-reminder') return `reminder ${speech.about.kind}`;
    return speech.kind === 'sender-notice' ? `sender ${speech.notice.kind}` : speech.kind;
  });

async function setAside(wanted: WantedMove): Promise<void> {
  await scene.receive(scene.message('hei'));
  const press = async (n: number) => ({ cause: snowflake(n), staff: kari(), caseId: (await scene.openCase()).id });
  await makeClaimCase(scene)(await press(2_001));
  await makeMoveCase({ ...scene, colleagues: { find: () => Promise.resolve(undefined) } })(await press(2_002), wanted);
  await scene.deliverAll();
}

describe('after a restart', () => {
  it('a case set aside comes back to its holder', async () => {
    await setAside({ kind: 'snooze', choice: 'half-hour' });
    await restart(30 * minuteMs);
    expect(told()).toContain('reminder set-aside-over');
    expect((await scene.openCase()).state).toMatchObject({ kind: 'claimed', by: { id: kari().id } });
  });

  it('a planned close happens, and the sender is told where to go next', async () => {
    await setAside({ kind: 'close-later', choice: 'hour' });
    await restart(60 * minuteMs);
    expect(told()).toEqual(expect.arrayContaining(['note closed-by-time', 'sender case-closed']));
    expect(await scene.store.listOpenCases(scene.eksempelvik.id)).toEqual([]);
  });

  it('a planned close does not happen when the sender wrote before it', async () => {
    await setAside({ kind: 'close-later', choice: 'hour' });
    await scene.receive({ ...scene.message('en ting til'), messageId: snowflake(5_000) });
    await restart(60 * minuteMs);
    expect(told()).not.toContain('note closed-by-time');
    expect((await scene.openCase()).state.kind).toBe('claimed');
  });

  it('somebody who waits is remembered', async () => {
    await scene.receive(scene.message('hei'));
    await scene.deliverAll();
    await restart(scene.eksempelvik.conversation.unansweredMinutes * minuteMs);
    expect(told()).toContain('reminder unanswered');
  });

  it('an alert nobody has taken goes on', async () => {
    scene.state.assessment = { severity: 'acute', categories: ['suicide'], reasons: [], version: 'test' };
    await scene.receive(scene.message('hjelp'));
    await scene.deliverAll();
    await restart(5 * minuteMs);
    expect(told()).toContain('case-alert');
  });

  it('what waits for its sender to choose a municipality reaches one', async () => {
    scene.state.others = [{ ...scene.eksempelvik, id: 'nabovik' as MunicipalityId, guildId: snowflake(90) }];
    await scene.receive(scene.message('hei'));
    await scene.deliverAll();
    expect(told()).toEqual(['sender choose-municipality']);
    await restart(choiceWaitMs);
    expect(told()).toEqual(expect.arrayContaining(['case-card', 'case-entry', 'sender first-contact']));
  });
});
