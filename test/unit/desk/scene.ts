import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { StaffRole } from '../../../src/core/access.ts';
import type { Case } from '../../../src/core/case.ts';
import type { CaseId, Snowflake } from '../../../src/core/ids.ts';
import type { Municipality } from '../../../src/core/municipality.ts';
import { RawText } from '../../../src/core/raw-text.ts';
import type { RedactedText } from '../../../src/core/redaction/redaction.ts';
import { dayMs, minuteMs } from '../../../src/core/time.ts';
import type { Oidc } from '../../../src/desk/oidc.ts';
import { createDeskTokens } from '../../../src/desk/link-tokens.ts';
import { createDeskServer } from '../../../src/desk/server.ts';
import { storedDossiers } from '../../../src/flows/desk/dossiers.ts';
import { deskFlows } from '../../../src/roles/desk-flows.ts';
import type { ExportFolder, Staff } from '../../../src/ports.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { createKeyring, nameMasterKey } from '../../../src/system/keyring.ts';
import { createStaffTextGuard } from '../../../src/system/staff-text-guard.ts';
import { createPseudonyms } from '../../../src/system/vault-pseudonyms.ts';
import { aCase, kari, ola, snowflake } from '../../examples/cases.ts';
import { exampleConfiguration } from '../../examples/municipality.ts';
import { guide } from '../duty-guide/shipped-guide.ts';

export const host = '127.0.0.1:9465';
export const original = 'jeg heter Testulf og nummeret er 41399887';

/** The desk on a real store in memory, with a fixed clock and a Discord that says what the test wants. */
export async function openDeskScene(
  differing: Partial<Case> = {},
  folder?: ExportFolder,
  oidc?: Oidc,
  language: Municipality['language'] = 'nb',
) {
  const { eksempelvik: shipped, national } = await exampleConfiguration();
  const eksempelvik = { ...shipped, language };
  let time = Date.UTC(2026, 10, 23, 18, 30);
  const now = (): number => time;
  const keyring = createKeyring([nameMasterKey(new Uint8Array(32).map((_, index) => index))]);
  const store = await openSqliteStore({ file: ':memory:', keyring, clock: now });
  const secret = await store.pseudonymSecret();
  const about = aCase({ municipalityId: eksempelvik.id, severity: 'serious', version: 0, ...differing });
  await store.commit({
    cause: 'a-message',
    at: now(),
    basedOn: [{ caseId: about.id, version: 0 }],
    changes: [
      { kind: 'save-case', case: about, eraseAt: now() + 30 * dayMs },
      {
        kind: 'save-entry',
        entry: {
          id: snowflake(77),
          caseId: about.id,
          from: 'sender',
          at: now(),
          body: { kind: 'text', text: 'jeg heter [navn] <b>og' as RedactedText },
          severity: about.severity,
          removed: ['NAME'],
          omitted: [],
        },
        eraseAt: now() + 30 * dayMs,
      },
      {
        kind: 'seal-original',
        caseId: about.id,
        entryId: snowflake(77),
        original: new RawText(original),
        eraseAt: now() + 3 * dayMs,
      },
    ],
  });

  const roles = new Map<Snowflake, readonly StaffRole[]>([
    [kari.id, ['caseworker']],
    [ola.id, ['dutyLead']],
    [snowflake(556), ['coordinator']],
  ]);
  const discord = { away: false };
  const staff = {
    find: (municipalityId: Staff['municipalityId'], id: Snowflake): Promise<Staff | undefined> => {
      if (discord.away) return Promise.reject(new Error('away'));
      const held = roles.get(id);
      return Promise.resolve(
        held && { id, municipalityId, roles: held, signature: id === kari.id ? kari.signature : ola.signature },
      );
    },
  };
  const tokens = createDeskTokens(secret);
  const dossiers = storedDossiers(store);
  const municipalities = {
    find: (id: string) => (id === eksempelvik.id ? eksempelvik : undefined),
    all: () => [eksempelvik],
  };
  const powers = {
    now,
    store,
    originals: store,
    dossiers,
    tokens,
    pseudonyms: createPseudonyms(secret),
    municipalities,
    guide,
    mask: createStaffTextGuard(() => ({ protectedNumbers: [] })).mask,
    folder,
    onQueued: () => undefined,
  };
  const flows = deskFlows(powers, staff);
  const faults: unknown[] = [];
  const server = createDeskServer({
    now,
    municipalities,
    national,
    guide,
    flows,
    staff,
    accountName: () => Promise.resolve('testbruker'),
    oidc,
    address: () => `http://${host}`,
    hasFolder: folder !== undefined,
    secure: false,
    hosts: () => new Set([host]),
    report: (fault) => {
      faults.push(fault);
      return 'abcd1234';
    },
  });

  const linkFor = (staffId: Snowflake, caseId: CaseId = about.id, municipalityId = eksempelvik.id): string =>
    tokens.mint({ staffId, municipalityId, caseId, until: now() + 10 * minuteMs });
  const visitorFor = async (staffId: Snowflake): Promise<DeskVisitor> => {
    const visitor = new DeskVisitor(server);
    const entered = await visitor.post('/inn', { token: linkFor(staffId) });
    if (entered.statusCode !== 303) throw new Error(`not let in: ${entered.statusCode}`);
    await visitor.send(`/sak/${about.id}/formal`, { purpose: 'follow-up' }, `/sak/${about.id}`);
    return visitor;
  };
  return {
    about,
    store,
    dossiers,
    server,
    roles,
    discord,
    faults,
    tokens,
    linkFor,
    visitorFor,
    now,
    municipality: eksempelvik,
    pass: (ms: number) => {
      time += ms;
    },
  };
}

/** A browser without a screen: keeps its cookie, and takes the hidden fields of the page it is on. */
export class DeskVisitor {
  readonly #server: FastifyInstance;
  cookie = '';

  constructor(server: FastifyInstance) {
    this.#server = server;
  }

  async get(url: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    const response = await this.#server.inject({
      method: 'GET',
      url,
      headers: { host, cookie: this.cookie, ...headers },
    });
    this.#take(response);
    return response;
  }

  #take(response: LightMyRequestResponse): void {
    const jar = new Map(this.cookie.split('; ').map((pair) => [pair.split('=', 1)[0], pair]));
    for (const set of [response.headers['set-cookie']].flat()) {
      const [pair = ''] = (set ?? '').split(';', 1);
      if (pair !== '') jar.set(pair.split('=', 1)[0], pair);
    }
    this.cookie = [...jar.values()].filter((pair) => pair !== '').join('; ');
  }

  async post(
    url: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> {
    const response = await this.#server.inject({
      method: 'POST',
      url,
      headers: {
        host,
        origin: `http://${host}`,
        cookie: this.cookie,
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      payload: new URLSearchParams(fields).toString(),
    });
    this.#take(response);
    return response;
  }

  /** As a person does it: opens the page first, and sends its form. */
  async send(url: string, fields: Record<string, string>, from: string): Promise<LightMyRequestResponse> {
    return this.post(url, { ...hiddenIn((await this.get(from)).body), ...fields });
  }
}

export const hiddenIn = (page: string): { readonly csrf: string; readonly once: string } => {
  const value = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(page)?.[1] ?? '';
  return { csrf: value('csrf'), once: value('once') };
};
