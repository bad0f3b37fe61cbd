import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { StoreFault } from '../../ports.ts';
import type { Context } from './context.ts';

const lookEveryMs = 100;

/** What `INFO persistence` says, by name. */
async function persistence(server: Redis): Promise<ReadonlyMap<string, string>> {
  const lines = (await server.info('persistence')).split('\r\n');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
}

/** Until the server writes no file of its own; it writes one at a time. */
async function untilIdle(server: Redis): Promise<ReadonlyMap<string, string>> {
  for (;;) {
    const said = await persistence(server);
    const busy = ['rdb_bgsave_in_progress', 'aof_rewrite_in_progress', 'aof_rewrite_scheduled'];
    if (busy.every((name) => said.get(name) !== '1')) return said;
    await wait(lookEveryMs);
  }
}

/**
 * Has every server write a dump beside its append-only files.
 * @returns where each lies, on the machine of its server
 * @throws StoreFault `full` when a server could not write it
 */
export const dump = ({ connection }: Pick<Context, 'connection'>): Promise<readonly string[]> =>
  connection.everyServer(async (server) => {
    await untilIdle(server);
    await server.bgsave();
    const said = await untilIdle(server);
    if (said.get('rdb_last_bgsave_status') !== 'ok') throw new StoreFault('full');
    const [, folder = ''] = (await server.config('GET', 'dir')) as readonly string[];
    const [, name = ''] = (await server.config('GET', 'dbfilename')) as readonly string[];
    return `${folder}/${name}`;
  });
