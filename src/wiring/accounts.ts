import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import packageFile from '../../package.json' with { type: 'json' };
import { createAccountsActs } from '../discord/accounts-acts.ts';
import type { MadePaper } from '../discord/accounts-acts.ts';
import { createRequestActs } from '../discord/request-acts.ts';
import { makeAnswerRequests } from '../flows/data-subject/answer-requests.ts';
import { createPracticeActs } from '../discord/practice-acts.ts';
import type { Readers } from '../discord/readers.ts';
import { makeGatherBreach } from '../flows/accounts/gather-breach.ts';
import { makeGatherFacts } from '../flows/accounts/privacy-facts.ts';
import { makeShowStatistics } from '../flows/accounts/show-statistics.ts';
import { makePractise } from '../flows/practice/training.ts';
import { drawChart } from '../papers/draw-chart.ts';
import { makeMarkdown } from '../papers/make-markdown.ts';
import { makePdf } from '../papers/make-pdf.ts';
import type { Paper } from '../papers/paper.ts';
import { breachPaper } from '../papers/privacy/breach.ts';
import { privacyPaper } from '../papers/privacy/privacy-paper.ts';
import { subjectCopy } from '../papers/privacy/subject-copy.ts';
import { renderPng } from '../papers/render-png.ts';
import type { Ground } from './ground.ts';

/** What coordinators show to management, the data protection officer and the public. */
export function createAccounts(ground: Ground, readers: Readers) {
  const { now, store, live, municipalities, pseudonyms } = ground;
  return {
    accounts: createAccountsActs({
      now,
      flows: {
        showStatistics: makeShowStatistics({ now, store }),
        gatherFacts: makeGatherFacts({ now, store, live, hash: sha256 }),
        gatherBreach: makeGatherBreach({ now, store, municipalities }),
      },
      municipalities,
      readers,
      papers: {
        async privacy(kind, facts) {
          const figures = await publishedFigures();
          const { version } = packageFile;
          return made(privacyPaper(kind, { ...facts, version, ...(figures === undefined ? {} : { figures }) }));
        },
        breach: (facts) => made(breachPaper(facts)),
      },
      chart: (chart) => renderPng(drawChart(chart)),
    }),
    requests: createRequestActs({
      now,
      municipalities,
      requests: makeAnswerRequests({
        now,
        store,
        pseudonyms,
        municipalities,
        staffCopies: ground.staffCopies,
      }),
      copy: (municipality, { cases }) => made(subjectCopy({ municipality, madeAt: now(), cases })),
    }),
    practice: createPracticeActs({ flows: makePractise({ now, store }), municipalities, readers }),
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const made = async (paper: Paper): Promise<MadePaper> => ({
  title: paper.title,
  pdf: await makePdf(paper),
  markdown: makeMarkdown(paper),
});

/** Nothing where documentation does not travel with the installation. */
const publishedFigures = (): Promise<string | undefined> =>
  readFile(new URL('../../docs/figures.md', import.meta.url), 'utf8').catch(() => undefined);
