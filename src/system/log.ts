import { pino } from 'pino';
import type { DestinationStream } from 'pino';

/** What a log line may carry: ids, counts, codes. Every key is named here, so that nothing else can slip in. */
export interface LogFields {
  readonly role?: string;
  readonly municipality?: string;
  readonly caseId?: string;
  readonly outboxId?: string;
  readonly dispatch?: string;
  readonly ruleIds?: string;
  readonly severity?: string;
  readonly count?: number;
  readonly ms?: number;
  readonly attempt?: number;
  readonly port?: number;
  readonly fault?: string;
  readonly code?: string | number;
  readonly status?: number;
  readonly route?: string;
  readonly piece?: string;
  readonly reference?: string;
  readonly intake?: string;
}

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

const keys: Readonly<Record<keyof LogFields, true>> = {
  role: true,
  municipality: true,
  caseId: true,
  outboxId: true,
  dispatch: true,
  ruleIds: true,
  severity: true,
  count: true,
  ms: true,
  attempt: true,
  port: true,
  fault: true,
  code: true,
  status: true,
  route: true,
  piece: true,
  reference: true,
  intake: true,
};

/** Identifiers, codes and route patterns; nothing that people write. */
const identifier = /^[A-Za-z0-9_.:,/@#[\]-]{1,120}$/;

/** Holds back whatever is not an identifier or a number under a known key, whatever its type claimed. */
export function harmless(fields: object): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(fields) as readonly (readonly [string, unknown])[]) {
    if (!Object.hasOwn(keys, key)) continue;
    if (typeof value === 'number') kept[key] = value;
    else if (typeof value === 'string') kept[key] = identifier.test(value) ? value : '[withheld]';
  }
  return kept;
}

/** JSON lines on standard output, or on `destination`. There is no way to log free text or a whole error. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = { level, base: null, serializers: {}, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = destination ? pino(options, destination) : pino(options);
  return {
    info: (event, fields = {}) => {
      logger.info({ event, ...harmless(fields) });
    },
    warn: (event, fields = {}) => {
      logger.warn({ event, ...harmless(fields) });
    },
    error: (event, fields = {}) => {
      logger.error({ event, ...harmless(fields) });
    },
  };
}
