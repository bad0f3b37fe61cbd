import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { ModalView, OracleView } from '../../../sandbox/control-api.ts';
import { seedIds } from '../../../sandbox/seed.ts';
import { openedModal, textOfMessage } from '../../../sandbox/visitor.ts';
import { answerTo, openScene, publicCard, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';
import { acuteWords, madeUpWord, until } from './stage.ts';

let scene: Scene | undefined;
afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

async function opened(env: NodeJS.ProcessEnv = {}): Promise<Scene> {
  const fresh = await openScene();
  scene = fresh;
  await fresh.bot.start({ SANDBOX_CLOCK_URL: `${fresh.sandbox.url}/sandbox/clock`, ...env });
  return fresh;
}

/** As when something else has kept the program busy: Discord gives up waiting for a first word after three seconds. */
async function whileTheLoopStands<T>({ bot }: Scene, act: () => Promise<T>): Promise<T> {
  bot.signal('SIGSTOP');
  const acted = act();
  await wait(3_500);
  bot.signal('SIGCONT');
  return acted;
}

const incident = {
  'Hvor alvorlig er det?': ['acute'],
  'Er det akutt fare nå?': ['yes'],
  'Vet dere hvem avsenderen er?': ['unknown'],
  'Kan det fortsatt avverges?': ['yes'],
  'Hva gjelder det mest?': 'Selvmordstanker',
};

const formOf = async ({ kim }: Scene): Promise<ModalView> =>
  openedModal(await kim.press(await publicCard(kim), 'Skriv til oss'));

describe('a form that is answered too late (F-15)', () => {
  it('keeps the words of «Skriv til oss», and their writer is answered by direct message', async () => {
    const of = await opened();
    const { kim, kari } = of;
    const form = await formOf(of);
    const words = { 'Hva vil du si til oss?': `${acuteWords} ${madeUpWord(1)}` };
    const receipt = await whileTheLoopStands(of, () => kim.fillModal(form, words));
    expect(receipt.kind).toBe('failed');

    const thread = await kari.waitForThread(staffChannel, () => true, 20_000);
    await kari.waitForMessage(thread.id, says(madeUpWord(1)), 20_000);
    await kari.waitForMessage(staffChannel, says(`<@&${seedIds.roles.vakthavende}>`), 20_000);
    const told = await kim.waitForDm(says('113'), 20_000);
    expect(textOfMessage(told)).toContain('116 111');
  });

  it('sends the receipt of a calm first message by direct message, once', async () => {
    const of = await opened();
    const { kim } = of;
    const form = await formOf(of);
    await whileTheLoopStands(of, () => kim.fillModal(form, { 'Hva vil du si til oss?': 'hei, er dere der i kveld?' }));
    await kim.waitForDm(says('Vi har fått meldingen'), 20_000);
    await wait(1_500);
    expect((await kim.dmMessages()).filter(says('Vi har fått meldingen'))).toHaveLength(1);
  });

  it('keeps a step of the incident form, and a colleague goes on from it', async () => {
    const of = await opened();
    const { kim, kari, ola } = of;
    await kim.sendDm(acuteWords);
    const card = await kari.waitForMessage(staffChannel, says('## Akutt'), 20_000);
    const form = openedModal(await kari.press(card, 'Skjema'));
    const receipt = await whileTheLoopStands(of, () => kari.fillModal(form, incident));
    expect(receipt.kind).toBe('failed');
    // As long as nothing is saved, the press opens the first step itself.
    let pressed = await ola.press(card, 'Skjema');
    await until(async () => pressed.kind !== 'modal' || (pressed = await ola.press(card, 'Skjema')).kind !== 'modal');
    const panel = await answerTo(ola, pressed);
    expect(textOfMessage(panel)).toMatch(/Lagret av Kari/u);
  });

  it('shows the answer all the same when Discord took the first word and said that it had not', async () => {
    const of = await opened();
    const { kim } = of;
    const form = await formOf(of);
    await of.fault({ method: 'POST', route: '/interactions/*/*/callback', kind: 'fail-after', status: 502, count: 1 });
    const receipt = await kim.fillModal(form, { 'Hva vil du si til oss?': 'hei, er dere der i kveld?' });
    const shown = await answerTo(kim, receipt);
    expect(textOfMessage(shown)).toContain('Vi har fått meldingen');
  });
});

describe('an interaction whose token has run out (F-16)', () => {
  it('is answered in the channel: what was begun before a quarter of an hour is finished after it', async () => {
    const of = await opened();
    const { kim, kari } = of;
    await kim.sendDm(acuteWords);
    const card = await kari.waitForMessage(staffChannel, says('## Akutt'), 20_000);
    const begun = openedModal(await kari.press(card, 'Svar'));
    await of.control('POST', '/clock', { offsetMs: 20 * 60_000 });
    await kari.fillModal(begun, { 'Svaret til avsenderen': 'Vi sitter her til klokka ti.' });
    await kim.waitForDm(says('Vi sitter her til klokka ti.'), 20_000);
    await kari.waitForMessage(staffChannel, (message) => message.id === card.id && says(/Tatt av/u)(message), 20_000);
    const { restStatuses } = (await of.control('GET', '/oracle')) as OracleView;
    expect(restStatuses['401'] ?? 0).toBe(0);
  });
});
