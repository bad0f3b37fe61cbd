import type { Instant } from '../core/time.ts';

/** A paper as data: what stands on it, in order. How it looks is decided in one place. */
export interface Paper {
  readonly title: string;
  /** Stands on every page, e.g. «Taushetsbelagt»; absent for papers anybody may see. */
  readonly marking?: string;
  /** The body that answers for the paper, for the file's own description. */
  readonly author: string;
  readonly madeAt: Instant;
  /** BCP 47, e.g. `nb-NO`: what a screen reader reads it in. */
  readonly language: string;
  /** At the foot of every page, before the page number; one line. */
  readonly footer: string;
  /** E.g. «Side 2 av 5». */
  readonly pageLabel: (page: number, pages: number) => string;
  readonly parts: readonly PaperPart[];
  /** Files that travel inside the paper, e.g. the same content for a machine to read. */
  readonly attached?: readonly Attached[];
}

export interface Attached {
  readonly name: string;
  /** Media type, e.g. `application/json`. */
  readonly type: string;
  readonly description: string;
  readonly text: string;
}

export type PaperPart =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly tone?: 'plain' | 'quiet' | 'strong' }
  /** Names with what each one is; a text may be long and run over pages. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, text: string])[] }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered?: boolean }
  /** For short cells only: a row is never split over two pages. */
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** Set in a frame, e.g. a warning or a decision. */
  | { readonly kind: 'framed'; readonly text: string }
  /** A line to write on by hand, with the words under it. */
  | { readonly kind: 'signature'; readonly under: string };
