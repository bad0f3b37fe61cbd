import { StoreFault } from '../../ports.ts';
import type { StoreFaultCode } from '../../ports.ts';

/** Primary error codes. Source: sqlite.org/rescode.html. */
const codes: Readonly<Record<number, StoreFaultCode>> = {
  5: 'busy',
  6: 'busy',
  8: 'read-only',
  10: 'unavailable',
  11: 'corrupt',
  13: 'full',
  14: 'unavailable',
  26: 'corrupt',
};

const errcodeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;

/** A driver error as a fault of the port; anything else is a bug and stays what it is. */
export function toFault(error: unknown): unknown {
  const errcode = errcodeOf(error);
  const code = errcode === undefined ? undefined : codes[errcode];
  return code ? new StoreFault(code, { cause: error }) : error;
}
