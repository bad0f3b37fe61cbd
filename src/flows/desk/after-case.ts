import { addReferral, closingCodes, receiveReferral } from '../../core/incident/aftercare.ts';
import type { ClosingCode } from '../../core/incident/aftercare.ts';
import { queueFollowUps } from '../../core/follow-up.ts';
import type { Refusal } from '../act-on-case.ts';
import { actOnDossier, signedBy } from './act-on-dossier.ts';
import type { DeskAct, DeskDeps, DossierPlan, Subject } from './act-on-dossier.ts';
import type { Instant } from '../../core/time.ts';

export type AfterProblem =
  'needs-text' | 'too-many' | 'unknown-referral' | 'already-received' | 'not-a-code' | 'case-gone';
export type AfterOutcome = { readonly kind: 'done' } | { readonly kind: AfterProblem } | Refusal;

const longest = 200;
const tidy = (text: string): string => text.trim().slice(0, longest);
const isCode = (code: string): code is ClosingCode => (closingCodes as readonly string[]).includes(code);

/** Purpose: what remains of an incident when the conversation is over. Personal data: names of services and colleagues. */
export function makeAfterCase(deps: DeskDeps) {
  const run = async (
    act: DeskAct,
    plan: (subject: Subject, at: Instant) => DossierPlan | { readonly kind: AfterProblem },
  ): Promise<AfterOutcome> => {
    const outcome = await actOnDossier<{ readonly kind: AfterProblem }>(deps, act, 'desk.open', plan);
    return outcome.kind === 'done' ? { kind: 'done' } : outcome;
  };
  return {
    /** New contact is told to staff from now on, or no longer. */
    async recontact(act: DeskAct, on: boolean): Promise<AfterOutcome> {
      const outcome = await actOnDossier<{ readonly kind: 'case-gone' } | { readonly kind: 'as-it-is' }>(
        deps,
        act,
        'desk.open',
        ({ case: current, dossier }, at) => {
          const { recontact: before, ...rest } = dossier;
          if (on === (before !== undefined)) return { kind: 'as-it-is' };
          if (!on) return { kind: 'go', dossier: rest, event: 'dossier.recontact-off' };
          if (!current) return { kind: 'case-gone' };
          const recontact = { sender: current.sender, by: signedBy(act.staff), at };
          return { kind: 'go', dossier: { ...rest, recontact }, event: 'dossier.recontact-on' };
        },
      );
      return outcome.kind === 'done' || outcome.kind === 'as-it-is' ? { kind: 'done' } : outcome;
    },
    async refer(act: DeskAct, given: string): Promise<AfterOutcome> {
      const to = tidy(given);
      if (to === '') return { kind: 'needs-text' };
      return run(act, ({ dossier }, at) => {
        const referral = { id: act.once, to, by: signedBy(act.staff), at };
        const adding = addReferral(dossier, referral);
        if (adding.kind !== 'added') return adding;
        const { caseId, caseNumber, municipalityId } = dossier;
        const lane = deps.pseudonyms.lane('case', `${caseId}:follow`);
        const about = { cause: `d${act.once}`, lane, municipalityId, caseId, caseNumber, at };
        const reminders = queueFollowUps(about, { kind: 'referral', id: referral.id });
        return {
          kind: 'go',
          dossier: adding.dossier,
          event: 'dossier.referred',
          more: reminders.map((entry) => ({ kind: 'queue', entry }) as const),
        };
      });
    },
    async receive(act: DeskAct, id: string, given: string): Promise<AfterOutcome> {
      const name = tidy(given);
      if (name === '') return { kind: 'needs-text' };
      return run(act, ({ dossier }, at) => {
        const receiving = receiveReferral(dossier, id, { name, by: signedBy(act.staff), at });
        return receiving.kind === 'received'
          ? { kind: 'go', dossier: receiving.dossier, event: 'dossier.referral-received' }
          : receiving;
      });
    },
    close: (act: DeskAct, code: string): Promise<AfterOutcome> =>
      run(act, ({ dossier }, at) =>
        isCode(code)
          ? {
              kind: 'go',
              dossier: { ...dossier, closing: { code, by: signedBy(act.staff), at } },
              event: 'dossier.closing-code',
              details: { code },
            }
          : { kind: 'not-a-code' },
      ),
    async debrief(act: DeskAct, given: string): Promise<AfterOutcome> {
      const colleague = tidy(given);
      if (colleague === '') return { kind: 'needs-text' };
      return run(act, ({ dossier }, at) => ({
        kind: 'go',
        dossier: {
          ...dossier,
          debriefs: [...(dossier.debriefs ?? []), { colleague, by: signedBy(act.staff), at }].slice(-20),
        },
        event: 'dossier.debriefed',
      }));
    },
  };
}
