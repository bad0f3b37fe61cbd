import type { FastifyInstance } from 'fastify';
import type { DeskAct } from '../flows/desk/act-on-dossier.ts';
import type { AfterOutcome } from '../flows/desk/after-case.ts';
import { caseRoutes } from './case-routes.ts';
import type { DeskOptions } from './desk.ts';
import { actOf, send } from './gate.ts';
import type { Gate } from './gate.ts';
import { afterPage } from './pages/after.ts';
import { caseAddress } from './pages/layout.ts';
import type { Viewer } from './pages/layout.ts';
import { timelinePage } from './pages/timeline.ts';
import { postedOf } from './posted.ts';

/** What remains when the conversation is over. */
export function addAfterRoutes(app: FastifyInstance, { flows: { after } }: DeskOptions, gate: Gate): void {
  const onCase = caseRoutes(app, gate);
  onCase.get('/sak/:id/etterarbeid', async (at, reply, request) => {
    await gate.noteSeen(at, 'after-care');
    const done = (request.query as { readonly lagret?: string }).lagret !== undefined;
    return send(reply, afterPage({ ...at, done }));
  });

  onCase.get('/sak/:id/tidslinje', async (at, reply) => {
    await gate.noteSeen(at, 'timeline');
    return send(reply, timelinePage(at.subject, at.entries, at.viewer));
  });

  type Posted = Readonly<Record<string, string>>;
  const forms: Readonly<Record<string, (act: DeskAct, posted: Posted) => Promise<AfterOutcome>>> = {
    'ny-kontakt': (act) => after.recontact(act, true),
    'ny-kontakt-av': (act) => after.recontact(act, false),
    henvis: (act, { to = '' }) => after.refer(act, to),
    mottatt: (act, { referral = '', ...posted }) => after.receive(act, referral, posted[`name-${referral}`] ?? ''),
    slutt: (act, { code = '' }) => after.close(act, code),
    snakk: (act, { colleague = '' }) => after.debrief(act, colleague),
  };
  for (const [name, run] of Object.entries(forms)) {
    onCase.post(`/sak/:id/etterarbeid/${name}`, async (at, reply, request) => {
      const typed = postedOf(request);
      const problem = problemOf(await run(actOf(at, request), typed), at.viewer);
      return problem === undefined
        ? reply.redirect(`${caseAddress(at.caseId, 'after')}?lagret=1`, 303)
        : send(reply, afterPage({ ...at, problem, typed }), 422);
    });
  }
}

function problemOf({ kind }: AfterOutcome, { texts: { after: texts, notFound } }: Viewer): string | undefined {
  switch (kind) {
    case 'done':
      return undefined;
    case 'needs-text':
      return texts.needsText;
    case 'not-found':
    case 'not-permitted':
      return notFound.text;
    default:
      return texts.problems[kind];
  }
}
