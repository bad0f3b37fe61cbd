import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { InteractionReceipt, MessageView } from '../../../sandbox/control-api.ts';
import { seedIds } from '../../../sandbox/seed.ts';
import { buttonLabels, shownMessage, textOfMessage } from '../../../sandbox/visitor.ts';
import type { Visitor } from '../../../sandbox/visitor.ts';
import { answerTo, cardChannel, commandIsThere, openScene, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';

let scene: Scene;
const name = 'Spillkveld på torget';

beforeAll(async () => {
  scene = await openScene();
  await scene.control('POST', '/clock', { now: '2026-11-23T12:00:00Z' });
  await scene.bot.start({ SANDBOX_CLOCK_URL: `${scene.sandbox.url}/sandbox/clock` });
  await commandIsThere(scene.kari, staffChannel, 'aktivitet');
});
afterAll(async () => {
  await scene.close();
});

const formOf = (receipt: InteractionReceipt) => {
  if (receipt.kind !== 'modal') throw new Error(`no form but ${receipt.kind}`);
  return receipt.modal;
};
const press = async (by: Visitor, message: MessageView, label: string): Promise<string> =>
  textOfMessage(await answerTo(by, await by.press(message, label)));
const show = async (by: Visitor): Promise<MessageView> =>
  answerTo(by, await by.runCommand(staffChannel, 'aktivitet vis', { nummer: 1 }));
const inCalendar = async (guildId: string) =>
  (await scene.kim.view()).guilds.find(({ id }) => id === guildId)?.events ?? [];

describe('«/aktivitet»', () => {
  it('asks for a time that can be read', async () => {
    const wrong = await scene.kari.runCommand(staffChannel, 'aktivitet ny', { tid: 'fredag' });
    expect(textOfMessage(shownMessage(wrong))).toContain('2026-11-25 18:00');
  });

  it('is drafted by one, approved by another, and put in channel and calendar once', async () => {
    // The calendar answers with a fault after it has done as asked.
    await scene.fault({
      method: 'POST',
      route: `/guilds/${seedIds.guilds.minecraft}/scheduled-events`,
      kind: 'fail-after',
      status: 502,
      count: 1,
    });
    const modal = formOf(
      await scene.kari.runCommand(staffChannel, 'aktivitet ny', { tid: '2026-11-24 18:00', timer: 3 }),
    );
    const draft = await answerTo(
      scene.kari,
      await scene.kari.fillModal(modal, {
        Navn: name,
        Hvor: 'Torget i sentrum',
        'Hva skal vi gjøre?': 'Vi spiller sammen. Alle kan være med.',
        'Hvem fra oss er der?': 'Kari og Ola',
        'Kan noen kjennes igjen?': 'Nei, ingen kan kjennes igjen',
      }),
    );
    expect(textOfMessage(draft)).toMatch(/tirsdag 24\. november kl\. 18\.00 – kl\. 21\.00[\s\S]*Kari og Ola/u);
    expect(await press(scene.kari, draft, 'Godkjenn')).toContain('En annen må godkjenne');
    expect(await press(scene.ola, await show(scene.ola), 'Godkjenn')).toContain('er godkjent');
    const post = await scene.kim.waitForMessage(cardChannel, says(name));
    expect(textOfMessage(post)).toContain('Vi lagrer ikke hvem du er');
    expect(buttonLabels(post)).toEqual(['Jeg kommer', 'Hvem er dere?', 'Hjelp nå']);
    await vi.waitFor(async () => {
      expect(await inCalendar(seedIds.guilds.minecraft)).toMatchObject([{ name }]);
    }, 10_000);
  });

  it('counts who says that they come, and knows nobody', async () => {
    const [post] = (await scene.kim.messages(cardChannel)).filter((one) => !one.ephemeral && says(name)(one));
    if (!post) throw new Error('the post is gone');
    expect(await press(scene.kim, post, 'Jeg kommer')).toContain('Du er talt med.');
    expect(await press(scene.kim, post, 'Jeg kommer')).toContain('allerede');
    expect(await press(scene.sander, post, 'Jeg kommer')).toContain('Du er talt med.');
    expect(textOfMessage(await show(scene.kari))).toContain('Har sagt at de kommer: 2.');
  });

  it('counts one less for whoever takes it back in the answer, and once only', async () => {
    const [post] = (await scene.kim.messages(cardChannel)).filter((one) => !one.ephemeral && says(name)(one));
    if (!post) throw new Error('the post is gone');
    const answer = await answerTo(scene.sander, await scene.sander.press(post, 'Jeg kommer'));
    expect(buttonLabels(answer)).toEqual(['Kommer ikke likevel', 'Hjelp nå']);
    await scene.sander.press(answer, 'Kommer ikke likevel');
    const left = await scene.sander.waitForMessage(cardChannel, says('Du er ikke talt med lenger'));
    expect([left.id, buttonLabels(left)]).toEqual([answer.id, ['Hjelp nå']]);
    expect(textOfMessage(await show(scene.kari))).toContain('Har sagt at de kommer: 1.');
    expect(await press(scene.sander, post, 'Jeg kommer')).toContain('Du er talt med.');
    expect(textOfMessage(await show(scene.kari))).toContain('Har sagt at de kommer: 2.');
  });

  it('reminds an hour before, and is called off where it was told', async () => {
    await scene.control('POST', '/clock', { now: '2026-11-24T16:00:30Z' });
    await scene.kim.waitForMessage(cardChannel, says('begynner snart'));
    expect(await press(scene.kari, await show(scene.kari), 'Trekk tilbake')).toContain('Aktivitet 1 er avlyst');
    await scene.kim.waitForMessage(cardChannel, says('er avlyst'));
    await vi.waitFor(async () => {
      expect(await inCalendar(seedIds.guilds.minecraft)).toEqual([]);
    }, 10_000);
    const posts = (await scene.kim.messages(cardChannel)).filter((one) => !one.ephemeral && says(name)(one));
    expect(posts).toHaveLength(3);
  });
});
