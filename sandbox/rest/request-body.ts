import type { IncomingMessage } from 'node:http';
import { ApiError, refuse } from '../errors.ts';
import { parseJson, type JsonValue } from '../json.ts';
import { readParts } from './multipart.ts';
import type { UploadedFile } from '../validation/message.ts';

export interface ParsedBody {
  readonly body: JsonValue | undefined;
  readonly files: readonly UploadedFile[];
}

const MOST_BYTES = 26 * 1024 * 1024;

/** Reads the whole request. @throws ApiError 413 above 26 MB */
export async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new ApiError(413, 40005, 'Request entity too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** @throws ApiError 50109 when it is not JSON, 50035 for another content type */
export function parseBody(raw: Buffer, contentType: string): ParsedBody {
  if (raw.length === 0) return { body: undefined, files: [] };
  if (contentType.startsWith('multipart/form-data')) return parseMultipart(raw, contentType);
  if (!contentType.startsWith('application/json')) {
    throw new ApiError(400, 50035, 'Invalid Form Body', {
      _errors: [
        { code: 'CONTENT_TYPE_INVALID', message: `Expected "Content-Type" header to be one of {'application/json'}.` },
      ],
    });
  }
  return { body: json(raw.toString('utf8')), files: [] };
}

function json(text: string): JsonValue {
  try {
    return parseJson(text);
  } catch {
    throw refuse(50109);
  }
}

function parseMultipart(raw: Buffer, contentType: string): ParsedBody {
  const parts = readParts(raw, contentType);
  if (parts === null) throw refuse(50109);
  const files: UploadedFile[] = [];
  let body: JsonValue | undefined;
  for (const part of parts) {
    if (part.name === 'payload_json') body = json(part.body.toString('utf8'));
    const index = /^files\[(\d+)\]$/u.exec(part.name)?.[1];
    if (index === undefined) continue;
    const { filename, contentType: type, body: bytes } = part;
    files.push({ index: Number(index), filename: filename ?? 'file', contentType: type, size: bytes.length });
  }
  return { body, files };
}
