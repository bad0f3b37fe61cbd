import type { Channel } from './model.ts';
import type { World } from './world.ts';

/** Puts people into a thread who are not in it yet; does nothing elsewhere. */
export function joinThread(world: World, channel: Channel, userIds: readonly string[]): void {
  const thread = channel.thread;
  if (thread === null) return;
  const added = [...new Set(userIds)].filter((id) => !thread.members.has(id));
  if (added.length === 0) return;
  for (const id of added) thread.members.set(id, world.clock.now());
  world.emit({ kind: 'thread-members', channel, added, removed: [] });
}

export function leaveThread(world: World, channel: Channel, userId: string): void {
  if (channel.thread?.members.delete(userId) !== true) return;
  world.emit({ kind: 'thread-members', channel, added: [], removed: [userId] });
}

/** A message in an archived thread takes it out of the archive. */
export function wake(world: World, channel: Channel): void {
  if (channel.thread?.archived !== true) return;
  channel.thread.archived = false;
  channel.thread.archivedAt = world.clock.now();
  world.emit({ kind: 'thread-updated', channel });
}
