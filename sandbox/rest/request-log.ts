import { createWriteStream, type WriteStream } from 'node:fs';
import type { JsonValue } from '../json.ts';

/** Every REST request of the bot, one JSON object a line: `{"method","path","body"}`. */
export class RequestLog {
  readonly #stream: WriteStream | null;

  constructor(file: string | undefined) {
    this.#stream = file === undefined ? null : createWriteStream(file, { flags: 'a' });
  }

  write(method: string, path: string, body: JsonValue | undefined): void {
    this.#stream?.write(`${JSON.stringify({ method, path, ...(body === undefined ? {} : { body }) })}\n`);
  }

  async close(): Promise<void> {
    const stream = this.#stream;
    if (stream === null) return;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    stream.end(() => {
      resolve(undefined);
    });
    await promise;
  }
}
