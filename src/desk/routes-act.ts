import type { FastifyInstance } from 'fastify';
import { stepAfter } from '../core/incident/fill-in.ts';
import { isStepId } from '../core/incident/steps.ts';
import type { DeskAct } from '../flows/desk/act-on-dossier.ts';
import { isAcute, unsealingNow } from '../flows/desk/unseal.ts';
import type { UnsealOutcome } from '../flows/desk/unseal.ts';
import type { DecideOutcome } from '../flows/desk/fill-in.ts';
import type { ExportOutcome } from '../flows/desk/export-dossier.ts';
import type { HoldOutcome } from '../flows/desk/keep-dossier.ts';
import { caseRoutes } from './case-routes.ts';
import type { DeskOptions } from './desk.ts';
import { actOf, send } from './gate.ts';
import type { Gate } from './gate.ts';
import { guidePage } from './pages/guide.ts';
import { caseAddress, notice } from './pages/layout.ts';
import type { Viewer } from './pages/layout.ts';
import { originalPage, readOriginalPage } from './pages/original.ts';
import { reportPage } from './pages/report.ts';
import { stepPage } from './pages/step.ts';
import { postedOf } from './posted.ts';
import { fileName } from './report-paper.ts';

/** Everything that changes something. What a person typed is shown again whenever it was not taken. */
export function addActRoutes(app: FastifyInstance, options: DeskOptions, gate: Gate): void {
  const onCase = caseRoutes(app, gate);
  const { now, guide, national, flows, hasFolder } = options;

  onCase.post('/sak/:id/steg/:step', async (at, reply, request) => {
    const { step: id = '' } = request.params as { readonly step?: string };
    if (!isStepId(id)) return send(reply, notice(at.viewer.texts.notFound, at.viewer), 404);
    const posted = postedOf(request);
    const basedOn = Number(posted['basedOn']);
    const outcome = await flows.saveStep(actOf(at, request), id, posted, Number.isInteger(basedOn) ? basedOn : 0);
    const form = { about: at.subject.dossier, id, viewer: at.viewer };
    switch (outcome.kind) {
      case 'saved': {
        const isMasked = outcome.removed.length > 0;
        const next = posted['videre'] !== undefined && !isMasked ? stepAfter(id, guide, outcome.dossier) : undefined;
        const onTo = next === undefined ? '' : `/steg/${next}`;
        return reply.redirect(`${caseAddress(at.caseId)}${onTo}?lagret=${id}${isMasked ? '&maskert=1' : ''}`, 303);
      }
      case 'faulty':
        return send(reply, stepPage({ ...form, shown: outcome.read, basedOn }), 422);
      case 'changed-meanwhile': {
        const { theirs, read } = outcome;
        return send(reply, stepPage({ ...form, shown: read, basedOn: theirs.version, theirs }), 409);
      }
      case 'not-open':
        return send(
          reply,
          notice({ title: at.viewer.texts.steps[id].title, text: at.viewer.texts.step.notOpen }, at.viewer),
          403,
        );
      case 'not-found':
      case 'not-permitted':
        return send(reply, notice(at.viewer.texts.notFound, at.viewer), 404);
    }
  });

  onCase.post('/sak/:id/neste-steg', async (at, reply, request) => {
    const answers = Object.fromEntries(
      Object.entries(postedOf(request)).flatMap(([name, value]) =>
        name.startsWith('svar.') ? [[name.slice('svar.'.length), value]] : [],
      ),
    );
    const outcome = await flows.answerGuide(actOf(at, request), answers);
    if (outcome.kind === 'answered') return reply.redirect(caseAddress(at.caseId, 'guide'), 303);
    return send(
      reply,
      guidePage({ ...at, guide, national, now: now(), problem: at.viewer.texts.guide.notAnAnswer }),
      422,
    );
  });

  onCase.post('/sak/:id/beslutning', async (at, reply, request) => {
    const { card = '', follows = '', reason = '', secondAssessment = '' } = postedOf(request);
    const typed = { follows: follows === 'yes', reason, secondAssessment };
    const outcome = await flows.decide(actOf(at, request), { cardId: card, ...typed });
    if (outcome.kind === 'decided') return reply.redirect(caseAddress(at.caseId, 'guide'), 303);
    return send(
      reply,
      guidePage({ ...at, guide, national, now: now(), typed, problem: decisionProblem(outcome, at.viewer) }),
      422,
    );
  });

  const originalForms = {
    be: (act: DeskAct, reason: string) => flows.unseal.ask(act, reason),
    godkjenn: (act: DeskAct) => flows.unseal.grant(act),
    alene: (act: DeskAct, reason: string) => flows.unseal.alone(act, reason),
  } as const;
  for (const [name, run] of Object.entries(originalForms)) {
    onCase.post(`/sak/:id/original/${name}`, async (at, reply, request) => {
      const outcome = await run(actOf(at, request), postedOf(request)['reason'] ?? '');
      const problem = unsealProblem(outcome, at.viewer);
      if (problem === undefined) return reply.redirect(caseAddress(at.caseId, 'original'), 303);
      const time = now();
      const shown = { dossier: at.subject.dossier, unsealing: unsealingNow(at.subject, time), now: time };
      return send(
        reply,
        originalPage({ ...shown, staffId: at.staff.id, acute: isAcute(at.subject), viewer: at.viewer, problem }),
        409,
      );
    });
  }

  onCase.post('/sak/:id/original/les', async (at, reply, request) => {
    const outcome = await flows.readOriginals(actOf(at, request), at.purpose);
    if (outcome.kind !== 'opened') return reply.redirect(caseAddress(at.caseId, 'original'), 303);
    return send(reply, readOriginalPage(at.subject.dossier, outcome.originals, at.viewer));
  });

  onCase.post('/sak/:id/rapport', async (at, reply, request) => {
    const { recipient = '', format } = postedOf(request);
    const form = {
      recipient,
      format: format === 'json' ? 'json' : 'pdf',
      to: format === 'folder' ? 'folder' : 'download',
      purpose: at.purpose,
    } as const;
    const outcome = await flows.exportDossier(actOf(at, request), form);
    switch (outcome.kind) {
      case 'exported': {
        const { report, file, receipt } = outcome;
        const ending = receipt.format === 'pdf' ? 'pdf' : 'json';
        return reply
          .type(ending === 'pdf' ? 'application/pdf' : 'application/json; charset=utf-8')
          .header('content-disposition', `attachment; filename="${fileName(report.caseNumber, ending)}"`)
          .send(file);
      }
      case 'filed':
        return reply.redirect(`${caseAddress(at.caseId, 'report')}?lagt=${outcome.name}`, 303);
      default: {
        const { dossier } = at.subject;
        const shown = { dossier, staffId: at.staff.id, viewer: at.viewer, hasFolder };
        const full = outcome.kind === 'folder-full' || outcome.kind === 'folder-unavailable';
        return send(reply, reportPage({ ...shown, problem: exportProblem(outcome, at.viewer) }), full ? 507 : 422);
      }
    }
  });

  const holdForms = {
    behold: (act: DeskAct, reason: string) => flows.hold.ask(act, reason),
    'behold-godkjenn': (act: DeskAct) => flows.hold.confirm(act),
    'behold-slutt': (act: DeskAct) => flows.hold.release(act),
  } as const;
  for (const [name, run] of Object.entries(holdForms)) {
    onCase.post(`/sak/:id/rapport/${name}`, async (at, reply, request) => {
      const problem = holdProblem(await run(actOf(at, request), postedOf(request)['holdReason'] ?? ''), at.viewer);
      if (problem === undefined) return reply.redirect(caseAddress(at.caseId, 'report'), 303);
      const { dossier } = at.subject;
      return send(reply, reportPage({ dossier, staffId: at.staff.id, viewer: at.viewer, problem, hasFolder }), 409);
    });
  }
}

