import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hourMs } from '../../../src/core/time.ts';
import type { Assessment } from '../../../src/core/triage/assessment.ts';
import { pauseOutcome } from '../../../src/discord/views/pause-outcome.ts';
import { stoppedNote } from '../../../src/discord/views/stopped-note.ts';
import { makePauseIntake } from '../../../src/flows/approval/pause-intake.ts';
import { kari, snowflake } from '../../examples/cases.ts';
import { openFlowScene } from '../flows/scene.ts';

const acute: Assessment = { severity: 'acute', categories: ['suicide'], reasons: [], version: 'test' };
let scene: Awaited<ReturnType<typeof openFlowScene>>;
beforeEach(async () => {
  scene = await openFlowScene();
});
afterEach(async () => {
  await scene.store.close();
});

let presses = 0;
const turn = (wanted: 'pause' | 'resume') => {
  presses += 1;
  const staff = { ...kari, municipalityId: scene.eksempelvik.id, roles: ['coordinator'] as const };
  return makePauseIntake(scene)(snowflake(8_000 + presses), staff, wanted);
};
const stop = async (): Promise<void> => {
  await turn('pause');
  const { approval: _recorded, ...rest } = scene.eksempelvik;
  scene.state.municipality = { ...rest, intakePaused: true };
};
/** What has been said since last asked. */
const news = async () => {
  await scene.deliverAll();
  return scene.said.splice(0).map(({ speech }) => speech);
};
const staffHeard = async () => (await news()).flatMap((speech) => (speech.kind === 'stopped-note' ? [speech] : []));

describe('a message while the intake is stopped', () => {
  it('is kept nowhere, and its sender is told where to call', async () => {
    await stop();
    scene.state.assessment = acute;
    await scene.receive(scene.message('det hemmelige ordet'));
    expect(await scene.store.listOpenCases(scene.eksempelvik.id)).toEqual([]);
    expect(await scene.store.claimInbox(scene.now(), 1_000)).toBeUndefined();
    const notice = (await news()).find(({ kind }) => kind === 'sender-notice');
    expect(notice).toMatchObject({
      notice: { kind: 'not-active', worry: { severity: 'acute', categories: ['suicide'] } },
    });
  });

  it('is told to staff without words or sender, and calls the one on duty when somebody may be in danger', async () => {
    await stop();
    await scene.receive(scene.message('hei'));
    const [calm] = await staffHeard();
    expect(calm && JSON.stringify(stoppedNote(calm))).not.toContain('<@&');
    scene.state.assessment = acute;
    await scene.receive(scene.message('det hemmelige ordet', snowflake(77)));
    const [urgent] = await staffHeard();
    const shown = JSON.stringify(urgent && stoppedNote(urgent));
    expect(shown).toContain(`<@&${scene.eksempelvik.roles.dutyLead}>`);
    expect(shown).toContain('2 meldinger, 1 av dem');
    expect(shown).not.toMatch(/hemmelige/u);
    expect(shown).not.toContain(snowflake(77));
  });

  it('is told to staff once an hour, however many come', async () => {
    await stop();
    scene.state.assessment = acute;
    for (let count = 0; count < 5; count += 1) await scene.receive(scene.message('hjelp'));
    expect(await staffHeard()).toHaveLength(1);
    scene.pass(hourMs);
    await scene.receive(scene.message('hjelp'));
    expect(await staffHeard()).toHaveLength(1);
  });

  it('is noted without its words in the case the sender had from before', async () => {
    await scene.receive(scene.message('hei'));
    await news();
    await stop();
    await scene.receive(scene.message('det hemmelige ordet'));
    const notes = (await news()).flatMap((speech) => (speech.kind === 'case-note' ? [speech.note] : []));
    expect(notes).toEqual([{ kind: 'wrote-while-stopped', severity: 'none' }]);
    expect(await scene.store.listEntries((await scene.openCase()).id)).toHaveLength(1);
  });

  it('is in the count the one who opens the intake is shown, and the next stop counts anew', async () => {
    await stop();
    scene.state.assessment = acute;
    await scene.receive(scene.message('hjelp'));
    await scene.receive(scene.message('hjelp'));
    const again = await turn('pause');
    expect(again).toMatchObject({ kind: 'paused', already: true, contacts: { messages: 2, worrying: 2 } });
    const resumed = await turn('resume');
    expect(JSON.stringify(pauseOutcome(resumed, 'nb'))).toContain('2 meldinger, 2 av dem');
    await stop();
    await scene.receive(scene.message('hjelp'));
    expect(await turn('resume')).toMatchObject({ kind: 'resumed', contacts: { messages: 1 } });
  });
});
