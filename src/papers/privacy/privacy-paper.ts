import type { Paper } from '../paper.ts';
import { dpiaPaper } from './dpia.ts';
import type { PaperKind } from '../../core/paper-kinds.ts';
import type { PrivacyFacts } from './facts.ts';
import { protocolPaper } from './protocol.ts';
import { routinePaper } from './routine.ts';
import { statementPaper } from './statement.ts';

const makers: Readonly<Record<PaperKind, (facts: PrivacyFacts) => Paper>> = {
  protokoll: protocolPaper,
  dpia: dpiaPaper,
  erklaering: statementPaper,
  rutine: routinePaper,
};

/** A privacy paper from what is in force. */
export const privacyPaper = (kind: PaperKind, facts: PrivacyFacts): Paper => makers[kind](facts);
