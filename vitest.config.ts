import { defineConfig } from 'vitest/config';

// In CI a test on real servers gets one more try, since a browser, a Redis and the program share two cores there. The
// reporter marks it «retry x1»: a mark to look into, not to get used to.
const retry = process.env['CI'] === undefined ? 0 : 1;

/** Three projects: rules and flows in memory, promises of the ports on real servers, and the real bot over the wire. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/architecture.test.ts'],
          setupFiles: ['test/property-seed.ts'],
        },
      },
      { test: { name: 'contract', include: ['test/contract/**/*.test.ts'], testTimeout: 30_000, retry } },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          retry,
        },
      },
    ],
  },
});
