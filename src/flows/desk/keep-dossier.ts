import { askForHold, confirmHold, noteAccess, releaseHold } from '../../core/incident/dossier.ts';
import type { ExportReceipt, Holding, Purpose } from '../../core/incident/dossier.ts';
import { buildReport } from '../../core/incident/report.ts';
import type { Report } from '../../core/incident/report.ts';
import type { CaseEntry } from '../../core/case.ts';
import type { DutyGuide } from '../../core/duty-guide/guide.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Instant } from '../../core/time.ts';
import type { Municipalities, Store } from '../../ports.ts';
import type { Refusal } from '../act-on-case.ts';
import { actOnDossier, signedBy } from './act-on-dossier.ts';
import type { DeskAct, DeskDeps, DossierPlan, Subject } from './act-on-dossier.ts';

export type HoldOutcome = Pick<Holding, 'kind'> | { readonly kind: 'needs-reason' } | Refusal;

const longestReason = 2_000;
const longestRecipient = 200;

/** Purpose: keep a dossier beyond its deadline, by two persons; or let it go again. */
export function makeHold(deps: DeskDeps) {
  const run = async (act: DeskAct, change: (subject: Subject, at: Instant) => Holding): Promise<HoldOutcome> => {
    let done: Holding['kind'] = 'nothing-asked';
    const outcome = await actOnDossier<Pick<Holding, 'kind'>>(deps, act, 'dossier.hold', (subject, at) => {
      const holding = change(subject, at);
      done = holding.kind;
      return 'dossier' in holding
        ? ({ kind: 'go', dossier: holding.dossier, event: `dossier.hold-${holding.kind}` } satisfies DossierPlan)
        : holding;
    });
    return outcome.kind === 'done' ? { kind: done } : outcome;
  };
  return {
    async ask(act: DeskAct, given: string): Promise<HoldOutcome> {
      const reason = given.trim().slice(0, longestReason);
      if (reason === '') return { kind: 'needs-reason' };
      return run(act, ({ dossier }, at) => askForHold(dossier, signedBy(act.staff), reason, at));
    },
    confirm: (act: DeskAct): Promise<HoldOutcome> =>
      run(act, ({ dossier }, at) => confirmHold(dossier, signedBy(act.staff), at)),
    release: (act: DeskAct): Promise<HoldOutcome> => run(act, ({ dossier }) => releaseHold(dossier)),
  };
}

interface ExportDeps extends DeskDeps {
  readonly store: Pick<Store, 'findCase' | 'commit' | 'listEntries'>;
  readonly municipalities: Pick<Municipalities, 'find'>;
  readonly guide: DutyGuide;
  /** SHA-256 of UTF-8 text, hexadecimal. */
  readonly hash: (text: string) => string;
}

export type ExportOutcome =
  | {
      readonly kind: 'exported';
      readonly receipt: ExportReceipt;
      readonly report: Report;
      /** The very text the receipt's hash is of. */
      readonly json: string;
      readonly municipality: Municipality;
    }
  | { readonly kind: 'needs-recipient' | 'repeated' }
  | Refusal;

/**
 * Purpose: hand the incident over to the municipality's own system. The receipt is kept before anything leaves; from then
 * on the dossier lives seven days. The sealed original is never part of it.
 */
export const makeExportDossier =
  (deps: ExportDeps) =>
  async (
    act: DeskAct,
    form: { readonly recipient: string; readonly format: ExportReceipt['format']; readonly purpose: Purpose },
  ): Promise<ExportOutcome> => {
    const recipient = form.recipient.trim().slice(0, longestRecipient);
    if (recipient === '') return { kind: 'needs-recipient' };
    const municipality = deps.municipalities.find(act.staff.municipalityId);
    if (!municipality) return { kind: 'not-found' };
    const entries: readonly CaseEntry[] = await deps.store.listEntries(act.caseId);
    let made: Omit<Extract<ExportOutcome, { kind: 'exported' }>, 'kind'> | undefined;
    const outcome = await actOnDossier<never>(deps, act, 'dossier.export', (subject, at) => {
      const by = signedBy(act.staff);
      const report = buildReport({ ...subject, entries, municipality, guide: deps.guide, by, at });
      const json = JSON.stringify(report, undefined, 2);
      const receipt: ExportReceipt = { at, by, recipient, format: form.format, hash: deps.hash(json) };
      made = { receipt, report, json, municipality };
      const seen = noteAccess(subject.dossier, { at, by, what: 'export', purpose: form.purpose });
      return {
        kind: 'go',
        dossier: { ...seen, exports: [...seen.exports, receipt] },
        event: 'dossier.exported',
        details: { format: form.format, hash: receipt.hash },
      };
    });
    if (outcome.kind !== 'done') return outcome;
    if (outcome.repeated) return { kind: 'repeated' };
    return made ? { kind: 'exported', ...made } : { kind: 'not-found' };
  };
