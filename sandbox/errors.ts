import type { JsonObject } from './json.ts';

/** Discord's JSON error codes used here, with the HTTP status and the text Discord sends. Source: Discord API docs, "JSON Error Codes". */
const table = {
  0: [404, '404: Not Found'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10009: [404, 'Unknown Permission Overwrite'],
  10011: [404, 'Unknown Role'],
  10013: [404, 'Unknown User'],
  10014: [404, 'Unknown Emoji'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  10070: [404, 'Unknown Guild Scheduled Event'],
  20022: [429, 'This message cannot be edited due to announcement rate limits.'],
  30003: [400, 'Maximum number of pins reached for the channel (50)'],
  30032: [400, 'Maximum number of application commands reached'],
  40001: [401, 'Unauthorized'],
  40060: [400, 'Interaction has already been acknowledged.'],
  50001: [403, 'Missing Access'],
  50003: [403, 'Cannot execute action on a DM channel'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50019: [400, 'A message can only be pinned in the channel it was sent in'],
  50021: [403, 'Cannot execute action on a system message'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50033: [400, 'Invalid Recipient(s)'],
  50034: [400, 'You can only bulk delete messages that are under 14 days old.'],
  50035: [400, 'Invalid Form Body'],
  50055: [400, 'Invalid Guild'],
  50081: [400, 'Invalid sticker sent'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  50278: [403, 'Cannot send messages to this user due to having no mutual guilds'],
  160002: [400, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [400, 'Thread is locked'],
} as const satisfies Readonly<Record<number, readonly [status: number, message: string]>>;

export type ErrorCode = keyof typeof table;

/** One fault of one field, in Discord's words. */
export interface FieldFault {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/** A refusal in Discord's shape. Thrown by whatever carries out a request; answered by the edge. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: JsonObject | undefined;

  constructor(status: number, code: number, message: string, errors?: JsonObject) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  body(): JsonObject {
    return { message: this.message, code: this.code, ...(this.errors === undefined ? {} : { errors: this.errors }) };
  }
}

export function refuse(code: ErrorCode): ApiError {
  const [status, message] = table[code];
  return new ApiError(status, code, message);
}

/** 50035 with the faults nested by path: `errors.embeds.0.title._errors[0].code`. */
export function invalidForm(faults: readonly FieldFault[]): ApiError {
  const [status, message] = table[50035];
  const tree: Branch = new Map();
  for (const { path, code, message: text } of faults) {
    let branch = tree;
    for (const step of path) branch = childOf(branch, String(step));
    const own = branch.get('_errors');
    const entry = { code, message: text };
    if (Array.isArray(own)) own.push(entry);
    else branch.set('_errors', [entry]);
  }
  return new ApiError(status, 50035, message, plain(tree));
}

/** 50035 with one fault. */
export function invalidField(path: readonly (string | number)[], code: string, message: string): ApiError {
  return invalidForm([{ path, code, message }]);
}

type Entry = { code: string; message: string };
type Branch = Map<string, Branch | Entry[]>;

function childOf(branch: Branch, key: string): Branch {
  const known = branch.get(key);
  if (known instanceof Map) return known;
  const made: Branch = new Map();
  branch.set(key, made);
  return made;
}

function plain(branch: Branch): JsonObject {
  return Object.fromEntries([...branch].map(([key, value]) => [key, value instanceof Map ? plain(value) : value]));
}
