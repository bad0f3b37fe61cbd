import { setTimeout as wait } from 'node:timers/promises';
import type {
  ChannelView,
  ClockView,
  CommandOptions,
  CommandView,
  ControlError,
  GatewayAct,
  GatewaySessionView,
  InteractionReceipt,
  JsonObject,
  MessageView,
  ModalFields,
  ModalView,
  OracleView,
  RestFault,
  RestFaultView,
  SendMessage,
  Settings,
  UserSettings,
  UserView,
  WorldView,
} from './control-api.ts';
import { numberOf, objectOf, objectsOf, textOf } from './json.ts';
import { walk } from './validation/component-tree.ts';

/** A control request the sandbox refused. */
export class RefusedError extends Error {
  readonly status: number;
  /** Discord's error code where there is one, else 0. */
  readonly code: number;

  constructor(status: number, { message, code }: ControlError) {
    super(message);
    this.name = 'RefusedError';
    this.status = status;
    this.code = code;
  }
}

/** Requests to the control API. */
export class ControlClient {
  readonly #url: string;

  /** @param url where the sandbox is, without slash at the end */
  constructor(url: string) {
    this.#url = url;
  }

  /** @throws RefusedError */
  async call<Answer>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<Answer> {
    const init =
      body === undefined
        ? { method }
        : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await fetch(`${this.#url}/sandbox${path}`, init);
    const text = await response.text();
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    if (!response.ok) throw new RefusedError(response.status, answer as ControlError);
    return answer as Answer;
  }

  world = (): Promise<WorldView> => this.call('GET', '/world');
  oracle = (): Promise<OracleView> => this.call('GET', '/oracle');
  forgetOracle = (): Promise<void> => this.call('DELETE', '/oracle');
  clock = (): Promise<ClockView> => this.call('GET', '/clock');
  /** @param offsetMs added to real time from now on */
  moveClock = (offsetMs: number): Promise<ClockView> => this.call('POST', '/clock', { offsetMs });
  settings = (change: Partial<Settings>): Promise<Settings> => this.call('PATCH', '/settings', change);
  fault = (fault: RestFault): Promise<readonly RestFaultView[]> => this.call('POST', '/faults', fault);
  faults = (): Promise<readonly RestFaultView[]> => this.call('GET', '/faults');
  noFaults = (): Promise<readonly RestFaultView[]> => this.call('DELETE', '/faults');
  sessions = (): Promise<readonly GatewaySessionView[]> => this.call('GET', '/gateway');
  gateway = (act: GatewayAct): Promise<readonly GatewaySessionView[]> => this.call('POST', '/gateway', act);
  deleteChannel = (channelId: string): Promise<void> => this.call('DELETE', `/channels/${channelId}`);
  setRoles = (guildId: string, userId: string, roleIds: readonly string[]): Promise<void> =>
    this.call('PUT', `/guilds/${guildId}/members/${userId}`, { roleIds });
  removeMember = (guildId: string, userId: string): Promise<void> =>
    this.call('DELETE', `/guilds/${guildId}/members/${userId}`);
  setBot = (guildId: string, state: 'member' | 'unavailable' | 'left'): Promise<void> =>
    this.call('POST', `/guilds/${guildId}/bot`, { state });
  setOverwrite = (
    channelId: string,
    targetId: string,
    type: 'role' | 'member',
    allow: bigint,
    deny: bigint,
  ): Promise<void> =>
    this.call('PUT', `/channels/${channelId}/permissions/${targetId}`, {
      type,
      allow: allow.toString(),
      deny: deny.toString(),
    });
  dropOverwrite = (channelId: string, targetId: string): Promise<void> =>
    this.call('DELETE', `/channels/${channelId}/permissions/${targetId}`);
  setThread = (threadId: string, state: { readonly archived?: boolean; readonly locked?: boolean }): Promise<void> =>
    this.call('PATCH', `/channels/${threadId}/thread`, state);
}

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

/** The form a receipt opened. @throws Error when it opened none */
export function openedModal(receipt: InteractionReceipt): ModalView {
  if (receipt.kind !== 'modal') throw new Error(`no form was opened, but «${receipt.kind}»`);
  return receipt.modal;
}

/** The message a receipt showed. @throws Error when it showed none */
export function shownMessage(receipt: InteractionReceipt): MessageView {
  if (!('message' in receipt)) throw new Error(`no message was shown, but «${receipt.kind}»`);
  return receipt.message;
}

/** Everything a person reads in a message: content, embeds and text components, one line each. */
export function textOfMessage({ content, embeds, components }: MessageView): string {
  const inEmbeds = embeds.flatMap((embed) => [
    textOf(embed, 'title'),
    textOf(embed, 'description'),
    ...objectsOf(embed, 'fields').flatMap((field) => [textOf(field, 'name'), textOf(field, 'value')]),
  ]);
  const inComponents = walk(components).map(([component]) => textOf(component, 'content'));
  return [content, ...inEmbeds, ...inComponents].filter((part) => part !== null && part !== '').join('\n');
}

/** Labels of the buttons in a message, top to bottom. */
export function buttonLabels({ components }: MessageView): readonly string[] {
  return walk(components).flatMap(([component]) =>
    numberOf(component, 'type') === 2 ? (textOf(component, 'label') ?? []) : [],
  );
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

function findByText(components: readonly JsonObject[], wanted: string, keys: readonly string[]): JsonObject {
  const all = walk(components).map(([component]) => component);
  const found = all.find((component) => [...keys, 'custom_id'].some((key) => textOf(component, key) === wanted));
  if (found === undefined) {
    const there = all.flatMap((component) => keys.flatMap((key) => textOf(component, key) ?? []));
    throw new Error(`nothing called «${wanted}»; there is ${there.map((name) => `«${name}»`).join(', ') || 'nothing'}`);
  }
  return found;
}

function findField(components: readonly JsonObject[], label: string): JsonObject {
  const labelled = components.find((component) => textOf(component, 'label') === label);
  return (labelled === undefined ? null : objectOf(labelled, 'component')) ?? findByText(components, label, ['label']);
}

function valuesOf(select: JsonObject, choices: readonly string[]): readonly string[] {
  const options = objectsOf(select, 'options');
  return choices.map((choice) => {
    const byLabel = options.find((option) => textOf(option, 'label') === choice);
    return (byLabel === undefined ? null : textOf(byLabel, 'value')) ?? choice;
  });
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
