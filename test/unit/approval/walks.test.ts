import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { emptyBook, pauseIntake, readApprovalBook, resumeIntake } from '../../../src/core/approval/book.ts';
import type { ApprovalBook } from '../../../src/core/approval/book.ts';
import { fileStep } from '../../../src/core/approval/file-step.ts';
import type { Filing } from '../../../src/core/approval/filings.ts';
import type { CompleteRound } from '../../../src/core/approval/round.ts';
import { intakeState, standingOf } from '../../../src/core/approval/standing.ts';
import { strategies } from '../../../src/core/approval.ts';
import type { Strategy } from '../../../src/core/approval.ts';
import { dayMs } from '../../../src/core/time.ts';
import { filings, person, start } from './filings-made-up.ts';
import type { FilingName } from './filings-made-up.ts';

/** `WALKS=1000000` for the long walk. */
const walks = Number(process.env['WALKS'] ?? 60_000);
const longest = 40;
/** Nothing in the settings file. */
const real = { invented: false };

/** Mulberry32: the same walks on every machine. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Attempt {
  readonly filing: Filing;
  readonly strategy: Strategy;
  readonly by: string;
  readonly at: number;
  taken: boolean;
}
type Move = { readonly kind: 'pause' | 'resume'; readonly by: string; taken: boolean };

const inOrder: readonly FilingName[] = ['purpose', 'ip', 'dpia', 'basis', 'approved', 'overview'];
/** Each attempt's papers carry its number. */
const marked = Array.from({ length: longest }, (_, index) => filings(`#${index}`));
const all = Object.keys(filings()) as readonly FilingName[];

describe('a million ways through the gate', () => {
  it('never reach an active strategy without every gate', { timeout: 3_600_000 }, () => {
    const chance = chanceFrom(20261122);
    const below = (most: number): number => Math.floor(chance() * most);
    let reached = 0;
    let lost = 0;

    for (let walk = 0; walk < walks; walk += 1) {
      let book: ApprovalBook = emptyBook;
      let now = start;
      let cursor = 0;
      const attempts: Attempt[] = [];
      const moves: Move[] = [];
      const wereActive = new Set<Strategy>();
      /** Some coordinators follow the guide, some press whatever they find. */
      const diligence = chance();
      const home = strategies[below(4)] ?? 1;

      for (let step = 0; step < longest; step += 1) {
        const luck = chance();
        const by = person(1 + below(3));
        if (luck < 0.05) {
          // A restart: what is in the store is all there is.
          const stored = readApprovalBook(JSON.parse(JSON.stringify(book)));
          if (!isDeepStrictEqual(stored, book)) throw new Error('a restart changed the book');
          if (stored) book = stored;
        } else if (luck < 0.1) now += (chance() < 0.2 ? -1 : 1) * below(200) * dayMs;
        else if (luck < 0.2) {
          const isPause = chance() < 0.5;
          const next = (isPause ? pauseIntake : resumeIntake)(book, { by, at: now });
          moves.push({ kind: isPause ? 'pause' : 'resume', by, taken: next !== undefined });
          book = next ?? book;
        } else {
          const guided = chance() < diligence;
          const name = guided ? inOrder[cursor % inOrder.length] : all[below(all.length)];
          const made = marked[attempts.length]?.[name ?? 'purpose'] ?? filings().purpose;
          const strategy = guided ? home : (strategies[below(4)] ?? 1);
          const outcome = fileStep(book, strategy, made, { by, at: now });
          const taken = outcome.kind === 'filed';
          attempts.push({ filing: made, strategy, by, at: now, taken });
          if (outcome.kind === 'filed') book = outcome.book;
          if (guided && taken) cursor += 1;
          else if (guided && outcome.kind === 'not-this-step')
            cursor = Math.max(
              0,
              inOrder.findIndex((one) => marked[0]?.[one].step === outcome.expected[0]),
            );
        }

        for (const strategy of strategies) {
          const standing = standingOf(book, real, strategy, now);
          const intake = intakeState(book, real, strategy, now);
          if (standing.kind === 'active') {
            reached += wereActive.has(strategy) ? 0 : 1;
            wereActive.add(strategy);
            if (!standing.round) throw new Error('active without papers');
            proveRound(standing.round, strategy, attempts, now);
            const firstPause = moves.findIndex(({ kind, taken }) => kind === 'pause' && taken);
            const drill = moves.findIndex(({ kind }, index) => kind === 'resume' && index > firstPause);
            if (firstPause < 0 || drill < 0) throw new Error('active without a drill');
          } else if (wereActive.delete(strategy)) lost += 1;
          const lastMove = moves.findLast(({ taken }) => taken);
          if (intake === 'open' && (standing.kind !== 'active' || lastMove?.kind === 'pause'))
            throw new Error('open when it should not be');
        }
      }
    }
    // A walk that never arrives proves nothing.
    expect(reached).toBeGreaterThan(walks / 20);
    expect(lost).toBeGreaterThan(walks / 1_000);
  });
});

/** Holds the round against what was really attempted: each paper once filed, in order, by the right people. */
function proveRound(round: CompleteRound, strategy: Strategy, attempts: readonly Attempt[], now: number): void {
  const must = (holds: boolean, what: string): void => {
    if (!holds) throw new Error(what);
  };
  const papers = [round.purpose, round.ip, round.assessment, round.basis, round.decision, round.overview];
  const steps = ['purpose', 'ip', 'assessment', 'basis', 'decision', 'overview'];
  const places = papers.map(({ filing, by, at }, index) => {
    const mark = /#(\d+)/u.exec(JSON.stringify(filing))?.[1];
    const place = Number(mark);
    const attempt = attempts[place];
    must(attempt?.filing.step === steps[index], `${steps[index] ?? ''} was never filed`);
    must(attempt?.strategy === strategy && attempt.by === by && attempt.at === at, 'another paper');
    return place;
  });
  must(
    places.every((place, index) => index === 0 || place > (places[index - 1] ?? Infinity)),
    'out of order',
  );
  const { purpose, ip, assessment, basis, decision } = round;
  must(ip.filing.outcome === 'yes', 'the first assessment said no');
  must(decision.filing.reviewAt > now, 'past its review date');
  must(![purpose, ip, assessment, basis].some(({ by }) => by === decision.by), 'the filer decided');
  const last = places.at(-1) ?? Infinity;
  const since = attempts.slice(last + 1).filter((one) => one.strategy === strategy && one.taken);
  must(
    !since.some(({ filing }) => filing.step === 'decision' && filing.filing.outcome !== 'approved'),
    'management has said no since',
  );
}
