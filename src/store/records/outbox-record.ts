import { z } from 'zod';
import type {
  CaseDue,
  CaseNote,
  CaseReminder,
  Dispatch,
  FollowUp,
  Posted,
  SenderAddress,
  SenderNotice,
} from '../../core/outbox.ts';
import { languages } from '../../core/language.ts';
import { simpleQuestions } from '../../core/questions/simple-question.ts';
import { personalDataKinds } from '../../core/redaction/redaction.ts';
import { erasureAnswers } from '../../core/subject-request.ts';
import { categories, severities } from '../../core/triage/assessment.ts';
import { keeping, omittedContent } from './case-record.ts';
import { instant, plainCodec, snowflake } from './codec.ts';

const severity = z.enum(severities);
const reason = z.enum(['dm-closed', 'channel-gone', 'no-permission', 'rejected']);
const signature = z.string();

const union = (kinds: Readonly<Record<string, z.ZodType>>): z.ZodType =>
  z.looseObject({ kind: z.string() }).superRefine((value, context) => {
    const schema = Object.hasOwn(kinds, value.kind) ? kinds[value.kind] : undefined;
    const checked = schema?.safeParse(value);
    if (checked?.success) return;
    for (const issue of checked?.error.issues ?? [{ path: ['kind'] }]) {
      context.addIssue({ code: 'custom', message: 'does not fit', path: issue.path });
    }
  });

const note = union({
  taken: z.looseObject({ signature }),
  closed: z.looseObject({ signature }),
  'closed-by-time': z.looseObject({}),
  released: z.looseObject({ signature }),
  reopened: z.looseObject({ signature }),
  'taken-over': z.looseObject({ signature, from: signature.optional() }),
  offered: z.looseObject({ caseId: z.string(), signature, to: z.looseObject({ id: snowflake, signature }) }),
  'set-aside': z.looseObject({ signature, until: instant, then: z.enum(['remind', 'close']) }),
  'handed-over': z.looseObject({ signature, contactId: z.string() }),
  'reply-not-delivered': z.looseObject({ reason }),
  'reply-not-withdrawn': z.looseObject({}),
  'reply-by-thread': z.looseObject({}),
  'notice-not-delivered': z.looseObject({ reason }),
  'deleted-by-sender': z.looseObject({ entryId: z.string() }),
  'form-filed': z.looseObject({ signature }),
  chosen: z.looseObject({}),
  'chose-another': z.looseObject({}),
  'erasure-requested': z.looseObject({ dueAt: instant }),
  'erasure-kept': z.looseObject({ signature }),
  'wrote-while-stopped': z.looseObject({ severity }),
  recontact: z.looseObject({ reported: z.string().optional(), caseNumber: z.number().int() }),
  'original-asked': z.looseObject({ signature }),
  'original-opened': z.looseObject({ signature, alone: z.boolean() }),
} satisfies Record<CaseNote['kind'], z.ZodType>);

const notice = union({
  'first-contact': z.looseObject({}),
  received: z.looseObject({ staffed: z.boolean() }),
  'safe-reply': z.looseObject({ severity, categories: z.array(z.enum(categories)), staffed: z.boolean() }),
  answer: z.looseObject({ question: z.enum(simpleQuestions), staffed: z.boolean() }),
  removed: z.looseObject({ kinds: z.array(z.enum(personalDataKinds)) }),
  unmaskable: z.looseObject({}),
  omitted: z.looseObject({ omitted: z.array(omittedContent) }),
  'edit-seen': z.looseObject({}),
  'deletion-done': z.looseObject({ sealed: z.boolean(), keeping: keeping.optional() }),
  'long-message': z.looseObject({}),
  'case-taken': z.looseObject({ signature }),
  'case-closed': z.looseObject({ keeping: keeping.optional() }),
  'erasure-answered': z.looseObject({ answer: z.enum(erasureAnswers), caseNumber: z.number().int() }),
  'maybe-missed': z.looseObject({ from: instant, until: instant }),
  'not-received': z.looseObject({ severity, categories: z.array(z.enum(categories)) }),
  'not-active': z.looseObject({
    worry: z.looseObject({ severity, categories: z.array(z.enum(categories)) }).optional(),
  }),
  'choose-municipality': z.looseObject({ candidates: z.array(z.string()), shown: z.boolean() }),
} satisfies Record<SenderNotice['kind'], z.ZodType>);

