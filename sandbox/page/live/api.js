/**
 * @import {
 *   Autocomplete, ChannelView, ClockSettings, ClockView, CommandView, ControlError, GatewayAct, GatewaySessionView,
 *   InteractionReceipt, MessageView, PressComponent, RunCommand, RunContextCommand, SendMessage, Settings, SubmitModal,
 *   UserCard, UserSettings, UserView, WorldView
 * } from '../../control-api.ts'
 */

/** The sandbox said no, for the reason Discord would have given. */
export class ControlRefusal extends Error {
  /**
   * @param {number} status HTTP status
   * @param {ControlError} body
   */
  constructor(status, body) {
    super(body.message);
    this.status = status;
    this.code = body.code;
    this.errors = body.errors;
  }
}

/** @typedef {ReturnType<typeof makeApi>} Api */

/**
 * The sandbox's control API as functions. Each throws `ControlRefusal` when refused, `TypeError` when unreachable.
 * @param {string} [base] origin of the sandbox, without slash at the end
 */
export function makeApi(base = '') {
  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   * @returns {Promise<any>}
   */
  const call = async (method, path, body) => {
    const response = await fetch(`${base}/sandbox${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    const answer = text === '' ? null : JSON.parse(text);
    if (!response.ok) throw new ControlRefusal(response.status, answer ?? { message: response.statusText, code: 0 });
    return answer;
  };

  /** @param {string} user @param {string} channel */
  const messagesPath = (user, channel) => `/users/${user}/channels/${channel}/messages`;

  return {
    /** @returns {Promise<WorldView>} */
    world: () => call('GET', '/world'),
    /** @type {(user: string) => Promise<UserView>} */
    view: (user) => call('GET', `/users/${user}/view`),
    /** @type {(user: string, channel: string) => Promise<CommandView[]>} */
    commands: (user, channel) => call('GET', `/users/${user}/commands?channel=${channel}`),
    /** @type {(user: string, channel: string, before?: string) => Promise<MessageView[]>} */
    messages: (user, channel, before) =>
      call('GET', `${messagesPath(user, channel)}?limit=50${before ? `&before=${before}` : ''}`),
    /** @type {(user: string, channel: string, message: SendMessage) => Promise<MessageView>} */
    send: (user, channel, message) => call('POST', messagesPath(user, channel), message),
    /** @type {(user: string, channel: string, message: string, content: string) => Promise<MessageView>} */
    edit: (user, channel, message, content) => call('PATCH', `${messagesPath(user, channel)}/${message}`, { content }),
    /** @type {(user: string, channel: string, message: string) => Promise<void>} */
    remove: (user, channel, message) => call('DELETE', `${messagesPath(user, channel)}/${message}`),
    /** @type {(user: string) => Promise<ChannelView>} */
    openDm: (user) => call('POST', `/users/${user}/dm`),
    /** @type {(user: string, press: PressComponent) => Promise<InteractionReceipt>} */
    press: (user, press) => call('POST', `/users/${user}/interactions/component`, press),
    /** @type {(user: string, command: RunCommand) => Promise<InteractionReceipt>} */
    runCommand: (user, command) => call('POST', `/users/${user}/interactions/command`, command),
    /** @type {(user: string, typed: Autocomplete) => Promise<InteractionReceipt>} */
    autocomplete: (user, typed) => call('POST', `/users/${user}/interactions/autocomplete`, typed),
    /** @type {(user: string, command: RunContextCommand) => Promise<InteractionReceipt>} */
    runContext: (user, command) => call('POST', `/users/${user}/interactions/context`, command),
    /** @type {(user: string, form: SubmitModal) => Promise<InteractionReceipt>} */
    submitModal: (user, form) => call('POST', `/users/${user}/interactions/modal`, form),
    /** @type {(user: string, settings: UserSettings) => Promise<UserCard>} */
    changeUser: (user, settings) => call('PATCH', `/users/${user}`, settings),
    /** @returns {Promise<ClockView>} */
    clock: () => call('GET', '/clock'),
    /** @type {(settings: ClockSettings) => Promise<ClockView>} */
    setClock: (settings) => call('POST', '/clock', settings),
    /** @type {(settings: Partial<Settings>) => Promise<Settings>} */
    changeSettings: (settings) => call('PATCH', '/settings', settings),
    /** @type {(act: GatewayAct) => Promise<GatewaySessionView[]>} */
    gateway: (act) => call('POST', '/gateway', act),
  };
}
