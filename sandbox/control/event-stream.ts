import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { SandboxEvent } from '../control-api.ts';
import type { WorldEvent } from '../world/events.ts';
import { canSee } from '../world/permissions.ts';
import type { World } from '../world/world.ts';
import { messageView } from './message-view.ts';

/** What happens, told live to each person who may see it. */
export class EventStream {
  readonly #world: World;
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: 1_024 });
  readonly #watchers = new Map<WebSocket, string>();
  readonly #stopListening: () => void;

  constructor(world: World) {
    this.#world = world;
    this.#stopListening = world.listen((event) => {
      if (this.#watchers.size > 0) this.#tell(event);
    });
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, query: URLSearchParams): void {
    const userId = query.get('user') ?? '';
    if (!this.#world.users.has(userId)) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (watcher) => {
      this.#watchers.set(watcher, userId);
      watcher.on('close', () => this.#watchers.delete(watcher));
      watcher.on('error', () => {
        watcher.terminate();
      });
      watcher.send(JSON.stringify({ kind: 'hello', userId } satisfies SandboxEvent));
    });
  }

  close(): void {
    this.#stopListening();
    for (const watcher of this.#watchers.keys()) watcher.terminate();
    this.#sockets.close();
  }

  #tell(event: WorldEvent): void {
    const told = new Map<string, string | null>();
    for (const [watcher, userId] of this.#watchers) {
      let text = told.get(userId);
      if (text === undefined) {
        const shown = this.#shownTo(userId, event);
        text = shown === null ? null : JSON.stringify(shown);
        told.set(userId, text);
      }
      if (text !== null && watcher.readyState === watcher.OPEN) watcher.send(text);
    }
  }

  #shownTo(userId: string, event: WorldEvent): SandboxEvent | null {
    const world = this.#world;
    switch (event.kind) {
      case 'message-created':
      case 'message-updated': {
        const { message, channel } = event;
        const readable = message.onlyFor === null ? canSee(world, channel, userId) : message.onlyFor === userId;
        return readable ? { kind: event.kind, message: messageView(world, message) } : null;
      }
      case 'messages-deleted': {
        const visible = event.messages.filter(({ onlyFor }) => onlyFor === null || onlyFor === userId);
        if (visible.length === 0 || !canSee(world, event.channel, userId)) return null;
        return { kind: 'message-deleted', channelId: event.channel.id, messageIds: visible.map(({ id }) => id) };
      }
      case 'reaction':
        return canSee(world, event.channel, userId)
          ? { kind: 'message-updated', message: messageView(world, event.message) }
          : null;
      case 'typing': {
        const seen = event.userId !== userId && canSee(world, event.channel, userId);
        return seen ? { kind: 'typing', channelId: event.channel.id, userId: event.userId } : null;
      }
      case 'modal-opened':
        return event.userId === userId ? { kind: 'modal-opened', modal: event.modal } : null;
      case 'interaction-failed':
        return event.userId === userId ? { kind: 'interaction-failed', interactionId: event.interactionId } : null;
      case 'commands-changed':
        return { kind: 'commands-changed' };
      case 'presence-changed':
        return { kind: 'presence', presence: world.presence };
      case 'clock-moved':
        return { kind: 'clock', clock: world.clock.view() };
      case 'user-updated':
        return event.userId === userId ? { kind: 'view-changed' } : null;
      case 'interaction':
      case 'pins':
        return null;
      case 'bot-user-updated':
        return { kind: 'view-changed' };
      default:
        return this.#concerns(userId, event) ? { kind: 'view-changed' } : null;
    }
  }

  #concerns(userId: string, event: Extract<WorldEvent, { channel: unknown } | { guild: unknown }>): boolean {
    if ('guild' in event)
      return event.guild.members.has(userId) || (event.kind === 'member-removed' && event.member.userId === userId);
    const { channel } = event;
    if (channel.recipientId !== null) return channel.recipientId === userId;
    return this.#world.guildOf(channel)?.members.has(userId) ?? false;
  }
}
