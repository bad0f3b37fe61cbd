import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  ChannelType,
  ComponentType,
  MessageFlags,
  TextInputStyle,
  type APIModalInteractionResponseCallbackData,
} from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox.ts';
import { openedModal, Visitor } from '../../../sandbox/visitor.ts';
import { onInteraction, startTestBot } from './test-bot.ts';

const checker = fileURLToPath(new URL('../../../../shared/tools/check-discord-requests.mjs', import.meta.url));

let folder: string;
let file: string;
let sandbox: Sandbox;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-log-'));
  file = join(folder, 'requests.jsonl');
  sandbox = await startSandbox({ requestLog: file });
  await driveBot();
  await sandbox.close();
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const form = {
  custom_id: 'skjema',
  title: 'Skjema',
  components: [
    {
      type: ComponentType.Label,
      label: 'Navn',
      component: { type: ComponentType.TextInput, custom_id: 'navn', style: TextInputStyle.Short },
    },
  ],
} satisfies APIModalInteractionResponseCallbackData;

/** One of most things a bot does. */
async function driveBot(): Promise<void> {
  const bot = await startTestBot(sandbox);
  const kari = new Visitor(sandbox.url, sandbox.ids.users.kari);
  const { vakt } = sandbox.ids.channels;
  await bot.rest.put(`/applications/${bot.application.id}/commands`, {
    body: [{ name: 'hjelp', description: 'Help', contexts: [0] }],
  });
  onInteraction(bot, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.showModal(form);
    if (!interaction.isModalSubmit()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply({ content: 'Takk' });
    await interaction.followUp({ content: 'Mer', flags: MessageFlags.Ephemeral });
  });
  await kari.fillModal(openedModal(await kari.runCommand(vakt, 'hjelp')), { Navn: 'x' });
  await kari.waitForMessage(vakt, ({ content }) => content === 'Mer');
  const channel = await bot.channels.fetch(vakt);
  if (channel?.type !== ChannelType.GuildText) throw new Error('no staff channel');
  const message = await channel.send({ content: 'hei', files: [{ attachment: Buffer.from('abc'), name: 'a.txt' }] });
  await message.edit('hei igjen');
  await channel.threads.create({ name: 'Sak 1', type: ChannelType.PrivateThread });
  await (await bot.users.fetch(kari.id)).send('hei');
  await message.delete();
  await bot.destroy();
}

interface Logged {
  readonly method: string;
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

describe('the request log', () => {
  it('holds every request with the parsed body, multipart ones too', () => {
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    const requests = lines.map((line) => JSON.parse(line) as Logged);
    const upload = requests.find(({ path }) => path.endsWith(`/channels/${sandbox.ids.channels.vakt}/messages`));
    expect(upload).toMatchObject({
      method: 'POST',
      body: { content: 'hei', attachments: [{ id: '0' }] },
    });
    expect(requests.map(({ method }) => method)).toEqual(
      expect.arrayContaining(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    );
  });

  it.runIf(existsSync(checker))("fits Discord's own description", () => {
    const { stdout, status } = spawnSync(process.execPath, [checker, file], { encoding: 'utf8' });
    expect(stdout).toMatch(/^(\d+) of \1 requests fit/u);
    expect(status).toBe(0);
  });
});
