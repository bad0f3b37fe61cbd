/** Where a Redis is, and how it is used, from `STORE_URL`. */
export type RedisAddress = Common &
  (
    | { readonly kind: 'single'; readonly node: Node; readonly tls: boolean; readonly database: number }
    | { readonly kind: 'sentinel'; readonly nodes: readonly Node[]; readonly master: string; readonly database: number }
    | { readonly kind: 'cluster'; readonly nodes: readonly Node[] }
  );

interface Node {
  readonly host: string;
  readonly port: number;
}

interface Common {
  readonly username: string;
  readonly password: string;
  /** Everything lies under `{prefix}:`; several installations may share a server. */
  readonly prefix: string;
  /** How many replicas must confirm each write. */
  readonly replicas: number;
}

const pattern =
  /^(?<scheme>redis|rediss|redis-sentinel|redis-cluster):\/\/(?:(?<username>[^:@/]*):(?<password>[^@/]*)@)?(?<hosts>[^/?@]+)(?:\/(?<path>[^?]*))?(?:\?(?<query>.*))?$/;

export const isRedisUrl = (url: string): boolean => /^(redis|rediss|redis-sentinel|redis-cluster):\/\//.test(url);

const wholeNumber = (text: string, name: string, limit: number): number => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > limit)
    throw new TypeError(`STORE_URL: ${name} must be a whole number up to ${limit}`);
  return value;
};

function toNode(text: string): Node {
  const { host = '', port = '' } = /^(?<host>\[[^\]]+\]|[^:]+)(?::(?<port>.*))?$/.exec(text)?.groups ?? {};
  if (host === '') throw new TypeError('STORE_URL: a host is missing');
  return { host: host.replaceAll(/^\[|\]$/g, ''), port: port === '' ? 6379 : wholeNumber(port, 'port', 65_535) };
}

/** Several whole addresses with commas between are the nodes of a cluster: `redis://a:6379,redis://b:6379`. */
const asCluster = (url: string): string => {
  const [first = '', ...others] = url.split(/,(?=redis:\/\/)/);
  if (others.length === 0) return url;
  const hosts = others.map((other) => other.replace(/^redis:\/\/(?:[^@]*@)?/, ''));
  return [first.replace(/^redis:/, 'redis-cluster:'), ...hosts].join(',');
};

/**
 * `redis://host:6379/0`, `rediss://…` (TLS), `redis-sentinel://host:26379,host:26379/master-name`,
 * `redis-cluster://host:6379,host:6379`; each with `user:password@` and `?prefix=uk&replicas=1`.
 * @throws TypeError naming what is wrong, never the password
 */
export function parseRedisUrl(url: string): RedisAddress {
  const parts = pattern.exec(asCluster(url))?.groups;
  if (!parts) throw new TypeError('STORE_URL is not an address of a Redis');
  const query = new URLSearchParams(parts['query']);
  for (const name of query.keys()) {
    if (!['prefix', 'replicas'].includes(name))
      throw new TypeError('STORE_URL: only prefix and replicas may follow «?»');
  }
  const prefix = query.get('prefix') ?? 'uk';
  if (!/^[a-z0-9-]{1,32}$/.test(prefix)) throw new TypeError('STORE_URL: prefix is 1–32 of a–z, 0–9 and -');
  const common: Common = {
    username: decodeURIComponent(parts['username'] ?? ''),
    password: decodeURIComponent(parts['password'] ?? ''),
    prefix,
    replicas: wholeNumber(query.get('replicas') ?? '0', 'replicas', 9),
  };
  const nodes = (parts['hosts'] ?? '').split(',').map(toNode);
  const path = parts['path'] ?? '';
  const [node] = nodes;
  switch (parts['scheme']) {
    case 'redis-sentinel':
      if (path === '') throw new TypeError('STORE_URL: the name of the master is missing');
      return { ...common, kind: 'sentinel', nodes, master: path, database: 0 };
    case 'redis-cluster':
      // WAIT names no key, so a cluster would send it to any server. There `min-replicas-to-write` does the work.
      if (common.replicas > 0)
        throw new TypeError('STORE_URL: use min-replicas-to-write instead of replicas in a cluster');
      return { ...common, kind: 'cluster', nodes };
    default:
      if (!node || nodes.length > 1) throw new TypeError('STORE_URL: one host is needed');
      return {
        ...common,
        kind: 'single',
        node,
        tls: parts['scheme'] === 'rediss',
        database: path === '' ? 0 : wholeNumber(path, 'database', 9999),
      };
  }
}