function decisionProblem({ kind }: Exclude<DecideOutcome, { kind: 'decided' }>, { texts }: Viewer): string {
  switch (kind) {
    case 'needs-reason':
      return texts.guide.needsReason;
    case 'needs-second-assessment':
      return texts.guide.needsSecond;
    case 'not-settled':
      return texts.guide.notSettled;
    case 'other-card':
      return texts.guide.otherCard;
    case 'not-found':
    case 'not-permitted':
      return texts.notFound.text;
  }
}

function unsealProblem({ kind }: UnsealOutcome, { texts }: Viewer): string | undefined {
  switch (kind) {
    case 'asked':
    case 'granted':
      return undefined;
    case 'needs-reason':
      return texts.original.needsReason;
    case 'not-found':
    case 'not-permitted':
      return texts.notFound.text;
    default:
      return texts.original.problems[kind];
  }
}

function holdProblem({ kind }: HoldOutcome, { texts }: Viewer): string | undefined {
  switch (kind) {
    case 'asked':
    case 'confirmed':
    case 'released':
      return undefined;
    case 'needs-reason':
      return texts.report.holdNeedsReason;
    case 'same-person':
      return texts.report.samePerson;
    case 'nothing-asked':
      return texts.report.nothingAsked;
    case 'already-asked':
      return texts.report.alreadyAsked;
    case 'not-found':
    case 'not-permitted':
      return texts.notFound.text;
  }
}

function exportProblem({ kind }: Exclude<ExportOutcome, { kind: 'exported' | 'filed' }>, { texts }: Viewer): string {
  switch (kind) {
    case 'needs-recipient':
      return texts.report.needsRecipient;
    case 'repeated':
      return texts.report.repeated;
    case 'changed-meanwhile':
      return texts.report.busy;
    case 'folder-full':
      return texts.report.folderFull;
    case 'folder-unavailable':
    case 'no-folder':
      return texts.report.folderUnavailable;
    case 'not-found':
    case 'not-permitted':
      return texts.notFound.text;
  }
}
