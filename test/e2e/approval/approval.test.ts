import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageView, ModalFields } from '../../../sandbox/control-api.ts';
import { buttonLabels, openedModal, shownMessage, textOfMessage } from '../../../sandbox/visitor.ts';
import type { Visitor } from '../../../sandbox/visitor.ts';
import { answerTo, cardChannel, openScene, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';
import { configurationWith } from '../presence/configured.ts';

/** A real municipality: nothing is approved by its files. */
const real = configurationWith(() => ({ invented: false, approval: undefined, organisationNumber: '974760673' }));
let scene: Scene;
beforeAll(async () => {
  scene = await openScene({}, { CONFIG_DIR: real.folder });
  await scene.bot.start();
  while (!(await scene.kari.commands(staffChannel)).some(({ name }) => name === 'godkjenning')) await wait(50);
});
afterAll(async () => {
  await scene.close();
  real.remove();
});

let shown: MessageView;
const refreshed = async (visitor: Visitor, words: string | RegExp): Promise<MessageView> =>
  visitor.waitForMessage(staffChannel, (message) => message.id === shown.id && says(words)(message));
async function open(visitor: Visitor, strategy = 2): Promise<MessageView> {
  shown = await answerTo(visitor, await visitor.runCommand(staffChannel, 'godkjenning'));
  await visitor.press(shown, `Strategi ${strategy}`);
  shown = await refreshed(visitor, `# Strategi ${strategy}`);
  return shown;
}
async function file(visitor: Visitor, label: string, fields: ModalFields, then: string | RegExp): Promise<MessageView> {
  await visitor.fillModal(openedModal(await visitor.press(shown, label)), fields);
  shown = await refreshed(visitor, then);
  return shown;
}

const decided: ModalFields = {
  'Hvem i ledelsen har besluttet?': 'Leder Eksempel, kommunalsjef',
  'Saksnummer i arkivet': 'EKS-2026/0004',
  Begrunnelse: 'Oppdiktet begrunnelse',
};

describe('a real municipality before approval', () => {
  it('takes nothing in, and offers help and the privacy statement only', async () => {
    const card = await scene.kim.waitForMessage(cardChannel, says('er ikke i bruk'));
    expect(buttonLabels(card)).toEqual(['Hjelp nå', 'Personvern']);
    await scene.kim.sendDm('er det noen her?');
    expect(textOfMessage(await scene.kim.waitForDm(says('er ikke i bruk')))).toMatch(/112[\s\S]*113/u);
    expect(await scene.kari.threads(staffChannel)).toEqual([]);
  });

  it('lets no caseworker file', async () => {
    await open(scene.ola);
    expect(buttonLabels(shown)).toEqual(['Alle strategier']);
  });
});

describe('/godkjenning', () => {
  it('goes through every gate, and keeps what was written when a date is wrong', async () => {
    const { berit, kari } = scene;
    await open(berit);
    expect(textOfMessage(shown)).toContain('Mangler: formål, plattform og bemanning');
    await file(
      berit,
      'Formål og plattform',
      {
        Plattform: 'Discord',
        'Hva skal tjenesten brukes til?': 'Oppdiktet formål',
        'Hvem svarer, hvor mange, og når?': 'To ansatte, mandag og onsdag',
      },
      'er ført for strategi 2',
    );
    await file(
      berit,
      'Innledende vurdering (IP)',
      { 'Saksnummer i arkivet': 'EKS-2026/0002', 'Kan dere gå videre?': 'Ja' },
      'Innledende vurdering (IP) er ført',
    );
    const assessment: ModalFields = {
      'Hvilken vurdering?': 'DPIA: høy risiko',
      'Saksnummer i arkivet': 'EKS-2026/0003',
      'Fagområdene som var med': 'ungdomsarbeid\npersonvern',
      'Når ble personvernombudet spurt?': '1.1.2099',
    };
    await file(berit, 'PLM eller DPIA', assessment, 'fram i tid');
    const again = openedModal(await berit.press(shown, 'Rett og send på nytt'));
    expect(JSON.stringify(again.components)).toContain('EKS-2026/0003');
    await berit.fillModal(again, { ...assessment, 'Når ble personvernombudet spurt?': '10.1.2026' });
    shown = await refreshed(berit, 'PLM eller DPIA er ført');
    await file(
      berit,
      'Grunnlag og restrisiko',
      {
        'Rettslig grunnlag': 'Oppdiktet grunnlag',
        Overføringsgrunnlag: 'Oppdiktet overføringsgrunnlag',
        'Vurdering av mottakerlandet': 'Oppdiktet vurdering',
        'Risikoen som er igjen': 'Oppdiktet restrisiko',
      },
      'Ledelsen tar stilling til denne restrisikoen',
    );
    const approved: ModalFields = {
      ...decided,
      'Er restrisikoen lest og akseptert?': 'Ja',
      'Gjelder til (ny vurdering)': '1.1.2028',
    };
    await file(berit, 'Godkjent', approved, 'kan ikke føre beslutningen');

    await open(kari);
    await file(kari, 'Godkjent', { ...approved, 'Gjelder til (ny vurdering)': '1.1.2026' }, 'Datoen er passert');
    await open(kari);
    await file(kari, 'Godkjent', approved, 'Godkjent er ført');
    await open(berit);
    await file(berit, 'Behandlingsoversikten', { 'Saksnummer i arkivet': 'EKS-2026/0005' }, 'stoppøvelse');
    await scene.kim.sendDm('er det noen her nå?');
    await expect
      .poll(async () => (await scene.kim.dmMessages()).filter(says('er ikke i bruk')).length, { timeout: 5_000 })
      .toBe(2);

    await answerTo(kari, await kari.runCommand(staffChannel, 'pause'));
    await answerTo(berit, await berit.runCommand(staffChannel, 'gjenoppta'));
    await open(berit);
    expect(textOfMessage(shown)).toContain('I bruk til 1. januar 2028');
    await scene.kim.sendDm('og nå?');
    await kari.waitForThread(staffChannel);
  });

  it('keeps each strategy apart, and shows it to the one who asked alone', async () => {
    const { berit, kari } = scene;
    await open(berit, 3);
    expect(textOfMessage(shown)).toContain('Mangler');
    await open(kari, 2);
    expect(buttonLabels(shown)).not.toContain('Godkjent');
    expect(shownMessage(await kari.runCommand(staffChannel, 'godkjenning')).ephemeral).toBe(true);
  });
});