const address = z.looseObject({
  userId: snowflake,
  channelId: snowflake.optional(),
} satisfies Record<keyof SenderAddress, z.ZodType>);

const due = union({
  'set-aside': z.looseObject({ until: instant }),
  unanswered: z.looseObject({ since: instant, reminder: z.number().int() }),
  choice: z.looseObject({ until: instant }),
} satisfies Record<CaseDue['kind'], z.ZodType>);

const reminder = union({
  'set-aside-over': z.looseObject({}),
  'not-closed': z.looseObject({}),
  unanswered: z.looseObject({ since: instant }),
} satisfies Record<CaseReminder['kind'], z.ZodType>);

const post = z.looseObject({
  channelId: snowflake,
  messageId: snowflake,
} satisfies Record<keyof Posted, z.ZodType>);
const caseId = z.string();
const dispatch = union({
  'case-card': z.looseObject({ caseId }),
  'case-thread': z.looseObject({ caseId }),
  'case-entry': z.looseObject({ caseId, entryId: z.string() }),
  'entry-refresh': z.looseObject({ caseId, entryId: z.string() }),
  'case-note': z.looseObject({ caseId, note }),
  'case-alert': z.looseObject({ caseId, severity, step: z.number().int() }),
  'alert-refresh': z.looseObject({ caseId }),
  'card-refresh': z.looseObject({ caseId }),
  'case-reminder': z.looseObject({ caseId, about: reminder }),
  'follow-up': z.looseObject({
    municipalityId: z.string(),
    caseId,
    caseNumber: z.number().int(),
    about: union({
      referral: z.looseObject({ id: z.string() }),
      debrief: z.looseObject({}),
      'moved-away': z.looseObject({}),
    } satisfies Record<FollowUp['kind'], z.ZodType>),
  }),
  'case-due': z.looseObject({ caseId, due }),
  'remove-copies': z.looseObject({
    caseId,
    copies: z.array(z.looseObject({ kind: z.enum(['card', 'alert', 'thread']), posted: post })),
  }),
  'sender-reply': z.looseObject({ caseId, entryId: z.string(), via: z.literal('thread').optional() }),
  'sender-thread': z.looseObject({ caseId }),
  'reply-change': z.looseObject({ caseId, entryId: z.string(), replyId: z.string() }),
  'reply-withdrawal': z.looseObject({ caseId, replyId: z.string() }),
  'duty-handover': z.looseObject({ municipalityId: z.string(), by: z.enum(['closing', 'staff']) }),
  'review-note': z.looseObject({
    municipalityId: z.string(),
    strategy: z.literal([1, 2, 3, 4]),
    until: instant,
    expired: z.boolean(),
  }),
  'stopped-note': z.looseObject({ municipalityId: z.string(), severity }),
  'duty-post': z.looseObject({
    municipalityId: z.string(),
    channelId: snowflake,
    post: z.enum(['opened', 'closed']),
    until: instant,
    notAfter: instant,
  }),
  'channel-post': z.looseObject({
    municipalityId: z.string(),
    channelId: snowflake,
    number: z.number().int(),
    about: z.enum(['reminder', 'called-off']).optional(),
    notAfter: instant,
  }),
  'activity-event': z.looseObject({
    municipalityId: z.string(),
    guildId: snowflake,
    number: z.number().int(),
    act: z.enum(['put', 'remove']),
    notAfter: instant,
  }),
  'sender-notice': z.looseObject({
    to: address,
    municipalityId: z.string().optional(),
    caseId: caseId.optional(),
    language: z.enum(languages),
    notice,
  }),
} satisfies Record<Dispatch['kind'], z.ZodType>);

export const dispatchCodec = plainCodec<Dispatch>('dispatch', dispatch);

export const postedCodec = plainCodec<Posted>('post', post);

/** What a post is found by afterwards; empty when the dispatch has none. */
export const caseOfDispatch = (value: Dispatch): string => ('caseId' in value ? (value.caseId ?? '') : '');
export const entryOfDispatch = (value: Dispatch): string => ('entryId' in value ? value.entryId : '');
