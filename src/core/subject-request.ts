import { dayMs } from './time.ts';

/** Who has asked on paper, by telephone or at the desk. */
export const requesters = ['self', 'guardian', 'other'] as const;
export type Requester = (typeof requesters)[number];

/** How somebody made sure that the account belongs to the one who asks. */
export const accountProofs = ['logged-in', 'knows-what-was-said', 'not-yet'] as const;
export type AccountProof = (typeof accountProofs)[number];

/** Why a conversation is not erased although its sender has asked. Source: GDPR article 17(3)(b) and (e), article 6(1)(d). */
export const keepingGrounds = ['law', 'danger', 'claim'] as const;
export type KeepingGround = (typeof keepingGrounds)[number];

export const erasureAnswers = ['erase', ...keepingGrounds] as const;
export type ErasureAnswer = (typeof erasureAnswers)[number];

/** A request is forgotten this long after it was put on record, answered or not. */
export const requestForgottenMs = 120 * dayMs;
