import { GatewayIntentBits as I } from '../discord-codes.ts';

/** Intents that take Discord's approval. */
export const PRIVILEGED = I.GuildMembers | I.GuildPresences | I.MessageContent;

const KNOWN = Object.values(I)
  .filter((bit) => typeof bit === 'number')
  .reduce((all, bit) => all | bit, 0);

/** A whole number made of known bits only. */
export function areKnown(intents: unknown): intents is number {
  return (
    typeof intents === 'number' &&
    Number.isInteger(intents) &&
    intents >= 0 &&
    (intents & ~KNOWN) === 0 &&
    intents <= KNOWN
  );
}

export function wants(intents: number, wanted: number): boolean {
  return wanted === 0 || (intents & wanted) !== 0;
}
