import { MessageLog } from './message-log.ts';
import type { Channel } from './model.ts';

/** A channel with nothing in it and nothing set. */
export function blankChannel(id: string, type: number, guildId: string | null, name: string): Channel {
  return {
    id,
    type,
    guildId,
    parentId: null,
    name,
    topic: null,
    position: 0,
    nsfw: false,
    slowmodeSeconds: 0,
    overwrites: new Map(),
    lastMessageId: null,
    log: new MessageLog(),
    thread: null,
    recipientId: null,
    tags: [],
  };
}
