import type { Snowflake } from '../../../../src/core/ids.ts';
import type { Route } from '../../../../src/discord/custom-id.ts';
import type { FilingScene } from './filing-scene.ts';

/** One press, or one form sent. @param cause the interaction's id */
export type Press = (cause: Snowflake) => Promise<unknown>;

/** A button, form or command that leaves something on record. */
export interface Filing {
  /** The route it has in Discord, or the command. */
  readonly from: Route | `/${string}`;
  /** Which of several things it files. */
  readonly which?: string;
  /** Everything that has to be there first; then the press. */
  readonly ready: (at: FilingScene) => Press | Promise<Press>;
  /** Why a further press files anew. Absent: it does not. */
  readonly anew?:
    | 'written anew'
    /** A form with the same in it as before: whoever sent it is on record, and nobody hears of it twice. */
    | 'on record again, told once'
    | 'each look is logged'
    | 'turned back'
    | 'done again in Discord';
}
