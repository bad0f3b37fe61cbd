import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { REST } from '@discordjs/rest';
import type { NationalContacts } from '../core/contacts/register.ts';
import { danglingContacts } from '../core/duty-guide/card-contacts.ts';
import type { DutyGuide } from '../core/duty-guide/guide.ts';
import type { StaffTextMask } from '../core/staff-text.ts';
import { createOidc } from '../desk/oidc.ts';
import type { OidcSettings } from '../desk/oidc.ts';
import { createDeskServer } from '../desk/server.ts';
import type { DeskFlows } from '../desk/desk.ts';
import { accountName, createStaffLookup } from '../discord/staff-lookup.ts';
import { makeAfterCase } from '../flows/desk/after-case.ts';
import { makeAdoptDossiers } from '../flows/desk/adopt-dossiers.ts';
import { makeEnterDesk } from '../flows/desk/desk-link.ts';
import type { DeskTokens, StaffLookup } from '../flows/desk/desk-link.ts';
import type { Dossiers } from '../flows/desk/dossiers.ts';
import { makeAnswerGuide, makeDecide, makeSaveStep } from '../flows/desk/fill-in.ts';
import { makeExportDossier } from '../flows/desk/export-dossier.ts';
import type { PrintReport } from '../flows/desk/export-dossier.ts';
import { makeHold } from '../flows/desk/keep-dossier.ts';
import { makeReadOriginals, makeUnseal } from '../flows/desk/unseal.ts';
import type { Originals } from '../flows/desk/unseal.ts';
import { makeListReflections } from '../flows/team/reflect.ts';
import { makeSignIn } from '../flows/desk/sign-in.ts';
import { makeNoteView, makeOpenCases, makeViewDossier } from '../flows/desk/view-dossier.ts';
import { reflectionsPaper } from '../desk/reflections-paper.ts';
import { reportPaper } from '../desk/report-paper.ts';
import { makePdf } from '../papers/make-pdf.ts';
import type { Clock, ExportFolder, Municipalities, Pseudonyms, Store } from '../ports.ts';
import { SettingsRefused } from '../settings/refused.ts';
import { describeFault } from '../system/fault.ts';
import type { Log } from '../system/log.ts';
import type { Metrics } from '../system/metrics.ts';
import type { RunningRole } from './role.ts';

type DeskStore = Pick<Store, 'findCase' | 'commit' | 'listEntries' | 'listOpenCases' | 'findSetting' | 'findDossier'>;

interface DeskRoleOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** Loopback, unless a reverse proxy on another machine must reach it. */
  readonly host: string;
  /** Where people reach it, without a slash at the end; absent: this machine only. */
  readonly url?: string;
  readonly now: Clock;
  readonly rest: REST;
  readonly store: DeskStore;
  readonly originals: Originals;
  readonly dossiers: Dossiers;
  readonly tokens: DeskTokens;
  readonly pseudonyms: Pick<Pseudonyms, 'lane'>;
  readonly municipalities: Pick<Municipalities, 'find' | 'all'>;
  readonly national: NationalContacts;
  readonly guide: DutyGuide;
  /** Guards the steps that are shown in Discord. */
  readonly mask: StaffTextMask;
  /** The municipality's own folder for reports; absent where none is set up. */
  readonly folder?: ExportFolder | undefined;
  /** The municipality's own sign-in; absent: one-time links. */
  readonly oidc?: OidcSettings | undefined;
  /** Something was queued for Discord: look now. */
  readonly onQueued: () => void;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly reference: () => string;
}

export interface Desk extends RunningRole {
  /** Where people reach it, without a slash at the end. */
  readonly url: string;
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

const printReport =
  (guide: DutyGuide): PrintReport =>
  (made) =>
    makePdf(reportPaper({ ...made, guide }));

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

type FlowPowers = Pick<
  DeskRoleOptions,
  'now' | 'originals' | 'dossiers' | 'tokens' | 'pseudonyms' | 'municipalities' | 'guide' | 'mask' | 'onQueued'
> & {
  readonly store: DeskStore;
  readonly folder?: ExportFolder | undefined;
};

/** The use cases of the desk, with their powers. */
export function deskFlows(options: FlowPowers, staff: StaffLookup): DeskFlows {
  const { now, store, originals, dossiers, tokens, pseudonyms, municipalities, guide, onQueued } = options;
  const deps = { now, store, dossiers, pseudonyms, guide };
  const unseal = makeUnseal(deps);
  const reflections = makeListReflections({ now, store });
  const waking = async <Outcome>(work: Promise<Outcome>): Promise<Outcome> => {
    try {
      return await work;
    } finally {
      onQueued();
    }
  };
  return {
    enter: makeEnterDesk({ now, store, tokens, staff }),
    signIn: makeSignIn({ now, store, tokens, staff, municipalities }),
    openCases: makeOpenCases({ store }),
    view: makeViewDossier(deps),
    noteView: makeNoteView(deps),
    saveStep: makeSaveStep({ ...deps, municipalities, mask: options.mask }),
    answerGuide: makeAnswerGuide(deps),
    decide: makeDecide(deps),
    unseal: {
      ask: (act, reason) => waking(unseal.ask(act, reason)),
      grant: (act) => waking(unseal.grant(act)),
      alone: (act, reason) => waking(unseal.alone(act, reason)),
    },
    readOriginals: makeReadOriginals({ ...deps, originals }),
    exportDossier: makeExportDossier({
      ...deps,
      municipalities,
      hash: sha256,
      print: printReport(guide),
      ...(options.folder ? { folder: options.folder } : {}),
    }),
    after: makeAfterCase(deps),
    hold: makeHold(deps),
    async printReflections(viewer) {
      const [listed, municipality] = [await reflections.list(viewer), municipalities.find(viewer.municipalityId)];
      if (listed.kind !== 'listed' || !municipality) return undefined;
      return makePdf(reflectionsPaper(listed.reflections, municipality, now()));
    },
  };
}
