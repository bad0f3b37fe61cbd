import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandOptions, MessageView, ModalFields } from '../../../sandbox/control-api.ts';
import { seedIds } from '../../../sandbox/seed.ts';
import { openedModal, textOfMessage } from '../../../sandbox/visitor.ts';
import type { Visitor } from '../../../sandbox/visitor.ts';
import { answerTo, cardChannel, openScene, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';

const { guilds, channels, roles, users } = seedIds;
const config = fileURLToPath(new URL('../../../config/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'utekontakt-zero-'));
let scene: Scene;
/** Commands, presses and forms sent, by everybody together. */
let interactions = 0;
let shown: MessageView;

beforeAll(async () => {
  for (const name of ['national-contacts.json', 'duty-guide.json']) cpSync(join(config, name), join(folder, name));
  mkdirSync(join(folder, 'nyvik'));
  writeFileSync(
    join(folder, 'nyvik', 'municipality.json'),
    JSON.stringify({ id: 'nyvik', guildId: guilds.municipality }),
  );
  scene = await openScene({}, { CONFIG_DIR: folder });
  await scene.bot.start();
  while (!(await scene.berit.commands(staffChannel)).some(({ name }) => name === 'oppsett')) await wait(50);
});
afterAll(async () => {
  await scene.close();
  rmSync(folder, { recursive: true, force: true });
});

async function command(visitor: Visitor, name: string, options: CommandOptions = {}): Promise<MessageView> {
  interactions += 1;
  shown = await answerTo(visitor, await visitor.runCommand(staffChannel, name, options));
  return shown;
}
async function press(visitor: Visitor, label: string, then: string | RegExp): Promise<MessageView> {
  interactions += 1;
  await visitor.press(shown, label);
  return now(visitor, then);
}
async function fill(visitor: Visitor, label: string, fields: ModalFields, then: string | RegExp): Promise<MessageView> {
  interactions += 2;
  await visitor.fillModal(openedModal(await visitor.press(shown, label)), fields);
  return now(visitor, then);
}
async function now(visitor: Visitor, then: string | RegExp): Promise<MessageView> {
  const { id } = shown;
  shown = await visitor.waitForMessage(staffChannel, (message) => message.id === id && says(then)(message));
  return shown;
}

const service: ModalFields = {
  'Kommunen eller bydelen (behandlingsansvarlig)': 'Nyvik kommune',
  'Tjenestens navn': 'Utekontakten',
  Organisasjonsnummer: '000 000 000',
  Målform: 'Bokmål',
};
const decided: ModalFields = { 'Saksnummer i arkivet': 'EKS-2026/0001' };

describe('a municipality of which nothing is known but its guild', () => {
  it('answers a sender with the numbers, and nobody but those who administer the guild may set it up', async () => {
    await scene.kim.sendDm('er det noen her?');
    expect(textOfMessage(await scene.kim.waitForDm(says('ikke i bruk')))).toMatch(/112[\s\S]*113/u);
    expect(textOfMessage(await command(scene.ola, 'oppsett'))).toContain('Du har ikke tilgang');
    interactions = 0;
  });

  it('is set up and active in at most forty interactions', async () => {
    const { berit, kari, kim } = scene;
    await command(berit, 'oppsett');
    await fill(berit, 'Tjenesten', service, 'Tjenesten er lagret');
    await fill(
      berit,
      'Vaktkanal og varsling',
      {
        Vaktkanal: [channels.vakt],
        'Reservekanaler, i rekkefølge': [channels.reserveVakt],
        'Hvem får direktemelding?': [users.berit],
      },
      'Vaktkanal og varsling er lagret',
    );
    await fill(
      berit,
      'Roller',
      { Saksbehandlere: [roles.saksbehandler], Vakthavende: [roles.vakthavende], Koordinatorer: [roles.koordinator] },
      'Roller er lagret',
    );
    await fill(
      berit,
      'Besøk og telefon',
      {
        Besøksadresse: 'Eksempelgata 1, 0000 Nyvik',
        Telefon: '12 34 50 00',
        'E-post': 'post@nyvik.example',
        Nettside: 'https://nyvik.example',
      },
      'Besøk og telefon er lagret',
    );
    await fill(
      berit,
      'Personvern',
      {
        'Adressen til personvernerklæringen': 'https://nyvik.example/personvern',
        Personvernombud: 'Ombudet i Nyvik',
        'Ombudets e-post': 'ombud@nyvik.example',
      },
      'Personvern er lagret',
    );
    await fill(berit, 'Pliktene våre', {}, 'Pliktene våre er lagret');
    await fill(
      berit,
      'Åpningstid',
      { 'Åpningstid, én dag per linje': 'mandag 00-24\ntir 18–20, 22–02' },
      'Åpningstid er lagret',
    );
    await fill(
      berit,
      'Kontakter',
      {
        Barneverntjenesten: 'Barneverntjenesten i Nyvik, 12 34 50 07',
        Barnevernvakt: 'Barnevernvakta i Nyvik, 12 34 50 01',
        'Helsestasjon for ungdom': 'Helsestasjonen i Nyvik, 12 34 50 02',
      },
      'Kontakter er lagret',
    );
    const places = `https://discord.com/channels/${guilds.minecraft}/${channels.minecraftUtekontakten}`;
    await fill(berit, 'Kort på spillservere', { 'Lenker til kanalene, én per linje': places }, 'Alle delene er klare');
    await press(berit, 'Send prøvepost i vaktkanalen', 'Prøveposten er sendt');
    const test = await kari.waitForMessage(staffChannel, says('Prøvepost fra Utekontakten'));
    interactions += 1;
    await answerTo(kari, await kari.press(test, 'Jeg ser den'));

    await command(berit, 'godkjenning', { strategi: 2 });
    await fill(
      berit,
      'Formål og plattform',
      {
        Plattform: 'Discord',
        'Hva skal tjenesten brukes til?': 'Oppdiktet formål',
        'Hvem svarer, hvor mange, og når?': 'To ansatte',
      },
      'er ført for strategi 2',
    );
    await fill(
      berit,
      'Innledende vurdering (IP)',
      { ...decided, 'Kan dere gå videre?': 'Ja' },
      'vurdering (IP) er ført',
    );
    await fill(
      berit,
      'PLM eller DPIA',
      {
        ...decided,
        'Hvilken vurdering?': 'DPIA: høy risiko',
        'Fagområdene som var med': 'ungdomsarbeid\npersonvern',
        'Når ble personvernombudet spurt?': '10.1.2026',
      },
      'PLM eller DPIA er ført',
    );
    await fill(
      berit,
      'Grunnlag og restrisiko',
      {
        'Rettslig grunnlag': 'Oppdiktet',
        Overføringsgrunnlag: 'Oppdiktet',
        'Vurdering av mottakerlandet': 'Oppdiktet',
        'Risikoen som er igjen': 'Oppdiktet',
      },
      'Ledelsen tar stilling',
    );
    await command(kari, 'godkjenning', { strategi: 2 });
    await fill(
      kari,
      'Godkjent',
      {
        ...decided,
        'Hvem i ledelsen har besluttet?': 'Leder Eksempel, kommunalsjef',
        Begrunnelse: 'Oppdiktet',
        'Er restrisikoen lest og akseptert?': 'Ja',
        'Gjelder til (ny vurdering)': '1.1.2028',
      },
      'Godkjent er ført',
    );
    await command(berit, 'godkjenning', { strategi: 2 });
    await fill(berit, 'Behandlingsoversikten', decided, 'Behandlingsoversikten er ført');
    await command(kari, 'pause');
    await command(berit, 'gjenoppta');
    const count = interactions;
    expect(textOfMessage(await command(berit, 'status'))).toContain('Ingenting mangler');

    await kim.waitForMessage(cardChannel, says('# Utekontakten'));
    await kim.sendDm('og nå?');
    await kari.waitForThread(staffChannel);
    console.log(`from zero to active: ${count} interactions`);
    expect(count).toBeLessThanOrEqual(40);
  });
});
