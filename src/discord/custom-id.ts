import { z } from 'zod';
import type { Strategy } from '../core/approval.ts';
import { permittedActs } from '../core/settings/permitted-acts.ts';
import { sections } from '../core/setup/sections.ts';
import { approvalForms } from '../core/approval/written.ts';
import { ratings } from '../core/assessment-rating.ts';
import { isCaseId, isSnowflake } from '../core/ids.ts';
import { sharedStepIds } from '../core/incident/steps.ts';
import { scenarioIds, subjects } from '../core/practice/practice.ts';
import type { CaseId, MunicipalityId, Snowflake } from '../core/ids.ts';
import { catalogueLanguages } from '../core/language.ts';
import { paperKinds } from '../core/paper-kinds.ts';
import { postTypes } from '../core/posts/post-book.ts';
import { isTextId } from '../core/standard-text.ts';

/** A Discord id, or one with the time of a later wording. */
const entryId = z.string().regex(/^\d{17,20}(?:-e\d{1,16})?$/);
const caseId = z.custom<CaseId>((value) => typeof value === 'string' && isCaseId(value));
const municipalityId = z.custom<MunicipalityId>(
  (value) => typeof value === 'string' && /^[a-z0-9-]{2,32}$/.test(value),
);
const strategy = z.enum(['1', '2', '3', '4']).transform((digit) => Number(digit) as Strategy);
const language = z.enum(catalogueLanguages);
const postNumber = z.string().regex(/^\d{1,9}$/);
const textKey = z.string().regex(/^[a-z]+(?:\.[a-z]+){1,2}$/i);
/** Of a standard text; see `isTextId`. */
const textId = z.string().refine(isTextId);
const snowflake = z.custom<Snowflake>((value) => typeof value === 'string' && isSnowflake(value));

const sharedStep = z.enum(sharedStepIds);

/** Of a step or a choice, as it stands in an id. */
const stepNumber = z.coerce.number().int().min(-1).max(9);

/**
 * Every button, select and form the service shows: one row each. Ids carry opaque ids only; what they stand for is
 * looked up, and whether the presser may do it is decided, when they are pressed.
 */
const routes = {
  'help-now': z.tuple([]),
  language: z.tuple([]),
  'language-chosen': z.tuple([]),
  'write-to-us': z.tuple([municipalityId]),
  'write-to-us-sent': z.tuple([municipalityId]),
  'worried-friend': z.tuple([municipalityId]),
  'opening-hours': z.tuple([municipalityId]),
  'who-are-you': z.tuple([municipalityId]),
  feedback: z.tuple([municipalityId]),
  'feedback-sent': z.tuple([municipalityId]),
  privacy: z.tuple([municipalityId]),
  /** Whom a direct message is for, where several municipalities may be meant. */
  'choose-municipality': z.tuple([municipalityId]),
  'my-data': z.tuple([municipalityId]),
  'erase-ask': z.tuple([municipalityId]),
  'erase-my-data': z.tuple([municipalityId]),
  /** A text in the municipality's own words: the form, its answer, the draft that interaction holds, and an earlier version. */
  'text-edit': z.tuple([language, textKey]),
  'text-sent': z.tuple([language, textKey]),
  'text-use': z.tuple([snowflake]),
  'text-restore': z.tuple([language, textKey, z.string().regex(/^\d{1,9}$/)]),
  /** A post to everybody: its type, and when it is due (empty: at once). */
  'post-sent': z.tuple([z.enum(postTypes), z.string().regex(/^\d{0,15}$/)]),
  /** An activity: when it starts, for how many hours, and its channel or `all`. */
  'activity-sent': z.tuple([
    z.string().regex(/^\d{1,15}$/),
    z.string().regex(/^\d{1,2}$/),
    z.union([z.literal('all'), snowflake]),
  ]),
  'activity-join': z.tuple([municipalityId, postNumber]),
  /** The press that is taken back, and the proof of whose it was. */
  'activity-leave': z.tuple([municipalityId, postNumber, snowflake, z.string().regex(/^[\w-]{22}$/)]),
  'post-approve': z.tuple([postNumber]),
  'post-withdraw': z.tuple([postNumber]),
  'standard-text-edit': z.tuple([textId]),
  'standard-text-approve': z.tuple([textId]),
  'standard-text-remove': z.tuple([textId]),
  /** Empty: a new one. */
  'standard-text-sent': z.tuple([z.union([z.literal(''), textId])]),
  'profile-apply': z.tuple([municipalityId]),
  /** A practice case, the step that was shown, and the choice made there; -1: none yet. */
  practice: z.tuple([z.enum(scenarioIds), stepNumber, stepNumber]),
  'practice-menu': z.tuple([]),
  'practice-tick': z.tuple([z.enum(subjects)]),
  'case-claim': z.tuple([caseId]),
  'case-reply': z.tuple([caseId]),
  'case-reply-sent': z.tuple([caseId]),
  'case-form': z.tuple([caseId]),
  /** One step of the incident form, and the version of it that what is sent is based on. */
  'case-form-step': z.tuple([caseId, sharedStep]),
  'case-form-sent': z.tuple([caseId, sharedStep, z.coerce.number().int().min(0).max(1e6)]),
  /** What was typed and not taken; the last part is the interaction that sent it. */
  'case-form-mend': z.tuple([caseId, sharedStep, snowflake]),
  'case-form-recontact': z.tuple([caseId, z.enum(['on', 'off'])]),
  'case-close': z.tuple([caseId]),
  /** What else can be done to a case. */
  'case-more': z.tuple([caseId]),
  'case-move': z.tuple([caseId, z.enum(['release', 'take-over', 'reopen'])]),
  'case-set-aside': z.tuple([caseId, z.enum(['snooze', 'close-later'])]),
  'case-offer': z.tuple([caseId]),
  'case-hand-over': z.tuple([caseId]),
  'case-who': z.tuple([caseId]),
  /** The duty guide's questions, and their answers. */
  'case-step': z.tuple([caseId]),
  'case-step-sent': z.tuple([caseId]),
  /** «Bestem», and what is decided about the card with this id. */
  'case-decide': z.tuple([caseId]),
  'case-decide-sent': z.tuple([caseId, z.string().regex(/^[a-z0-9-]{1,40}$/)]),
  /** One's own reply; the second part is the interaction that wrote it. */
  'case-reply-edit': z.tuple([caseId, snowflake]),
  'case-reply-edit-sent': z.tuple([caseId, snowflake]),
  'case-reply-withdraw': z.tuple([caseId, snowflake]),
  /** The words of an entry, where staff do not read them in the thread. */
  'case-read': z.tuple([caseId, entryId]),
  /** A reply, for the one it was written for. */
  'read-reply': z.tuple([caseId, snowflake]),
  'case-desk': z.tuple([caseId]),
  /** What a person says of triage's level, when the case is closed. */
  'case-rate': z.tuple([caseId, z.enum(ratings)]),
  'setup-act': z.tuple([z.enum(['overview', 'test'])]),
  /** Asks for something that two persons must agree to. */
  'setup-ask': z.tuple([z.enum(permittedActs)]),
  /** The second person's answer, to the very proposal they were shown. */
  'setup-decide': z.tuple([z.enum(['confirm', 'withdraw']), z.string().regex(/^\d{1,9}$/)]),
  'setup-form': z.tuple([z.enum(sections)]),
  'setup-form-sent': z.tuple([z.enum(sections)]),
  /** «Jeg ser den», with the channel the test post was for. */
  'setup-seen': z.tuple([snowflake]),
  /** A proposed change of triage; the part is the interaction that proposed it. */
  'triage-confirm': z.tuple([snowflake]),
  'reflection-sent': z.tuple([]),
  'reflection-more': z.tuple([snowflake]),
  'reflection-more-sent': z.tuple([snowflake]),
  /** What people ask on paper, by number, and wishes for erasure, by case. */
  'request-overview': z.tuple([]),
  'request-new': z.tuple([]),
  'request-new-sent': z.tuple([]),
  'request-act': z.tuple([z.enum(['show', 'copy', 'erase', 'close']), z.string().regex(/^\d{1,9}$/)]),
  'request-answer': z.tuple([caseId]),
  'request-answer-sent': z.tuple([caseId]),
  'approval-overview': z.tuple([]),
  'approval-show': z.tuple([strategy]),
  'approval-paper': z.tuple([z.enum(paperKinds)]),
  'approval-form': z.tuple([strategy, z.enum(approvalForms)]),
  'approval-form-sent': z.tuple([strategy, z.enum(approvalForms)]),
  /** «Skriv på nytt»: what was written and not sent; the second part is the interaction that wrote it. */
  'case-reply-again': z.tuple([caseId, snowflake]),
  /** A reply whose preview is waiting for «Send likevel»; the second part is the interaction that wrote it. */
  'case-reply-confirm': z.tuple([caseId, snowflake]),
} as const;

