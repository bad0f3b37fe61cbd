import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { SendMessage } from '../../../sandbox/control-api.ts';
import type { MunicipalityId } from '../../../src/core/ids.ts';
import { lookInto } from './look-into.ts';
import { bytesOnDisk, openScene, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';
import { acuteWords, madeUpWord, masterKey, openStage, ordinaryWords, until } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage | undefined;
let scene: Scene | undefined;
afterEach(async () => {
  await stage?.close();
  await scene?.close();
  stage = undefined;
  scene = undefined;
});

describe('one sender who floods (F-33)', () => {
  it('has all of 300 messages stored, and the worrying one in their midst calls somebody', async () => {
    stage = await openStage();
    const of = stage;
    await of.bot.start();
    for (let index = 0; index < 300; index += 1)
      of.discord.write(0, `${index === 150 ? acuteWords : ordinaryWords} ${madeUpWord(index)}`);
    await until(() => of.alerts().length > 0, 60_000, 'alert');
    const stored = (): Promise<number> =>
      lookInto(`file:${join(of.folder, 'utekontakt.db')}`, [masterKey], async (store) => {
        const [open] = await store.listOpenCases('eksempelvik' as MunicipalityId);
        return open ? (await store.listEntries(open.id)).filter(({ from }) => from === 'sender').length : 0;
      });
    await until(async () => (await stored()) === 300, 120_000, 'all of them');
    of.expectNothingAstray();
  }, 200_000);
});

describe('what somebody attaches (F-34, F-35)', () => {
  const files = Array.from({ length: 10 }, (_, index) => ({
    filename: `hemmelig${index}.png`,
    contentType: 'image/png',
  }));
  it.each<readonly [string, SendMessage, RegExp]>([
    ['ten pictures', { attachments: files }, /10 bilder/u],
    ['a voice message', { voiceSeconds: 4 }, /talemelding|lydmelding/u],
    ['a poll', { poll: { question: 'er dere der?', answers: ['ja', 'nei'] } }, /er dere der\?/u],
    ['a message passed on', { forward: { content: 'dette fikk jeg av en annen' } }, /dette fikk jeg av en annen/u],
  ])('%s alone reaches staff by its kind, and no file is fetched or named', async (_name, message, shown) => {
    scene = await openScene();
    const { bot, kim, kari, dataDir, requestLog } = scene;
    await bot.start();
    await kim.sendDm(message);
    const thread = await kari.waitForThread(staffChannel, () => true, 20_000);
    await kari.waitForMessage(thread.id, says(shown), 20_000);
    expect(bytesOnDisk(dataDir)).not.toContain('hemmelig');
    expect(bot.output).not.toContain('hemmelig');
    expect(readFileSync(requestLog, 'utf8')).not.toMatch(/hemmelig|\/attachments\//u);
  });
});
