import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageView } from '../../../sandbox/control-api.ts';
import { buttonLabels, textOfMessage } from '../../../sandbox/visitor.ts';
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

const run = async (visitor: Visitor, command: string, options: Record<string, string> = {}) =>
  answerTo(visitor, await visitor.runCommand(staffChannel, command, options));

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

describe('/personvern-papirer', () => {
  it.each(['protokoll', 'dpia', 'erklaering', 'rutine'])('makes «%s» as PDF and Markdown', async (papir) => {
    const answer = await run(scene.berit, 'personvern-papirer', { papir });
    expect(answer.attachments.map(({ filename }) => filename)).toEqual([`${papir}.pdf`, `${papir}.md`]);
    expect(textOfMessage(answer)).toContain('Les dem før dere bruker dem');
  });

  it('is not for caseworkers', async () => {
    const answer = await run(scene.ola, 'personvern-papirer', { papir: 'dpia' });
    expect(answer.attachments).toEqual([]);
  });
});

describe('/avvik', () => {
  it('makes a draft with what happened in that time', async () => {
    const today = new Date(Date.now()).toISOString().slice(0, 10);
    const answer = await run(scene.berit, 'avvik', { fra: today });
    expect(answer.attachments.map(({ filename }) => filename)).toEqual(['avvik.pdf', 'avvik.md']);
    expect(textOfMessage(answer)).toContain('72 timer');
  });

  it.each(['i går', '2026-02-30', '2999-01-01'])('refuses «%s» with what to write', async (fra) => {
    const answer = await run(scene.berit, 'avvik', { fra });
    expect(answer.attachments).toEqual([]);
    expect(textOfMessage(answer)).toContain('Skriv datoer som 31.1.2027');
  });
});

describe('/ovelse', () => {
  it('takes a worker through an invented case to its end, marked all the way, without making a case', async () => {
    const { ola, kari } = scene;
    const threads = (await kari.threads(staffChannel)).length;
    const menu = await run(ola, 'ovelse');
    expect(textOfMessage(menu)).toMatch(/^# ØVELSE/u);
    const first = await pressed(ola, menu, 'Bare litt kjedelig', /OPPDIKTET/u);
    const over = await pressed(ola, first, 'Svare vanlig, og fortelle hva som skjer på klubben', /Øvelsen er over/u);
    const again = await pressed(ola, over, 'Øv på en annen sak', /Velg en oppdiktet sak/u);
    expect(buttonLabels(again)).toContain('Bare litt kjedelig (øvd)');
    const ticked = await pressed(ola, again, '[ ] Å samtale på chat', /Velg en oppdiktet sak/u);
    expect(buttonLabels(ticked)).toContain('[x] Å samtale på chat');
    expect((await kari.threads(staffChannel)).length).toBe(threads);
  });

  /** The message as it has become after a press. */
  async function pressed(visitor: Visitor, message: MessageView, label: string, becomes: RegExp): Promise<MessageView> {
    await visitor.press(message, label);
    return visitor.waitForMessage(
      message.channelId,
      (one) => one.id === message.id && becomes.test(textOfMessage(one)) && !buttonLabels(one).includes(label),
    );
  }
});
