import { z } from 'zod';

/** Bodies of control requests; shapes as in control-api.ts. */

const file = z.strictObject({
  filename: z.string().min(1),
  contentType: z.string().exactOptional(),
  size: z.number().int().min(0).exactOptional(),
});

export const sendMessage = z.strictObject({
  content: z.string().exactOptional(),
  attachments: z.array(file).max(10).exactOptional(),
  stickers: z.array(z.string()).max(3).exactOptional(),
  voiceSeconds: z.number().positive().exactOptional(),
  poll: z
    .strictObject({ question: z.string().min(1), answers: z.array(z.string().min(1)).min(1).max(10) })
    .exactOptional(),
  forward: z.strictObject({ content: z.string(), attachments: z.array(file).exactOptional() }).exactOptional(),
  replyTo: z.string().exactOptional(),
});

export const editMessage = z.strictObject({ content: z.string() });

export const pressComponent = z.strictObject({
  channelId: z.string(),
  messageId: z.string(),
  customId: z.string(),
  values: z.array(z.string()).exactOptional(),
});

const run = {
  channelId: z.string(),
  name: z.string(),
  subcommandGroup: z.string().exactOptional(),
  subcommand: z.string().exactOptional(),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).exactOptional(),
};
export const runCommand = z.strictObject(run);
export const autocomplete = z.strictObject({ ...run, focused: z.string() });
export const runContextCommand = z.strictObject({ channelId: z.string(), name: z.string(), targetId: z.string() });

export const submitModal = z.strictObject({
  interactionId: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.boolean()])),
});

export const userSettings = z.strictObject({
  dmOpen: z.boolean().exactOptional(),
  blocksBot: z.boolean().exactOptional(),
  locale: z.string().exactOptional(),
});

export const memberSettings = z.strictObject({ roleIds: z.array(z.string()) });
export const botMembership = z.strictObject({ state: z.enum(['member', 'unavailable', 'left']) });

const bits = z.string().regex(/^\d+$/u);
export const overwriteSettings = z.strictObject({ type: z.enum(['role', 'member']), allow: bits, deny: bits });
export const threadSettings = z.strictObject({
  archived: z.boolean().exactOptional(),
  locked: z.boolean().exactOptional(),
});

export const clockSettings = z.union([
  z.strictObject({ offsetMs: z.number() }),
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
]);

const ms = z.number().min(0);
export const settings = z.strictObject({
  nonceWindowMs: ms.exactOptional(),
  sessionLifetimeMs: ms.exactOptional(),
  helloDelayMs: ms.exactOptional(),
  heartbeatIntervalMs: ms.min(50).exactOptional(),
  firstAnswerMs: ms.exactOptional(),
  interactionTokenMs: ms.exactOptional(),
  unauthorized: z.boolean().exactOptional(),
  rateLimits: z.enum(['generous', 'discord']).exactOptional(),
  replayOverlap: z.number().int().min(0).exactOptional(),
  refuseResume: z.boolean().exactOptional(),
});

export const restFault = z.strictObject({
  kind: z.enum(['refuse', 'fail-after', 'hang', 'hang-after', 'reset', 'reset-after', 'rate-limit', 'delay']),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).exactOptional(),
  route: z.string().exactOptional(),
  probability: z.number().min(0).max(1).exactOptional(),
  count: z.number().int().min(1).exactOptional(),
  seed: z.number().int().exactOptional(),
  status: z.number().int().min(400).max(599).exactOptional(),
  code: z.number().int().exactOptional(),
  message: z.string().exactOptional(),
  retryAfterMs: ms.exactOptional(),
  scope: z.enum(['user', 'shared', 'global']).exactOptional(),
  delayMs: ms.exactOptional(),
});

export const gatewayAct = z.strictObject({
  kind: z.enum(['drop', 'mute', 'unmute', 'close', 'expire-session', 'invalid-session', 'reconnect']),
  session: z.string().exactOptional(),
  code: z.number().int().min(1000).max(4999).exactOptional(),
  resumable: z.boolean().exactOptional(),
});
