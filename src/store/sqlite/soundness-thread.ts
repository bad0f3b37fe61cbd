/** Reads a whole database through on a thread and a connection of its own, so that nothing waits for it. */
import { parentPort, workerData } from 'node:worker_threads';
import { DatabaseSync } from 'node:sqlite';
import { isSoundDatabase } from './soundness.ts';

const { file } = workerData as { readonly file: string };
const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
try {
  parentPort?.postMessage(isSoundDatabase(database));
} finally {
  database.close();
}
