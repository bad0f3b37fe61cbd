import { StoreFault } from '../../ports.ts';
import type { StoreFaultCode } from '../../ports.ts';

/** First word of a Redis error. Source: redis.io, "RESP protocol", simple errors; Redis 7 source, shared error objects. */
const codes: Readonly<Record<string, StoreFaultCode>> = {
  OOM: 'full',
  READONLY: 'read-only',
  MISCONF: 'read-only',
  BUSY: 'busy',
  WRONGTYPE: 'corrupt',
  LOADING: 'unavailable',
  MASTERDOWN: 'unavailable',
  CLUSTERDOWN: 'unavailable',
  NOREPLICAS: 'unavailable',
  NOAUTH: 'unavailable',
  WRONGPASS: 'unavailable',
  NOPERM: 'unavailable',
  UNKILLABLE: 'busy',
};

const codeIn = (message: string): StoreFaultCode | undefined => {
  // A script reports the error of a command inside it after words of its own.
  const words = message.match(/\b[A-Z]{3,}\b/g) ?? [];
  return words.map((word) => codes[word]).find((code) => code !== undefined);
};

/** What Redis or the driver answered, as a fault of the port. What no code fits is a bug in a script and stays what it is. */
export function toFault(error: unknown): unknown {
  if (error instanceof StoreFault || error instanceof TypeError || !(error instanceof Error)) return error;
  if (error.name === 'ReplyError') {
    const code = codeIn(error.message);
    return code ? new StoreFault(code, { cause: new Error(error.message.split(' ')[0]) }) : error;
  }
  // Timed out, closed, refused, not yet connected, all cluster nodes gone. Commands carry sealed values: no detail is kept.
  return new StoreFault('unavailable', { cause: new Error(error.name) });
}
