import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { isLadderRung, ladderStepMs } from '../../../src/core/ladder.ts';
import type { Municipality } from '../../../src/core/municipality.ts';
import { Secret } from '../../../src/settings/secret.ts';
import { WebhookRefused, createAlertWebhook } from '../../../src/system/alert-webhook.ts';

const secret = 'en-oppdiktet-hemmelighet-paa-over-32-tegn';
const call = { caseNumber: 4821, severity: 'acute', step: 3, idempotencyKey: 'abc' } as const;
const municipalityAt = (webhook?: string): Municipality =>
  ({ id: 'eksempelvik', escalation: { coordinatorIds: [], webhook } }) as unknown as Municipality;

async function gateway(
  status: number,
): Promise<{ url: string; calls: { headers: Headers; body: string }[]; close: () => void }> {
  const calls: { headers: Headers; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      calls.push({ headers: new Headers(request.headers as Record<string, string>), body });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/varsel`;
  return { url, calls, close: () => server.close() };
}

describe('the ladder (F-61)', () => {
  it('calls on-call, fallback, coordinators and the gateway at 0, 5, 10 and 15 minutes, and begins again', () => {
    const rungs = ['on-call', 'fallback-channel', 'coordinators', 'webhook'] as const;
    for (let step = 0; step < 24; step += 1) {
      expect(rungs.filter((rung) => isLadderRung(rung, step))).toEqual([rungs[step % 4]]);
    }
    expect(ladderStepMs).toBe(5 * 60_000);
  });
});

describe('the alert gateway', () => {
  it('gets a signed call that holds the case and the level, and nothing else', async () => {
    const { url, calls, close } = await gateway(204);
    const webhook = createAlertWebhook({ secret: new Secret(secret), now: () => 1_790_000_000_000 });
    expect(await webhook.call(municipalityAt(url), call)).toBe(true);
    close();
    const [got] = calls;
    const timestamp = got?.headers.get('x-utekontakt-timestamp') ?? '';
    expect(timestamp).toBe('1790000000');
    const signed = createHmac('sha256', secret)
      .update(`${timestamp}.${got?.body ?? ''}`)
      .digest('hex');
    expect(got?.headers.get('x-utekontakt-signature')).toBe(`sha256=${signed}`);
    expect(got?.headers.get('idempotency-key')).toBe('abc');
    expect(JSON.parse(got?.body ?? '')).toEqual({
      event: 'alert',
      municipality: 'eksempelvik',
      case: 4821,
      severity: 'acute',
      step: 3,
    });
  });

  it('that refuses is a fault, so that the outbox tries again', async () => {
    const { url, close } = await gateway(503);
    const webhook = createAlertWebhook({ secret: new Secret(secret), now: () => 0 });
    await expect(webhook.call(municipalityAt(url), call)).rejects.toThrow(WebhookRefused);
    close();
  });

  it('is not called without an address or a secret', async () => {
    const withSecret = createAlertWebhook({ secret: new Secret(secret), now: () => 0 });
    const without = createAlertWebhook({ secret: undefined, now: () => 0 });
    expect(await withSecret.call(municipalityAt(), call)).toBe(false);
    expect(await without.call(municipalityAt('https://sms.eksempel.invalid'), call)).toBe(false);
  });
});
