import { describe, expect, it } from 'vitest';
import { isRedisUrl, parseRedisUrl } from '../../../src/store/redis/address.ts';

const common = { username: '', password: '', prefix: 'uk', replicas: 0 };
const node = (host: string, port = 6379) => ({ host, port });

describe('the address of a Redis', () => {
  it.each([
    ['redis://db', { ...common, kind: 'single', node: node('db'), tls: false, database: 0 }],
    ['redis://[::1]:7000/3', { ...common, kind: 'single', node: node('::1', 7000), tls: false, database: 3 }],
    ['rediss://db:6380', { ...common, kind: 'single', node: node('db', 6380), tls: true, database: 0 }],
    [
      'redis://ute:p%40ss@db/0?prefix=prove&replicas=2',
      {
        username: 'ute',
        password: 'p@ss',
        prefix: 'prove',
        replicas: 2,
        kind: 'single',
        node: node('db'),
        tls: false,
        database: 0,
      },
    ],
    [
      'redis-sentinel://a:1,b:2/uk',
      { ...common, kind: 'sentinel', nodes: [node('a', 1), node('b', 2)], master: 'uk', database: 0 },
    ],
    ['redis-cluster://a:1,b', { ...common, kind: 'cluster', nodes: [node('a', 1), node('b')] }],
    ['redis://a:1,redis://b:2', { ...common, kind: 'cluster', nodes: [node('a', 1), node('b', 2)] }],
    [
      'redis://:hemmelig@a:1,redis://:hemmelig@b:2',
      { ...common, password: 'hemmelig', kind: 'cluster', nodes: [node('a', 1), node('b', 2)] },
    ],
  ])('reads %s', (url, expected) => {
    expect(isRedisUrl(url)).toBe(true);
    expect(parseRedisUrl(url)).toEqual(expected);
  });

  it.each([
    ['redis://', 'not an address'],
    ['redis://:hemmelig@db:66000', 'port must be a whole number'],
    ['redis://:hemmelig@db:abc', 'port must be a whole number'],
    ['redis://:hemmelig@db/abc', 'database must be a whole number'],
    ['redis://:hemmelig@a,b', 'one host'],
    ['redis://:hemmelig@db?prefix=Æ', 'prefix is 1–32'],
    ['redis://:hemmelig@db?replicas=mange', 'replicas must be a whole number'],
    ['redis://:hemmelig@db?timeout=1', 'only prefix and replicas'],
    ['redis-sentinel://:hemmelig@a:1', 'name of the master'],
    ['redis-cluster://:hemmelig@a:1?replicas=1', 'min-replicas-to-write'],
    ['http://:hemmelig@db', 'not an address'],
  ])('refuses %s, saying why and never the password', (url, why) => {
    const told = (() => {
      try {
        return JSON.stringify(parseRedisUrl(url));
      } catch (error) {
        return String(error);
      }
    })();
    expect(told).toContain('TypeError: STORE_URL');
    expect(told).toContain(why);
    expect(told).not.toContain('hemmelig');
  });
});
