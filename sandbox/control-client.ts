import type {
  ClockView,
  ControlError,
  GatewayAct,
  GatewaySessionView,
  OracleView,
  RestFault,
  RestFaultView,
  Settings,
  WorldView,
} from './control-api.ts';

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
