import { mayPerform } from '../../core/access.ts';
import type { CaseEntry } from '../../core/case.ts';
import type { DutyGuide } from '../../core/duty-guide/guide.ts';
import { noteAccess } from '../../core/incident/dossier.ts';
import type { ExportReceipt, Purpose } from '../../core/incident/dossier.ts';
import { buildReport } from '../../core/incident/report.ts';
import type { Report } from '../../core/incident/report.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Instant } from '../../core/time.ts';
import type { ExportFolder, Municipalities, Store } from '../../ports.ts';
import type { Refusal } from '../act-on-case.ts';
import { actOnDossier, findSubject, signedBy } from './act-on-dossier.ts';
import type { DeskAct, DeskDeps } from './act-on-dossier.ts';

/** The report as a file for people. */
export type PrintReport = (made: {
  readonly report: Report;
  readonly json: string;
  readonly hash: string;
  readonly madeAt: Instant;
  readonly language: Municipality['language'];
}) => Promise<Uint8Array>;

interface Deps extends DeskDeps {
  readonly store: Pick<Store, 'findCase' | 'commit' | 'listEntries'>;
  readonly municipalities: Pick<Municipalities, 'find'>;
  readonly guide: DutyGuide;
  /** SHA-256, hexadecimal. */
  readonly hash: (content: string | Uint8Array) => string;
  readonly print: PrintReport;
  /** The municipality's own folder; absent where none is set up. */
  readonly folder?: ExportFolder;
}

export interface ExportForm {
  readonly recipient: string;
  readonly format: 'json' | 'pdf';
  /** To the one who asks, or into the municipality's own folder, where both files are put. */
  readonly to: 'download' | 'folder';
  readonly purpose: Purpose;
}

export type ExportOutcome =
  | {
      readonly kind: 'exported';
      readonly receipt: ExportReceipt;
      readonly report: Report;
      readonly file: Uint8Array;
    }
  /** Both files are in the folder. */
  | { readonly kind: 'filed'; readonly receipt: ExportReceipt; readonly name: string }
  | { readonly kind: 'needs-recipient' | 'repeated' | 'changed-meanwhile' }
  /** Nothing was handed over, and the dossier's deadline is what it was. */
  | { readonly kind: 'folder-full' | 'folder-unavailable' | 'no-folder' }
  | Refusal;

const longestRecipient = 200;
const tries = 4;

/**
 * Purpose: hand the incident over to the municipality's own system. The receipt is kept before anything is given to the
 * one who asks, and after the files are safe in a folder; from then on the dossier lives seven days. The sealed original
 * is never part of it.
 */
export const makeExportDossier =
  (deps: Deps) =>
  async (act: DeskAct, form: ExportForm): Promise<ExportOutcome> => {
    if (!mayPerform(act.staff.roles, 'dossier.export')) return { kind: 'not-permitted' };
    if (form.recipient.trim() === '') return { kind: 'needs-recipient' };
    if (form.to === 'folder' && !deps.folder) return { kind: 'no-folder' };
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const outcome = await handOver(deps, act, form);
      if (outcome.kind !== 'changed-meanwhile') return outcome;
    }
    return { kind: 'changed-meanwhile' };
  };

async function handOver(deps: Deps, act: DeskAct, form: ExportForm): Promise<ExportOutcome> {
  const municipality = deps.municipalities.find(act.staff.municipalityId);
  const seen = await findSubject(deps, act);
  if (!municipality || !seen) return { kind: 'not-found' };
  const entries: readonly CaseEntry[] = seen.case ? await deps.store.listEntries(act.caseId) : [];
  const madeAt = deps.now();
  const by = signedBy(act.staff);
  const report = buildReport({ ...seen, entries, municipality, guide: deps.guide, by, at: madeAt });
  const json = JSON.stringify(report, undefined, 2);
  const bytes = new TextEncoder().encode(json);
  const hash = deps.hash(bytes);
  const pdf =
    form.format === 'pdf' || form.to === 'folder'
      ? await deps.print({ report, json, hash, madeAt, language: municipality.language })
      : undefined;
  const receipt: ExportReceipt = {
    at: madeAt,
    by,
    recipient: form.recipient.trim().slice(0, longestRecipient),
    format: pdf ? 'pdf' : 'json',
    hash,
    ...(pdf ? { fileHash: deps.hash(pdf) } : {}),
  };

  const name = `utekontakt-sak-${report.caseNumber}-${hash.slice(0, 12)}`;
  const filing =
    form.to === 'folder' && pdf
      ? await deps.folder?.put([
          { name: `${name}.pdf`, content: pdf },
          { name: `${name}.json`, content: bytes },
        ])
      : undefined;
  if (filing && filing.kind !== 'put') return { kind: filing.kind === 'full' ? 'folder-full' : 'folder-unavailable' };

  const outcome = await actOnDossier<{ readonly kind: 'changed-meanwhile' }>(
    deps,
    act,
    'dossier.export',
    ({ dossier, version }) =>
      version === seen.version
        ? {
            kind: 'go',
            dossier: {
              ...noteAccess(dossier, { at: madeAt, by, what: 'export', purpose: form.purpose }),
              exports: [...dossier.exports, receipt],
            },
            event: 'dossier.exported',
            details: { format: receipt.format, hash, to: form.to },
          }
        : { kind: 'changed-meanwhile' },
  );
  if (outcome.kind !== 'done' || outcome.repeated) await filing?.takeBack();
  if (outcome.kind !== 'done') return outcome;
  if (outcome.repeated) return { kind: 'repeated' };
  if (filing) return { kind: 'filed', receipt, name };
  return { kind: 'exported', receipt, report, file: pdf ?? bytes };
}
