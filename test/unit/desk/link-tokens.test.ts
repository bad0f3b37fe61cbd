import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CaseId, MunicipalityId, Snowflake } from '../../../src/core/ids.ts';
import { createDeskTokens } from '../../../src/desk/link-tokens.ts';
import { createSessions, sameToken, sessionLimits } from '../../../src/desk/sessions.ts';

const secret = Buffer.alloc(32, 7);
const claim = {
  staffId: '1300000000000000904' as Snowflake,
  municipalityId: 'eksempelvik' as MunicipalityId,
  caseId: 'AAAAAAAAAAAAAAAAAAAAAA' as CaseId,
  until: 1_790_000_000_000,
};
const tokens = createDeskTokens(secret);

describe('a one-time link', () => {
  it('stands for what it was made for, in every process with the same secret', () => {
    expect(createDeskTokens(Buffer.from(secret)).read(tokens.mint(claim))).toMatchObject(claim);
  });

  it('says nothing to whoever sees it, and is never the same', () => {
    const [first, second] = [tokens.mint(claim), tokens.mint(claim)];
    expect(first).not.toBe(second);
    expect(Buffer.from(first, 'base64url').toString('latin1')).not.toMatch(/1300000|eksempelvik|AAAA/u);
    expect(tokens.read(first)?.nonce).not.toBe(tokens.read(second)?.nonce);
  });

  it('is nothing after any change of any byte', () => {
    const bytes = Buffer.from(tokens.mint(claim), 'base64url');
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(tokens.read(changed.toString('base64url'))).toBeUndefined();
    }
  });

  it('is nothing when it is cut, lengthened, invented, or made with another secret', () => {
    const token = tokens.mint(claim);
    expect(tokens.read(createDeskTokens(randomBytes(32)).mint(claim))).toBeUndefined();
    for (const other of [
      '',
      'x',
      token.slice(0, -4),
      `${token}AAAA`,
      'A'.repeat(200),
      `${token}%00`,
      '../../etc/passwd',
    ])
      expect(tokens.read(other)).toBeUndefined();
    let accepted = 0;
    for (let count = 0; count < 20_000; count += 1)
      if (tokens.read(randomBytes(130).toString('base64url'))) accepted += 1;
    expect(accepted).toBe(0);
  });
});

describe('a session', () => {
  const who = { staffId: claim.staffId, municipalityId: claim.municipalityId };
  const { idleMs, longestMs, most } = sessionLimits;

  it('lives while it is used, and ends thirty minutes after it was', () => {
    const sessions = createSessions();
    const { id } = sessions.begin(who, 0);
    expect(sessions.find(id, idleMs - 1)).toBeDefined();
    expect(sessions.find(id, 2 * idleMs - 2)).toBeDefined();
    expect(sessions.find(id, 3 * idleMs)).toBeUndefined();
    expect(sessions.find(id, 0)).toBeUndefined();
  });

  it('ends with the shift, however much it is used', () => {
    const sessions = createSessions();
    const { id } = sessions.begin(who, 0);
    for (let at = 0; at < longestMs; at += idleMs / 2) expect(sessions.find(id, at)).toBeDefined();
    expect(sessions.find(id, longestMs)).toBeUndefined();
  });

  it('makes room for a new one by ending the oldest', () => {
    const sessions = createSessions();
    const first = sessions.begin(who, 0);
    for (let count = 0; count < most; count += 1) sessions.begin(who, 1);
    expect(sessions.find(first.id, 1)).toBeUndefined();
  });

  it('is not found by another id', () => {
    const sessions = createSessions();
    const { id, csrf } = sessions.begin(who, 0);
    for (const other of ['', csrf, id.toLowerCase(), `${id} `]) expect(sessions.find(other, 0)).toBeUndefined();
    sessions.end(id);
    expect(sessions.find(id, 0)).toBeUndefined();
  });

  it('compares its secrets whole', () => {
    expect(sameToken('abc', 'abc')).toBe(true);
    for (const [given, expected] of [
      ['', 'abc'],
      ['ab', 'abc'],
      ['abd', 'abc'],
      ['æ', 'a'],
    ] as const)
      expect(sameToken(given, expected)).toBe(false);
  });
});
