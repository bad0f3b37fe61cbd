import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOfMessage } from '../../../sandbox/visitor.ts';
import type { Visitor } from '../../../sandbox/visitor.ts';
import { answerTo, commandIsThere, openScene, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  await scene.bot.start();
  await commandIsThere(scene.berit, staffChannel, 'statistikk');
});
afterAll(async () => {
  await scene.close();
});

const run = async (visitor: Visitor, command: string) =>
  answerTo(visitor, await visitor.runCommand(staffChannel, command));

describe('/statistikk', () => {
  it('tells a coordinator why nothing is shown before a month is over', async () => {
    await scene.kim.sendDm('hei, kan jeg spille minecraft med dere?');
    await scene.kari.waitForThread(staffChannel);
    expect(textOfMessage(await run(scene.berit, 'statistikk'))).toContain('ingen tall å vise ennå');
  });

  it('is not for caseworkers', async () => {
    expect(textOfMessage(await run(scene.ola, 'statistikk'))).not.toContain('tall å vise');
  });
});
