import { once } from 'node:events';
import {
  ChannelType,
  Client,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  Partials,
  type Interaction,
  type TextChannel,
} from 'discord.js';
import type { Sandbox } from '../../../sandbox/sandbox.ts';

/** A real discord.js client in the sandbox, ready. */
export async function startTestBot(
  sandbox: Sandbox,
  intents: readonly GatewayIntentBits[] = [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
): Promise<Client<true>> {
  const client = new Client({ intents: [...intents], partials: [Partials.Channel], rest: { api: sandbox.apiUrl } });
  const ready = once(client, Events.ClientReady);
  await client.login(sandbox.token);
  await ready;
  if (!client.isReady()) throw new Error('the client is not ready');
  return client;
}

/** Lets the bot answer the interactions that fit; what it throws is handed to the test. */
export function onInteraction(
  client: Client,
  answer: (interaction: Interaction) => Promise<unknown>,
): { readonly errors: unknown[] } {
  const errors: unknown[] = [];
  client.removeAllListeners(Events.InteractionCreate);
  client.on(Events.InteractionCreate, (interaction) => {
    answer(interaction).catch((error: unknown) => errors.push(error));
  });
  return { errors };
}

/** The error code Discord refuses with. @throws Error when it does not */
export async function codeOf(work: Promise<unknown>): Promise<number | string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof DiscordAPIError) return error.code;
  throw new Error(`expected Discord to refuse, got ${String(error)}`);
}

/** The staff channel as the bot sees it. */
export async function staffChannel(bot: Client, sandbox: Sandbox): Promise<TextChannel> {
  const channel = await bot.channels.fetch(sandbox.ids.channels.vakt);
  if (channel?.type !== ChannelType.GuildText) throw new Error('no staff channel');
  return channel;
}