export type Route = keyof typeof routes;
export type RouteArguments<R extends Route> = z.infer<(typeof routes)[R]>;
export type DecodedId = { [R in Route]: { readonly route: R; readonly args: RouteArguments<R> } }[Route];

export const routeNames = Object.keys(routes) as readonly Route[];

/** At most 100 characters (Discord's limit; held by a test). */
export const encodeCustomId = <R extends Route>(route: R, ...args: RouteArguments<R>): string =>
  [route, ...args].join(':');

export type RouteKind = 'button' | 'form' | 'select';

/** The routes that are not buttons. */
const otherKinds: Readonly<Partial<Record<Route, RouteKind>>> = {
  'write-to-us-sent': 'form',
  'feedback-sent': 'form',
  'text-sent': 'form',
  'post-sent': 'form',
  'activity-sent': 'form',
  'standard-text-sent': 'form',
  'case-reply-sent': 'form',
  'case-form-sent': 'form',
  'case-reply-edit-sent': 'form',
  'approval-form-sent': 'form',
  'case-step-sent': 'form',
  'case-decide-sent': 'form',
  'setup-form-sent': 'form',
  'request-new-sent': 'form',
  'request-answer-sent': 'form',
  'reflection-sent': 'form',
  'reflection-more-sent': 'form',
  'language-chosen': 'select',
  'case-set-aside': 'select',
  'case-offer': 'select',
  'case-hand-over': 'select',
  'case-who': 'select',
};
export const kindOfRoute = (route: Route): RouteKind => otherKinds[route] ?? 'button';
/** The arguments of an id of this route; nothing for any other id. */
export function argumentsOf<R extends Route>(customId: string, route: R): RouteArguments<R> | undefined {
  const decoded = decodeCustomId(customId);
  return decoded?.route === route ? (decoded.args as RouteArguments<R>) : undefined;
}

/** The route and its arguments, or nothing when the id is not one of ours or not whole. */
export function decodeCustomId(customId: string): DecodedId | undefined {
  const [route, ...args] = customId.split(':');
  if (route === undefined || !Object.hasOwn(routes, route)) return undefined;
  const parsed = routes[route as Route].safeParse(args);
  return parsed.success ? ({ route, args: parsed.data } as DecodedId) : undefined;
}
