import { z } from 'zod';
import { languages } from '../../core/language.ts';
import type { AuditEntry, DmCursor, GatewaySession, SenderRecord } from '../../ports.ts';
import { instant, plainCodec, snowflake } from './codec.ts';

const session = z.looseObject({
  sessionId: z.string(),
  resumeUrl: z.string(),
  sequence: z.number().int(),
  shardId: z.number().int(),
  shardCount: z.number().int(),
} satisfies Record<keyof GatewaySession, z.ZodType>);
export const sessionCodec = plainCodec<GatewaySession>('session', session);

const cursor = z.looseObject({
  channelId: snowflake,
  userId: snowflake,
  lastMessageId: snowflake,
} satisfies Record<keyof DmCursor, z.ZodType>);
export const cursorCodec = plainCodec<DmCursor>('cursor', cursor);

const sender = z.looseObject({
  municipalityId: z.string(),
  sender: z.string(),
  firstContactAt: instant,
  language: z.enum(languages).optional(),
  lastNoticeAt: z.record(z.string(), instant),
  eraseAt: instant,
} satisfies Record<keyof SenderRecord, z.ZodType>);
export const senderCodec = plainCodec<SenderRecord>('sender', sender);

const audit = z.looseObject({
  event: z.string(),
  at: instant,
  municipalityId: z.string().optional(),
  by: snowflake.optional(),
  caseId: z.string().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
} satisfies Record<keyof AuditEntry, z.ZodType>);
export const auditCodec = plainCodec<AuditEntry>('audit entry', audit);

const setting = z.looseObject({ version: z.number().int(), value: z.unknown() });
/** A municipality's setting as JSON; what it may hold is the caller's to check. */
export const settingCodec = plainCodec<{ readonly version: number; readonly value: unknown }>('setting', setting);

/** The sealed half of an incident as JSON; what it may hold is the caller's to check. */
export const dossierCodec = plainCodec<{ readonly body: unknown }>('dossier', z.looseObject({ body: z.unknown() }));
