import { fileURLToPath } from 'node:url';
import { Secret } from './secret.ts';

export type StoreChoice =
  /** An embedded database in one file. */
  | { readonly kind: 'sqlite'; readonly path: string }
  /** One server, or the first nodes of a cluster. Addresses may hold a password. */
  | { readonly kind: 'redis'; readonly urls: Secret<readonly string[]> };

/** The store, or what is wrong with the text. Never repeats it: it may hold a password. */
export function readStoreUrl(text: string): StoreChoice | string {
  if (text.startsWith('file:')) return readFileUrl(text);

  const urls = text.split(',').map((part) => part.trim());
  const protocols = urls
    .map((url) => (URL.canParse(url) ? new URL(url) : undefined))
    .map((url) => (url?.hostname ? url.protocol : ''));
  if (protocols.every((protocol) => protocol === 'redis:') || protocols.every((protocol) => protocol === 'rediss:')) {
    return { kind: 'redis', urls: new Secret(urls) };
  }
  // Several hosts in one address; the store reads it and names what is wrong.
  if (/^redis-(sentinel|cluster):\/\/[^/]/.test(text)) return { kind: 'redis', urls: new Secret([text]) };
  return 'needs file:PATH, redis://HOST:PORT or rediss://HOST:PORT; several nodes of a Redis Cluster with commas between';
}

function readFileUrl(text: string): StoreChoice | string {
  const path = text.slice('file:'.length);
  if (path === '') return 'needs a path after file:';
  if (path.includes(':memory:')) return 'needs a file on disk: what is kept in memory is lost with the process';
  if (/[?#]/.test(path)) return 'needs a plain path, without ? or #';
  if (!path.startsWith('//')) return { kind: 'sqlite', path };
  // Two slashes begin a host name; only file:///path is a path on this machine.
  return path.startsWith('///') ? { kind: 'sqlite', path: fileURLToPath(text) } : 'needs file:PATH or file:///PATH';
}
