import { createHmac } from 'node:crypto';
import type { Municipality } from '../core/municipality.ts';
import { secondMs } from '../core/time.ts';
import type { AlertWebhook, Clock } from '../ports.ts';
import type { Secret } from '../settings/secret.ts';

interface Options {
  /** Absent: no gateway is ever called. */
  readonly secret: Secret<string> | undefined;
  readonly now: Clock;
}

const patienceMs = 5 * secondMs;

/** The gateway answered, and not with yes. The message tells the status only. */
export class WebhookRefused extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`the alert gateway answered ${status}`);
    this.name = 'WebhookRefused';
    this.status = status;
  }
}

/** What is signed: the time and the body, so that an old call cannot be sent again later. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;

/**
 * Calls the municipality's own gateway for SMS and e-mail: which municipality, which case, how serious, which step; or
 * what kind of trouble the store is in. Nothing of what was written, nobody's name. Headers: `X-Utekontakt-Timestamp`
 * (epoch seconds), `X-Utekontakt-Signature` (HMAC-SHA256 of timestamp, full stop, body) and `Idempotency-Key`.
 */
export function createAlertWebhook({ secret, now }: Options): AlertWebhook {
  async function post({ escalation }: Municipality, event: object, idempotencyKey: string): Promise<boolean> {
    if (!secret || escalation.webhook === undefined) return false;
    const body = JSON.stringify(event);
    const timestamp = String(Math.floor(now() / secondMs));
    const response = await fetch(escalation.webhook, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': idempotencyKey,
        'x-utekontakt-timestamp': timestamp,
        'x-utekontakt-signature': signatureOf(secret.reveal(), timestamp, body),
      },
      body,
    });
    await response.body?.cancel();
    if (!response.ok) throw new WebhookRefused(response.status);
    return true;
  }

  return {
    call: (municipality, { caseNumber, severity, step, idempotencyKey }) =>
      post(
        municipality,
        { event: 'alert', municipality: municipality.id, case: caseNumber, severity, step },
        idempotencyKey,
      ),
    report: (municipality, { kind }, idempotencyKey) =>
      post(municipality, { event: 'trouble', municipality: municipality.id, trouble: kind }, idempotencyKey),
  };
}
