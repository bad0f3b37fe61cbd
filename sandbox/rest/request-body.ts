import type { IncomingMessage } from 'node:http';
import { ApiError, refuse } from '../errors.ts';
import { parseJson, type JsonValue } from '../json.ts';
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
export async function parseBody(raw: Buffer, contentType: string): Promise<ParsedBody> {
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

async function parseMultipart(raw: Buffer, contentType: string): Promise<ParsedBody> {
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': contentType } }).formData();
  const files: UploadedFile[] = [];
  let body: JsonValue | undefined;
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      if (name === 'payload_json') body = json(value);
      continue;
    }
    const index = Number(/^files\[(\d+)\]$/u.exec(name)?.[1] ?? files.length);
    files.push({ index, filename: value.name, contentType: value.type === '' ? null : value.type, size: value.size });
  }
  return { body, files };
}
