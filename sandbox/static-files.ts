import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { extname, normalize, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The page and the browser modules it imports, from disk. */

const PAGE = new URL('./page/', import.meta.url);

const require = createRequire(import.meta.url);

/** Browser modules by address. Bare imports between them are resolved by the page's import map. */
const VENDOR: Readonly<Record<string, URL>> = {
  '/vendor/preact.js': pathToFileURL(require.resolve('preact')),
  '/vendor/preact-hooks.js': pathToFileURL(require.resolve('preact/hooks')),
  // The name alone resolves to the CommonJS build here; the module for browsers lies beside it.
  '/vendor/htm.js': new URL('htm.module.js', pathToFileURL(require.resolve('htm'))),
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

function fileFor(path: string): URL | null {
  const bare = VENDOR[path];
  if (bare !== undefined) return bare;
  const relative = normalize(decodeURIComponent(path === '/' ? '/index.html' : path)).slice(1);
  if (relative.startsWith('..') || relative.includes(`${sep}..`) || relative.includes('\0')) return null;
  const file = new URL(relative.split(sep).map(encodeURIComponent).join('/'), PAGE);
  return fileURLToPath(file).startsWith(fileURLToPath(PAGE)) ? file : null;
}

/** Answers with a file of the page, or 404. */
export async function serveFile(response: ServerResponse, path: string): Promise<void> {
  try {
    const file = fileFor(path);
    if (file === null) throw new Error('outside the page');
    const body = await readFile(file);
    response.writeHead(200, {
      'content-type': TYPES[extname(fileURLToPath(file))] ?? 'application/octet-stream',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    response.end(body);
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('404');
  }
}
