import { readFileSync } from 'node:fs';

/**
 * Every word that tests write on the sealed desk holds this, in every scene of the suite. It is in no other text, so that
 * one look at what went to Discord tells whether anything of the desk did.
 */
export const deskMark = 'antefr';
/** The numbers that are written on the desk, or stand only in the sealed original. */
const deskNumbers = ['912 00 913', '91200913', '413 99 887', '41399887'];

/** What of the desk is in a log of requests to Discord. An incoming message is not a request of the bot. */
export function deskWordsIn(requests: string): readonly string[] {
  const text = requests.toLocaleLowerCase('nb');
  return [deskMark, ...deskNumbers].filter((mark) => text.includes(mark));
}

/** @throws when something that was written on the desk went to Discord */
export function assertNothingOfTheDesk(requestLog: string): void {
  let requests: string;
  try {
    requests = readFileSync(requestLog, 'utf8');
  } catch (fault) {
    // A scene whose bot never spoke has no log.
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return;
    throw fault;
  }
  const found = deskWordsIn(requests);
  if (found.length > 0) throw new Error(`words of the sealed desk went to Discord: ${found.join(', ')}`);
}
