import type { FastifyInstance } from 'fastify';
import { receivedOf } from '../core/incident/report.ts';
import { isStepId } from '../core/incident/steps.ts';
import type { StepId, StepValues } from '../core/incident/steps.ts';
import { openSteps, shownValues } from '../core/incident/fill-in.ts';
import { isAcute, unsealingNow } from '../flows/desk/unseal.ts';
import { caseRoutes } from './case-routes.ts';
import type { DeskOptions } from './desk.ts';
import { send } from './gate.ts';
import type { AtCase, Gate } from './gate.ts';
import { accessesPage } from './pages/accesses.ts';
import { conversationPage } from './pages/conversation.ts';
import { guidePage } from './pages/guide.ts';
import { notice } from './pages/layout.ts';
import { originalPage } from './pages/original.ts';
import { overviewPage } from './pages/overview.ts';
import { reportPage } from './pages/report.ts';
import { startPage } from './pages/start.ts';
import { stepPage } from './pages/step.ts';

/** Steps that say who the young person is. */
const identifying: ReadonlySet<StepId> = new Set(['identity', 'kripos', 'adults']);

/** The pages of a case. Each is logged as seen before it is shown. */
export function addReadRoutes(app: FastifyInstance, options: DeskOptions, gate: Gate): void {
  const onCase = caseRoutes(app, gate);
  const { now, guide, national, accountName, hasFolder, flows } = options;

  app.get('/', async (request, reply) => {
    const visitor = await gate.signed(request, reply);
    if (!visitor) return reply;
    return send(reply, startPage(await flows.openCases(visitor.staff), visitor.viewer));
  });

  app.get('/navigasjonshjulet.pdf', async (request, reply) => {
    const visitor = await gate.signed(request, reply);
    if (!visitor) return reply;
    const file = await flows.printReflections(visitor.staff);
    return file
      ? reply
          .type('application/pdf')
          .header('content-disposition', 'attachment; filename="navigasjonshjulet.pdf"')
          .send(file)
      : send(reply, notice(visitor.viewer.texts.refused, visitor.viewer), 403);
  });

  onCase.get('/sak/:id', async (at, reply, request) => {
    const { subject, entries, municipality, viewer } = at;
    const received = receivedOf(subject.case, entries, municipality);
    const { lagret, maskert } = request.query as { readonly lagret?: string; readonly maskert?: string };
    const saved = lagret === undefined ? undefined : maskert === undefined ? 'saved' : 'masked';
    return send(reply, overviewPage({ subject, received, guide, national, viewer, saved }));
  });

  onCase.get('/sak/:id/neste-steg', async (at, reply) => {
    const { subject, municipality, viewer } = at;
    if (subject.dossier.steps.identity) await gate.noteSeen(at, 'identity');
    return send(reply, guidePage({ subject, guide, municipality, national, viewer, now: now() }));
  });

  onCase.get('/sak/:id/samtale', async (at, reply) => {
    await gate.noteSeen(at, 'conversation');
    return send(reply, conversationPage(at.subject.dossier, at.entries, at.viewer));
  });

  onCase.get('/sak/:id/original', async (at, reply) => {
    const { subject, viewer, staff } = at;
    const time = now();
    const unsealing = unsealingNow(subject, time);
    const { dossier } = subject;
    return send(
      reply,
      originalPage({ dossier, unsealing, staffId: staff.id, acute: isAcute(subject), now: time, viewer }),
    );
  });

  onCase.get('/sak/:id/rapport', async (at, reply, request) => {
    const { subject, viewer, staff } = at;
    const { lagt } = request.query as { readonly lagt?: string };
    // Only a name of ours is shown: the address is anybody's to write.
    const done =
      lagt !== undefined && /^utekontakt-sak-\d+-[0-9a-f]{12}$/u.test(lagt)
        ? viewer.texts.report.filed(lagt)
        : undefined;
    return send(reply, reportPage({ dossier: subject.dossier, staffId: staff.id, viewer, hasFolder, done }));
  });

  onCase.get('/sak/:id/innsyn', async (at, reply) => {
    await gate.noteSeen(at, 'access-log');
    return send(reply, accessesPage(at.subject.dossier, at.viewer));
  });

  onCase.get('/sak/:id/steg/:step', async (at, reply, request) => {
    const { step: id = '' } = request.params as { readonly step?: string };
    const { dossier } = at.subject;
    if (!isStepId(id)) return send(reply, notice(at.viewer.texts.notFound, at.viewer), 404);
    if (!openSteps(guide, dossier).includes(id))
      return send(
        reply,
        notice({ title: at.viewer.texts.steps[id].title, text: at.viewer.texts.step.notOpen }, at.viewer),
        403,
      );
    if (identifying.has(id)) await gate.noteSeen(at, 'identity');
    const saved = dossier.steps[id];
    const shown = { values: saved ? saved.values : await firstValues(id, at), faults: {} };
    const { lagret } = request.query as { readonly lagret?: string };
    const before = lagret !== undefined && isStepId(lagret) ? lagret : undefined;
    return send(
      reply,
      stepPage({ about: dossier, id, shown, basedOn: saved?.version ?? 0, before, viewer: at.viewer }),
    );
  });

  /** What a step holds before anybody has saved it. */
  async function firstValues(id: StepId, { subject, viewer }: AtCase): Promise<StepValues> {
    if (id === 'kripos') return { ip: viewer.texts.step.ipDefault };
    if (id !== 'identity' || !subject.case) return shownValues(id, subject.dossier, subject.case);
    const name = await accountName(subject.case.senderId);
    return name === undefined ? {} : { username: name };
  }
}
