import { setTimeout as wait } from 'node:timers/promises';
import type {
  ChannelView,
  CommandOptions,
  CommandView,
  InteractionReceipt,
  MessageView,
  ModalFields,
  ModalView,
  SendMessage,
  UserSettings,
  UserView,
} from './control-api.ts';
import { ControlClient } from './control-client.ts';
import { numberOf, textOf } from './json.ts';
import { findByText, findField, valuesOf } from './message-reading.ts';

export { ControlClient, RefusedError } from './control-client.ts';
export { buttonLabels, openedModal, shownMessage, textOfMessage } from './message-reading.ts';

const POLL_MS = 20;

/** One invented person who uses the local Discord: writes, presses, fills in forms, and looks. */
export class Visitor {
  readonly id: string;
  readonly #control: ControlClient;

  /** @param url where the sandbox is, without slash at the end */
  constructor(url: string, userId: string) {
    this.id = userId;
    this.#control = new ControlClient(url);
  }

  #call<Answer>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<Answer> {
    return this.#control.call(method, `/users/${this.id}${path}`, body);
  }

  view(): Promise<UserView> {
    return this.#call('GET', '/view');
  }

  set(settings: UserSettings): Promise<void> {
    return this.#call('PATCH', '', settings);
  }

  /** The DM channel with the bot; opened when it was not. */
  dm(): Promise<ChannelView> {
    return this.#call('POST', '/dm');
  }

  sendDm(message: string | SendMessage): Promise<MessageView> {
    return this.#call('POST', '/dm/messages', asMessage(message));
  }

  send(channelId: string, message: string | SendMessage): Promise<MessageView> {
    return this.#call('POST', `/channels/${channelId}/messages`, asMessage(message));
  }

  edit(message: MessageView, content: string): Promise<MessageView> {
    return this.#call('PATCH', `/channels/${message.channelId}/messages/${message.id}`, { content });
  }

  delete(message: MessageView): Promise<void> {
    return this.#call('DELETE', `/channels/${message.channelId}/messages/${message.id}`);
  }

  /** What this person sees in a channel, oldest first. @param limit at most 1,000 */
  messages(channelId: string, limit = 100): Promise<readonly MessageView[]> {
    return this.#call('GET', `/channels/${channelId}/messages?limit=${limit}`);
  }

  async dmMessages(): Promise<readonly MessageView[]> {
    return this.messages((await this.dm()).id);
  }

  /** Threads this person sees under a channel. */
  async threads(parentId: string): Promise<readonly ChannelView[]> {
    const { guilds } = await this.view();
    return guilds
      .flatMap(({ channels }) => channels)
      .filter((channel) => channel.thread !== null && channel.parentId === parentId);
  }

  /** A thread under a channel, as soon as there is one that fits. @throws Error after `timeoutMs` */
  waitForThread(
    parentId: string,
    fits: (thread: ChannelView) => boolean = () => true,
    timeoutMs = 5_000,
  ): Promise<ChannelView> {
    return until(async () => (await this.threads(parentId)).find(fits), timeoutMs, `thread under ${parentId}`);
  }

  /** A message in a channel, as soon as there is one that fits. @throws Error after `timeoutMs` */
  waitForMessage(channelId: string, fits: (message: MessageView) => boolean, timeoutMs = 5_000): Promise<MessageView> {
    return until(async () => (await this.messages(channelId)).findLast(fits), timeoutMs, `message in ${channelId}`);
  }

  /** A message of the bot in the own DM. @throws Error after `timeoutMs` */
  async waitForDm(fits: (message: MessageView) => boolean, timeoutMs = 5_000): Promise<MessageView> {
    const { id } = await this.dm();
    return this.waitForMessage(id, (message) => message.author.bot && fits(message), timeoutMs);
  }

  /** Presses the button with this label, or the one with this custom id. @throws Error when there is none */
  press(message: MessageView, label: string): Promise<InteractionReceipt> {
    const customId = textOf(findByText(message.components, label, ['label']), 'custom_id') ?? '';
    return this.#call('POST', '/interactions/component', {
      channelId: message.channelId,
      messageId: message.id,
      customId,
    });
  }

  /** Chooses in the select with this placeholder or custom id; options by label or value. @throws Error when there is none */
  choose(message: MessageView, select: string, choices: readonly string[]): Promise<InteractionReceipt> {
    const component = findByText(message.components, select, ['placeholder']);
    const customId = textOf(component, 'custom_id') ?? '';
    const values = valuesOf(component, choices);
    return this.#call('POST', '/interactions/component', {
      channelId: message.channelId,
      messageId: message.id,
      customId,
      values,
    });
  }

  /** A slash command; `path` is `name`, `name sub` or `name group sub`. */
  runCommand(channelId: string, path: string, options: CommandOptions = {}): Promise<InteractionReceipt> {
    return this.#call('POST', '/interactions/command', { channelId, ...splitPath(path), options });
  }

  /** Choices Discord would show while the option `focused` is being typed. */
  async complete(channelId: string, path: string, focused: string, options: CommandOptions) {
    const body = { channelId, ...splitPath(path), options, focused };
    const receipt = await this.#call<InteractionReceipt>('POST', '/interactions/autocomplete', body);
    return receipt.kind === 'choices' ? receipt.choices : [];
  }

  /** A command from the menu of a message. */
  useOnMessage(message: MessageView, name: string): Promise<InteractionReceipt> {
    return this.#call('POST', '/interactions/context', { channelId: message.channelId, name, targetId: message.id });
  }

  /** A command from the menu of a person. */
  useOnUser(channelId: string, userId: string, name: string): Promise<InteractionReceipt> {
    return this.#call('POST', '/interactions/context', { channelId, name, targetId: userId });
  }

  commands(channelId: string): Promise<readonly CommandView[]> {
    return this.#call('GET', `/commands?channel=${channelId}`);
  }

  /** Fills in a form by field labels (or custom ids), options by label or value, and sends it. @throws Error for an unknown field */
  fillModal(modal: ModalView, answers: ModalFields): Promise<InteractionReceipt> {
    const fields = new Map<string, ModalFields[string]>();
    for (const [label, answer] of Object.entries(answers)) {
      const field = findField(modal.components, label);
      const customId = textOf(field, 'custom_id') ?? '';
      const isPlain = typeof answer === 'boolean' || numberOf(field, 'type') === 4;
      fields.set(customId, isPlain ? answer : valuesOf(field, typeof answer === 'string' ? [answer] : answer));
    }
    return this.#call('POST', '/interactions/modal', {
      interactionId: modal.interactionId,
      fields: Object.fromEntries(fields),
    });
  }
}

function asMessage(message: string | SendMessage): SendMessage {
  return typeof message === 'string' ? { content: message } : message;
}

function splitPath(path: string): {
  readonly name: string;
  readonly subcommandGroup?: string;
  readonly subcommand?: string;
} {
  const [name = '', second, third] = path.split(' ');
  if (second === undefined) return { name };
  return third === undefined ? { name, subcommand: second } : { name, subcommandGroup: second, subcommand: third };
}

/** Looks again until something is found. @throws Error after `timeoutMs` */
async function until<Found>(look: () => Promise<Found | undefined>, timeoutMs: number, what: string): Promise<Found> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`no ${what} within ${timeoutMs} ms`);
    await wait(POLL_MS);
  }
}
