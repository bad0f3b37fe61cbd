import { z } from 'zod';
import { incidentActions, omittedKinds } from '../../core/case.ts';
import type {
  Case,
  CaseEntry,
  CaseState,
  EntryBody,
  HandOver,
  IncidentRecord,
  OpenChoice,
  StaffRef,
} from '../../core/case.ts';
import { languages } from '../../core/language.ts';
import { personalDataKinds } from '../../core/redaction/redaction.ts';
import type { Keeping } from '../../core/retention.ts';
import { categories, severities } from '../../core/triage/assessment.ts';
import type { TriageReason } from '../../core/triage/assessment.ts';
import { instant, plainCodec, snowflake } from './codec.ts';

const staffRef = z.looseObject({ id: snowflake, signature: z.string() } satisfies Record<keyof StaffRef, z.ZodType>);

const states = {
  open: z.looseObject({ kind: z.literal('open') }),
  claimed: z.looseObject({
    kind: z.literal('claimed'),
    by: staffRef,
    at: instant,
    offeredTo: staffRef.optional(),
  }),
  waiting: z.looseObject({
    kind: z.literal('waiting'),
    by: staffRef,
    at: instant,
    until: instant,
    then: z.enum(['remind', 'close']),
  }),
  closed: z.looseObject({ kind: z.literal('closed'), by: staffRef.optional(), at: instant }),
} satisfies Record<CaseState['kind'], z.ZodType>;

const incident = z.looseObject({
  category: z.enum([...categories, 'other']),
  severity: z.enum(severities),
  identity: z.enum(['known', 'partly', 'unknown']),
  action: z.enum(incidentActions),
  by: staffRef,
  at: instant,
} satisfies Record<keyof IncidentRecord, z.ZodType>);

const handOver = z.looseObject({ contactId: z.string(), by: staffRef, at: instant } satisfies Record<
  keyof HandOver,
  z.ZodType
>);

const choice = z.looseObject({
  candidates: z.array(z.string()),
  unseenUntil: instant.optional(),
} satisfies Record<keyof OpenChoice, z.ZodType>);

const reason = z.looseObject({
  ruleId: z.string(),
  sentence: z.string(),
  spans: z.array(z.looseObject({ start: z.number(), end: z.number() })).optional(),
  role: z.enum(['rule', 'model', 'held-back', 'not-assessed']),
} satisfies Record<keyof TriageReason, z.ZodType>);

const memory = z.looseObject({
  entries: z.array(z.looseObject({ kind: z.enum(personalDataKinds), number: z.number().int(), digest: z.string() })),
});

export const keeping = z.looseObject({
  conversationHours: z.number(),
  originalHours: z.number(),
} satisfies Record<keyof Keeping, z.ZodType>);

const caseShape = {
  id: z.string(),
  municipalityId: z.string(),
  number: z.number().int(),
  sender: z.string(),
  senderId: snowflake,
  dmChannelId: snowflake.optional(),
  entrance: z.enum(['dm', 'card']),
  language: z.enum(languages),
  severity: z.enum(severities),
  categories: z.array(z.enum(categories)),
  reasons: z.array(reason),
  state: z.discriminatedUnion('kind', [states.open, states.claimed, states.waiting, states.closed]),
  openedAt: instant,
  lastMessageAt: instant,
  unansweredSince: instant.optional(),
  worriedAt: instant.optional(),
  memory,
  incident: incident.optional(),
  heldUntil: instant.optional(),
  keeping: keeping.optional(),
  handedOver: handOver.optional(),
  choice: choice.optional(),
  version: z.number().int(),
} satisfies Record<keyof Case, z.ZodType>;

export const caseCodec = plainCodec<Case>('case', z.looseObject(caseShape));

const bodies = {
  text: z.looseObject({ kind: z.literal('text'), text: z.string() }),
  unmaskable: z.looseObject({ kind: z.literal('unmaskable') }),
  'deleted-by-sender': z.looseObject({ kind: z.literal('deleted-by-sender'), at: instant }),
  'deleted-by-staff': z.looseObject({ kind: z.literal('deleted-by-staff'), at: instant }),
} satisfies Record<EntryBody['kind'], z.ZodType>;

export const omittedContent = z.looseObject({ kind: z.enum(omittedKinds), count: z.number().int() });

const entryShape = {
  id: z.string(),
  caseId: z.string(),
  from: z.enum(['sender', 'staff']),
  at: instant,
  body: z.discriminatedUnion('kind', [
    bodies.text,
    bodies.unmaskable,
    bodies['deleted-by-sender'],
    bodies['deleted-by-staff'],
  ]),
  severity: z.enum(severities),
  removed: z.array(z.enum(personalDataKinds)),
  omitted: z.array(omittedContent),
  signature: z.string().optional(),
  by: snowflake.optional(),
  editOf: z.string().optional(),
} satisfies Record<keyof CaseEntry, z.ZodType>;

export const entryCodec = plainCodec<CaseEntry>('case entry', z.looseObject(entryShape));
