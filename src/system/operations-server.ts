import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Why the program is not ready; empty when it is. */
export type Readiness = () => Promise<readonly string[]>;

interface OperationsOptions {
  /** 0 takes a free port. Loopback only. */
  readonly port: number;
  readonly readiness: Readiness;
  readonly metrics: () => Promise<string>;
}

/**
 * `/live` (the program runs), `/ready` (it can take a message in and get it to staff) and `/metrics`, for the machine it
 * runs on. @throws when the port is in use
 */
export async function startOperationsServer({
  port,
  readiness,
  metrics,
}: OperationsOptions): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: string, type = 'text/plain; charset=utf-8'): void => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    };
    const fail = (): void => {
      answer(500, 'fault\n');
    };
    switch (request.method === 'GET' ? request.url : undefined) {
      case '/live':
        answer(200, 'ok\n');
        break;
      case '/ready':
        readiness().then((missing) => {
          if (missing.length === 0) answer(200, 'ok\n');
          else answer(503, `${missing.join('\n')}\n`);
        }, fail);
        break;
      case '/metrics':
        metrics().then((text) => {
          answer(200, text, 'text/plain; version=0.0.4; charset=utf-8');
        }, fail);
        break;
      default:
        answer(404, 'not found\n');
    }
  });
  await listen(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
