import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../../src/core/time.ts';
import { makeChooseLanguage } from '../../../src/flows/choose-language.ts';
import { snowflake } from '../../examples/cases.ts';
import { openFlowScene } from './scene.ts';

let scene: Awaited<ReturnType<typeof openFlowScene>>;
beforeEach(async () => {
  scene = await openFlowScene();
});
afterEach(async () => {
  await scene.store.close();
});

const sender = snowflake(1);
const told = () =>
  scene.said.flatMap(({ speech }) => (speech.kind === 'sender-notice' ? [[speech.notice.kind, speech.language]] : []));

describe('the language a reader has chosen', () => {
  it('is kept with the open conversation, and goes with it', async () => {
    const choose = makeChooseLanguage(scene);
    await scene.receive(scene.message('Hei, kan dere hjelpe meg med noe?'));
    expect(await choose('900', sender, 'en')).toBe('with-conversation');
    scene.chosen.forget(sender);
    expect((await scene.openCase()).language).toBe('en');
    scene.pass(hourMs);
    await scene.receive(scene.message('Jeg lurer på noe om skolen'));
    await scene.deliverAll();
    expect(told().at(-1)).toEqual(['received', 'en']);
    scene.pass(60 * dayMs);
    await scene.store.eraseExpired(scene.now());
    await scene.receive(scene.message('Hei igjen'));
    expect((await scene.openCase()).language).toBe('nb');
  });

  it('is remembered for the evening in memory alone where there is no conversation', async () => {
    const choose = makeChooseLanguage(scene);
    expect(await choose('900', sender, 'se')).toBe('for-now');
    await scene.receive(scene.message('Hei'));
    expect((await scene.openCase()).language).toBe('se');
    expect(scene.chosen.of(sender)).toBe('se');
    scene.pass(12 * hourMs);
    expect(scene.chosen.of(sender)).toBeUndefined();
  });

  it('is written once for one press, and again for another choice', async () => {
    const choose = makeChooseLanguage(scene);
    await scene.receive(scene.message('Hei'));
    const { version } = await scene.openCase();
    await choose('900', sender, 'nn');
    await choose('900', sender, 'nn');
    expect((await scene.openCase()).version).toBe(version + 1);
    await choose('901', sender, 'en');
    expect((await scene.openCase()).language).toBe('en');
  });

  it('changes nothing for anybody else', async () => {
    const choose = makeChooseLanguage(scene);
    await scene.receive(scene.message('Hei'));
    expect(await choose('900', snowflake(9), 'en')).toBe('for-now');
    expect((await scene.openCase()).language).toBe('nb');
  });
});
