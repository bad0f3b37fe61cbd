import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandOptions, MessageView, ModalFields } from '../../../sandbox/control-api.ts';
import { seedIds } from '../../../sandbox/seed.ts';
import { openedModal, textOfMessage } from '../../../sandbox/visitor.ts';
import { answerTo, openScene, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';

const { channels, guilds, roles, users } = seedIds;

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  await scene.bot.start();
  while (!(await scene.berit.commands(staffChannel)).some(({ name }) => name === 'innsyn')) await wait(50);
});
afterAll(async () => {
  await scene.close();
});

const command = async (name: string, options: CommandOptions = {}): Promise<MessageView> =>
  answerTo(scene.berit, await scene.berit.runCommand(staffChannel, name, options));
/** What the page says once it holds these words. */
async function fill(shown: MessageView, button: string, fields: ModalFields, words: string): Promise<MessageView> {
  await scene.berit.fillModal(openedModal(await scene.berit.press(shown, button)), fields);
  return scene.berit.waitForMessage(staffChannel, (one) => one.id === shown.id && says(words)(one));
}
const papers: readonly (readonly [button: string, fields: ModalFields, words: string])[] = [
  [
    'Formål og plattform',
    { Plattform: 'Discord', 'Hva skal tjenesten brukes til?': 'Oppdiktet', 'Hvem svarer, hvor mange, og når?': 'To' },
    'er ført for strategi 4',
  ],
  [
    'Innledende vurdering (IP)',
    { 'Saksnummer i arkivet': 'EKS-2026/0002', 'Kan dere gå videre?': 'Ja' },
    'vurdering (IP) er ført',
  ],
  [
    'PLM eller DPIA',
    {
      'Hvilken vurdering?': 'DPIA: høy risiko',
      'Saksnummer i arkivet': 'EKS-2026/0003',
      'Fagområdene som var med': 'ungdomsarbeid\npersonvern',
      'Når ble personvernombudet spurt?': '10.1.2026',
    },
    'PLM eller DPIA er ført',
  ],
  [
    'Grunnlag og restrisiko',
    {
      'Rettslig grunnlag': 'Oppdiktet',
      Overføringsgrunnlag: 'Oppdiktet',
      'Vurdering av mottakerlandet': 'Oppdiktet',
      'Risikoen som er igjen': 'Oppdiktet',
    },
    'Ledelsen tar stilling',
  ],
];
const decision = (until: string): ModalFields => ({
  'Hvem i ledelsen har besluttet?': 'Leder Eksempel, kommunalsjef',
  'Saksnummer i arkivet': 'EKS-2026/0004',
  Begrunnelse: 'Oppdiktet',
  'Er restrisikoen lest og akseptert?': 'Ja',
  'Gjelder til (ny vurdering)': until,
});
/** As the only one who has filed anything, with a decision to record. */
async function filed(): Promise<MessageView> {
  let shown = await command('godkjenning', { strategi: 4 });
  if (textOfMessage(shown).includes('Mangler: formål'))
    for (const [button, fields, words] of papers) shown = await fill(shown, button, fields, words);
  return shown;
}

interface Row {
  readonly what: string;
  /** Gives what was answered. */
  readonly send: () => Promise<string>;
  /** Why not, and what to do. */
  readonly refused: RegExp;
}
const setUp = async (button: string, fields: ModalFields, words: string): Promise<string> =>
  textOfMessage(await fill(await command('oppsett'), button, fields, words));

const rows: readonly Row[] = [
  {
    what: 'a card in a channel of another server than the link says',
    send: () =>
      setUp(
        'Kort på spillservere',
        {
          'Lenker til kanalene, én per linje': `https://discord.com/channels/${guilds.minecraft}/${channels.robloxUtekontakten}`,
        },
        'annen server',
      ),
    refused: /ligger på en annen server.*Velg en kanal på riktig server/u,
  },
  {
    what: 'a card for the young in the channel of the staff',
    send: () =>
      setUp(
        'Kort på spillservere',
        { 'Lenker til kanalene, én per linje': `https://discord.com/channels/${guilds.municipality}/${channels.vakt}` },
        'Kortet for de unge',
      ),
    refused: /kan ikke ligge i vaktkanalen.*Velg en kanal som alle på spillserveren ser/u,
  },
  {
    what: 'a fallback channel that everybody can read',
    send: () =>
      setUp('Vaktkanal og varsling', { 'Reservekanaler, i rekkefølge': [channels.koordinering] }, 'kan leses av alle'),
    refused: /kan leses av alle på serveren\. Nekt \\?@everyone «Vis kanal»/u,
  },
  {
    what: 'a role that everybody has',
    send: () => setUp('Roller', { Saksbehandlere: [guilds.municipality] }, 'Saksbehandlere'),
    refused: /«Saksbehandlere» ble ikke godtatt\. En rolle bare de ansatte har/u,
  },
  {
    what: 'a role for those who write posts that can read cases',
    send: async () => {
      const path = `/channels/${channels.vakt}/permissions/${roles.innholdsprodusent}`;
      await scene.control('PUT', path, { type: 'role', allow: '1024', deny: '0' });
      return setUp(
        'Roller',
        { Saksbehandlere: [roles.saksbehandler], 'Innholdsprodusenter (kan stå tom)': [roles.innholdsprodusent] },
        'Rollen for innholdsprodusenter',
      );
    },
    refused:
      /Rollen for innholdsprodusenter kan lese .* Ta bort «Vis kanal» for rollen der, eller velg en annen rolle/u,
  },
  {
    what: 'a decision by the one who filed the papers',
    send: async () =>
      textOfMessage(await fill(await filed(), 'Godkjent', decision('1.1.2028'), 'kan ikke føre beslutningen')),
    refused: /kan ikke føre beslutningen/u,
  },
  {
    what: 'a period of a breach that has not been',
    send: async () => textOfMessage(await command('avvik', { fra: '1.1.2099' })),
    refused: /ikke fram i tid/u,
  },
  {
    what: 'a request on paper that comes tomorrow',
    send: async () =>
      textOfMessage(
        await fill(
          await command('innsyn'),
          'Ny forespørsel på papir',
          {
            'Discord-id til kontoen': users.kim,
            'Hvem spør?': 'Den unge selv',
            'Hvordan vet dere at kontoen er deres?': 'Viste oss kontoen, innlogget',
            'Når kom forespørselen?': '1.1.2099',
          },
          'fram i tid',
        ),
      ),
    refused: /Datoen er fram i tid\. Skriv dagen forespørselen kom/u,
  },
  {
    what: 'settings from a newer version',
    send: async () => {
      const file = join(scene.dataDir, 'newer.json');
      writeFileSync(file, JSON.stringify({ utekontaktSettings: 9, settings: {} }));
      return (await scene.bot.command(['settings', 'import', 'eksempelvik', file, '--by', users.berit])).stderr;
    },
    refused: /newer version of the program; update this one first/u,
  },
];

describe('what a coordinator cannot mean', () => {
  it.each(rows)('is refused with what to do: $what', async ({ send, refused }) => {
    // Anybody can read the channel for coordinators from here on.
    await scene.control('PUT', `/channels/${channels.koordinering}/permissions/${guilds.municipality}`, {
      type: 'role',
      allow: '1024',
      deny: '0',
    });
    expect(await send()).toMatch(refused);
  });
});
