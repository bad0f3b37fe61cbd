/** One part of a `multipart/form-data` body. */
export interface Part {
  readonly name: string;
  readonly filename: string | null;
  readonly contentType: string | null;
  readonly body: Buffer;
}

const BLANK_LINE = '\r\n\r\n';

/** The parts of a body; null when it is not well formed. Source: RFC 7578. */
export function readParts(raw: Buffer, contentType: string): readonly Part[] | null {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/u.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) return null;
  const delimiter = Buffer.from(`\r\n--${mark}`);
  const whole = Buffer.concat([Buffer.from('\r\n'), raw]);
  const parts: Part[] = [];
  let start = whole.indexOf(delimiter);
  while (start !== -1) {
    const from = start + delimiter.length;
    if (whole.toString('latin1', from, from + 2) === '--') return parts;
    const end = whole.indexOf(delimiter, from);
    const part = end === -1 ? null : readPart(whole.subarray(from + 2, end));
    if (part === null) return null;
    parts.push(part);
    start = end;
  }
  return null;
}

function readPart(bytes: Buffer): Part | null {
  const split = bytes.indexOf(BLANK_LINE);
  if (split === -1) return null;
  const head = bytes.toString('utf8', 0, split);
  const name = /(?<![\w*])name="([^"]*)"/u.exec(head)?.[1];
  if (name === undefined) return null;
  return {
    name,
    filename: /filename="([^"]*)"/u.exec(head)?.[1] ?? null,
    contentType: /^content-type:\s*(\S[^\r]*)$/imu.exec(head)?.[1] ?? null,
    body: bytes.subarray(split + BLANK_LINE.length),
  };
}
