import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonLabels, textOfMessage } from '../../../sandbox/visitor.ts';
import type { Visitor } from '../../../sandbox/visitor.ts';
import { answerTo, bytesOnDisk, openScene, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  await scene.bot.start();
});
afterAll(async () => {
  await scene.close();
});

const run = async (visitor: Visitor, command: string) =>
  answerTo(visitor, await visitor.runCommand((await visitor.dm()).id, command));

describe('a sender with nothing stored', () => {
  it('is told so, and that Discord keeps its own copy', async () => {
    const said = textOfMessage(await run(scene.sander, 'mine-data'));
    expect(said).toContain('Vi fant ingenting som er lagret om deg her nå.');
    expect(said).toContain('Discord har sin egen kopi');
  });
});

describe('a sender with an ordinary conversation', () => {
  it('sees what is stored, redacted, with who sees it and when it goes', async () => {
    const { kim, kari } = scene;
    await kim.sendDm('hei, kan jeg spille minecraft med dere? nummeret er 412 34 567');
    await kari.waitForThread(staffChannel);
    const shown = await run(kim, 'mine-data');
    const said = textOfMessage(shown);
    expect(said).toContain('Dette har vi lagret om deg');
    expect(said).toContain('spille minecraft');
    expect(said).toContain('[telefonnummer');
    expect(said).not.toContain('412 34 567');
    expect(said).toMatch(/Bare saksbehandlere og vakthavende/u);
    expect(said).toMatch(/slettes den \p{L}+ \d+\. \p{L}+/u);
    expect(buttonLabels(shown)).toContain('Slett mine data');
  });

  it('shows nobody else anything of it', async () => {
    expect(textOfMessage(await run(scene.sander, 'mine-data'))).not.toContain('minecraft');
  });

  it('is asked once, and then everything is gone: store, thread and card', async () => {
    const { kim, kari, dataDir } = scene;
    const question = await run(kim, 'slett');
    expect(textOfMessage(question)).toContain('Vil du slette');
    const receipt = textOfMessage(await answerTo(kim, await kim.press(question, 'Ja, slett nå')));
    expect(receipt).toMatch(/Dette er kvitteringen din\..*med én melding er borte fra lageret vårt\./su);
    expect(receipt).toContain('Kopien i de ansattes kanal er slettet.');

    expect(await kari.threads(staffChannel)).toEqual([]);
    expect((await kari.messages(staffChannel)).filter(says(/Sak \d/u))).toEqual([]);
    expect(bytesOnDisk(dataDir)).not.toContain('minecraft');
    expect(textOfMessage(await run(kim, 'mine-data'))).toContain('Vi fant ingenting');
  });

  it('may write again, and is met as somebody new', async () => {
    const { kim, kari } = scene;
    await kim.sendDm('hei igjen');
    await kari.waitForThread(staffChannel);
    expect(textOfMessage(await run(kim, 'mine-data'))).toContain('hei igjen');
  });
});

describe('a sender whose case is serious', () => {
  it('gets a person’s answer within thirty days, and staff are told', async () => {
    const { sander: alex, kari } = scene;
    const before = (await kari.threads(staffChannel)).map(({ id }) => id);
    await alex.sendDm('pappa slår meg hver dag, jeg er redd for å gå hjem');
    const thread = await kari.waitForThread(staffChannel, ({ id }) => !before.includes(id));
    expect(thread.name).toMatch(/^Sak/u);
    await kari.waitForMessage(thread.id, says('pappa slår meg'));
    await alex.waitForDm(says(/112/u));
    const question = await run(alex, 'slett');
    const answer = textOfMessage(await answerTo(alex, await alex.press(question, 'Ja, slett nå')));
    expect(answer).toMatch(/er ikke slettet ennå.*svarer innen/su);
    expect(answer).toContain('Datatilsynet');

    const noted = await Promise.any(
      (await kari.threads(staffChannel)).map((one) =>
        kari.waitForMessage(one.id, says('Avsenderen har bedt om sletting')),
      ),
    );
    expect(textOfMessage(noted)).toMatch(/svarer i `\/innsyn` innen/u);

    const again = textOfMessage(await answerTo(alex, await alex.press(await run(alex, 'slett'), 'Ja, slett nå')));
    expect(again).toMatch(/^Du har allerede bedt om/u);
    const mine = textOfMessage(await run(alex, 'mine-data'));
    expect(mine).toMatch(/Du har bedt om sletting\. Et menneske svarer deg innen/u);
    expect(mine).toContain('pappa slår meg');
  });
});
