import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seedIds } from '../../../sandbox/seed.ts';

interface Call {
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
}

/** The municipality's gateway for SMS and the monitor outside, and a configuration that names them. */
export interface Outside {
  /** For the program's environment. */
  readonly env: NodeJS.ProcessEnv;
  readonly secret: string;
  /** What the gateway was told so far. */
  alerts(): readonly Call[];
  /** What the monitor was told so far. */
  pulses(): readonly Call[];
  close(): void;
}

export async function startOutside(): Promise<Outside> {
  const received: Call[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      received.push({
        path: request.url ?? '',
        headers: new Headers(request.headers as Record<string, string>),
        body,
      });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const folder = mkdtempSync(join(tmpdir(), 'utekontakt-outside-'));
  cpSync(fileURLToPath(new URL('../../../config', import.meta.url)), folder, { recursive: true });
  const file = join(folder, 'eksempelvik', 'municipality.json');
  const municipality = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const escalation = { coordinatorIds: [seedIds.users.berit], webhook: `${url}/varsel` };
  writeFileSync(file, JSON.stringify({ ...municipality, escalation }));

  const secret = 'en-oppdiktet-hemmelighet-paa-over-32-tegn';
  const calls = (path: string): readonly Call[] => received.filter((one) => one.path === path);
  return {
    env: { CONFIG_DIR: folder, ALERT_WEBHOOK_SECRET: secret, DEAD_MAN_URL: `${url}/puls` },
    secret,
    alerts: () => calls('/varsel'),
    pulses: () => calls('/puls'),
    close() {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
