import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox.ts';

describe('the page as it is served', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(async () => {
    await sandbox.close();
  });

  it('comes with everything it imports, each as the kind of file it is', async () => {
    const seen = new Set<string>();
    const waiting = ['/', '/vendor/preact.js', '/vendor/preact-hooks.js', '/vendor/htm.js'];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const response = await fetch(sandbox.url + path);
      const text = await response.text();
      expect(`${path} ${String(response.status)}`).toBe(`${path} 200`);
      const kind = path === '/' ? 'html' : path.endsWith('.js') ? 'javascript' : path.endsWith('.css') ? 'css' : 'svg';
      expect(response.headers.get('content-type')).toContain(kind);
      waiting.push(...addressesIn(text, path));
    }
    expect(seen.size).toBeGreaterThan(40);
  });

  it.each(['/../sandbox.ts', '/%2e%2e/sandbox.ts', '/..%2fsandbox.ts', '/missing.js'])(
    'gives nothing that is not part of it: %s',
    async (path) => {
      expect((await fetch(sandbox.url + path)).status).toBe(404);
    },
  );
});

/** Addresses of files a file of the page loads; vendor modules import each other by bare names. */
function addressesIn(text: string, path: string): string[] {
  if (path === '/') return [...text.matchAll(/(?:src|href)="(\/[^"]+)"/gu)].map(([, address]) => address ?? '');
  if (!path.endsWith('.js')) return [];
  return [...text.matchAll(/^(?:import |\} from )[^*\n]*'(\.[^'\n]+)';$/gmu)].map(
    ([, address]) => new URL(address ?? '', `http://page${path}`).pathname,
  );
}
