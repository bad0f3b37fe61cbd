import type { Redis } from 'ioredis';
import { StoreFault } from '../../ports.ts';
import type { RedisConnection } from './connection.ts';

/** What a server must be set to before it may hold a child's message. Source: RELIABILITY F-28 and finding 11. */
const rules: readonly {
  readonly name: string;
  readonly isSafe: (value: string) => boolean;
  readonly demand: string;
}[] = [
  { name: 'appendonly', isSafe: (value) => value === 'yes', demand: 'yes' },
  {
    name: 'appendfsync',
    isSafe: (value) => value !== 'no',
    demand: 'always (or everysec: up to 1 s lost in a power cut)',
  },
  { name: 'maxmemory-policy', isSafe: (value) => value === 'noeviction', demand: 'noeviction' },
  { name: 'aof-load-truncated', isSafe: (value) => value === 'no', demand: 'no' },
];

/** What is not as it must be, one sentence each; empty when all is well. */
export async function durabilityFaults(connection: RedisConnection): Promise<readonly string[]> {
  const perServer = await connection.everyServer((server: Redis) =>
    Promise.all(
      rules.map(async ({ name, isSafe, demand }) => {
        const [, value = ''] = (await server.config('GET', name)) as readonly string[];
        return isSafe(value) ? undefined : `${name} is ${value || 'unknown'}, must be ${demand}`;
      }),
    ),
  );
  return [...new Set(perServer.flat())].filter((fault) => fault !== undefined);
}

/** @throws StoreFault `unavailable` whose cause names the settings */
export async function refuseUnsafe(connection: RedisConnection): Promise<void> {
  const faults = await durabilityFaults(connection);
  if (faults.length > 0) throw new StoreFault('unavailable', { cause: new Error(`Redis: ${faults.join('; ')}`) });
}
