import type { AddressInfo } from 'node:net';
import type { REST } from '@discordjs/rest';
import type { NationalContacts } from '../core/contacts/register.ts';
import { danglingContacts } from '../core/duty-guide/card-contacts.ts';
import { createOidc } from '../desk/oidc.ts';
import type { OidcSettings } from '../desk/oidc.ts';
import { createDeskServer } from '../desk/server.ts';
import { accountName, createStaffLookup } from '../discord/staff-lookup.ts';
import { makeAdoptDossiers } from '../flows/desk/adopt-dossiers.ts';
import { SettingsRefused } from '../settings/refused.ts';
import { describeFault } from '../system/fault.ts';
import type { Log } from '../system/log.ts';
import type { Metrics } from '../system/metrics.ts';
import { deskFlows } from './desk-flows.ts';
import type { DeskPowers } from './desk-flows.ts';
import type { RunningRole } from './role.ts';

interface DeskRoleOptions extends DeskPowers {
  /** 0 takes a free port. */
  readonly port: number;
  /** Loopback, unless a reverse proxy on another machine must reach it. */
  readonly host: string;
  /** Where people reach it, without a slash at the end; absent: this machine only. */
  readonly url?: string;
  readonly rest: REST;
  readonly national: NationalContacts;
  /** The municipality's own sign-in; absent: one-time links. */
  readonly oidc?: OidcSettings | undefined;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly reference: () => string;
}

export interface Desk extends RunningRole {
  /** Where people reach it, without a slash at the end. */
  readonly url: string;
}

/** The desk, listening. @throws SettingsRefused when the port cannot be used */
export async function startDesk(options: DeskRoleOptions): Promise<Desk> {
  const { now, rest, municipalities, national, guide, log, metrics, reference } = options;
  const staff = createStaffLookup(rest, municipalities);
  const report = (fault: unknown): string => {
    const quoted = reference();
    metrics.faults.inc({ part: 'desk' });
    log.error('desk.fault', { reference: quoted, ...describeFault(fault) });
    return quoted;
  };
  const adopt = makeAdoptDossiers({ now, store: options.store });
  for (const { id } of municipalities.all()) {
    const count = await adopt(id);
    if (count > 0) log.info('desk.adopted', { municipality: id, count });
  }
  const ownHosts = new Set<string>();
  let address = '';
  const server = createDeskServer({
    now,
    municipalities,
    national,
    guide,
    staff,
    flows: deskFlows(options, staff),
    accountName: (userId) =>
      accountName(rest, userId).catch((fault: unknown) => {
        log.warn('desk.account-unknown', describeFault(fault));
        return undefined;
      }),
    oidc:
      options.oidc &&
      createOidc(options.oidc, (why) => {
        log.warn('desk.sign-in-refused', { code: why });
      }),
    address: () => address,
    hasFolder: options.folder !== undefined,
    secure: options.url?.startsWith('https:') === true,
    hosts: () => ownHosts,
    report,
  });
  try {
    await server.listen({ port: options.port, host: options.host });
  } catch (cause) {
    throw new SettingsRefused('DESK_PORT', `port ${options.port} cannot be used`, { cause });
  }
  const { port } = server.server.address() as AddressInfo;
  const url = options.url ?? `http://${onThisMachine(options.host)}:${port}`;
  address = url;
  for (const host of [new URL(url).host, `127.0.0.1:${port}`, `[::1]:${port}`, `localhost:${port}`]) ownHosts.add(host);
  for (const { id, contacts } of municipalities.all()) {
    const count = danglingContacts(guide, contacts, national).length;
    if (count > 0) log.warn('guide.contact-missing', { municipality: id, count });
  }

  return {
    url,
    missing: () => (server.server.listening ? [] : ['desk: not listening']),
    async stop() {
      server.server.closeAllConnections();
      await server.close();
    },
  };
}

/** How this machine reaches itself when the desk listens there. */
function onThisMachine(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
