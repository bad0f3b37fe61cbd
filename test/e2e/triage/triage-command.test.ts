import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandOptions, MessageView } from '../../../sandbox/control-api.ts';
import { textOfMessage } from '../../../sandbox/visitor.ts';
import type { Visitor } from '../../../sandbox/visitor.ts';
import { shippedFigures } from '../../../src/core/triage/shipped-figures.ts';
import { answerTo, cardChannel, commandIsThere, openScene, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
  await scene.bot.start();
  await commandIsThere(scene.berit, staffChannel, 'triage');
});
afterAll(async () => {
  await scene.close();
});

const run = async (visitor: Visitor, part: string, options: CommandOptions = {}): Promise<MessageView> =>
  answerTo(visitor, await visitor.runCommand(staffChannel, `triage ${part}`, options));
const tried = async (sentence: string): Promise<string> =>
  textOfMessage(await run(scene.berit, 'prov', { setning: sentence }));
async function confirm(proposal: MessageView): Promise<string> {
  await scene.berit.press(proposal, 'Bruk forslaget');
  return textOfMessage(
    await scene.berit.waitForMessage(staffChannel, (message) => message.id === proposal.id && says('Lagret')(message)),
  );
}

describe('«/triage» for the coordinator', () => {
  it('shows how an invented acute sentence would be read, why, and what would happen', async () => {
    const shown = await tried('jeg skal ta livet mitt i kveld');
    expect(shown).toContain('akutt');
    expect(shown).toContain('Skriver om å ta livet sitt, og om når.');
    expect(shown).toContain('kalles på med én gang');
    expect(shown).toContain('Setningen er ikke lagret');
  });

  it('shows that ordinary talk calls nobody', async () => {
    expect(await tried('noen som vil spille Minecraft etter middag?')).toContain('Ingen blir varslet');
  });

  it('is for the coordinator only', async () => {
    expect(textOfMessage(await run(scene.ola, 'prov', { setning: 'hei' }))).toContain('Bare koordinatoren');
  });

  it('lists the soft rules, and switches one off only after before and after have been shown', async () => {
    expect(textOfMessage(await run(scene.berit, 'regler'))).toContain('Ingen regler er slått av');
    const proposal = await run(scene.berit, 'regler', { regel: 'violence.staff-anger', tilstand: 'off' });
    expect(textOfMessage(proposal)).toMatch(/Før → etter[\s\S]*Akutte som blir sett: (\d+) → \*\*\1\*\*/u);
    expect(textOfMessage(await run(scene.berit, 'regler'))).toContain('Ingen regler er slått av');
    expect(await confirm(proposal)).toContain('violence.staff-anger');
    expect(textOfMessage(await run(scene.berit, 'regler'))).toContain('Slått av: 1');
  });

  it('never switches off what is about now', async () => {
    const shown = await run(scene.berit, 'regler', { regel: 'suicide.intent-with-time', tilstand: 'off' });
    expect(textOfMessage(shown)).toContain('gjelder det akutte og kan ikke slås av');
  });

  it('moves a threshold, and shows the figures before and after', async () => {
    const proposal = await run(scene.berit, 'terskel', { grense: 'concernShift', trinn: -1 });
    expect(textOfMessage(proposal)).toContain('Falske varsler, vanlig prat');
    expect(await confirm(proposal)).toContain('-1');
  });

  it('takes a word of the municipality’s own, and notices it from then on', async () => {
    const sentence = 'han solgte brunebiter til åttendeklassingene';
    const proposal = await run(scene.berit, 'ord', {
      nytt: 'brunebiter',
      betyr: 'DRUG',
      treffer: sentence,
      'treffer-ikke': 'vi spiste brunost på turen',
    });
    expect(await confirm(proposal)).toContain('brunebiter');
    expect(await tried('noen hadde med brunebiter på klubben')).not.toContain('Ingen blir varslet');
  });
});

describe('«/om»', () => {
  it('says to anyone how often the program is wrong, and which version it is', async () => {
    const shown = textOfMessage(await answerTo(scene.kim, await scene.kim.runCommand(cardChannel, 'om')));
    expect(shown).toContain(
      `Av ${shippedFigures.acuteAny.n} som hastet, la det merke til ${shippedFigures.acuteAny.k}`,
    );
    expect(shown).toContain(`${shippedFigures.falsePlain.k} av ${shippedFigures.falsePlain.n}`);
  });
});
