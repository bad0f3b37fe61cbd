import { createHash } from 'node:crypto';
import type { DutyGuide } from '../core/duty-guide/guide.ts';
import type { StaffTextMask } from '../core/staff-text.ts';
import type { DeskFlows } from '../desk/desk.ts';
import { reflectionsPaper } from '../desk/reflections-paper.ts';
import { reportPaper } from '../desk/report-paper.ts';
import { makeAfterCase } from '../flows/desk/after-case.ts';
import { makeEnterDesk } from '../flows/desk/desk-link.ts';
import type { DeskTokens, StaffLookup } from '../flows/desk/desk-link.ts';
import type { Dossiers } from '../flows/desk/dossiers.ts';
import { makeExportDossier } from '../flows/desk/export-dossier.ts';
import type { PrintReport } from '../flows/desk/export-dossier.ts';
import { makeAnswerGuide, makeDecide, makeSaveStep } from '../flows/desk/fill-in.ts';
import { makeHold } from '../flows/desk/keep-dossier.ts';
import { makeSignIn } from '../flows/desk/sign-in.ts';
import { makeReadOriginals, makeUnseal } from '../flows/desk/unseal.ts';
import type { Originals } from '../flows/desk/unseal.ts';
import { makeNoteView, makeOpenCases, makeViewDossier } from '../flows/desk/view-dossier.ts';
import { makeListReflections } from '../flows/team/reflect.ts';
import { makePdf } from '../papers/make-pdf.ts';
import type { Clock, ExportFolder, Municipalities, Pseudonyms, Store } from '../ports.ts';

export interface DeskPowers {
  readonly now: Clock;
  readonly store: Pick<Store, 'findCase' | 'commit' | 'listEntries' | 'listOpenCases' | 'findSetting' | 'findDossier'>;
  readonly originals: Originals;
  readonly dossiers: Dossiers;
  readonly tokens: DeskTokens;
  readonly pseudonyms: Pick<Pseudonyms, 'lane'>;
  readonly municipalities: Pick<Municipalities, 'find' | 'all'>;
  readonly guide: DutyGuide;
  /** Guards the steps that are shown in Discord. */
  readonly mask: StaffTextMask;
  /** The municipality's own folder for reports; absent where none is set up. */
  readonly folder?: ExportFolder | undefined;
  /** Something was queued for Discord: look now. */
  readonly onQueued: () => void;
}
const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

const printReport =
  (guide: DutyGuide): PrintReport =>
  (made) =>
    makePdf(reportPaper({ ...made, guide }));

/** The use cases of the desk, with their powers. */
export function deskFlows(options: DeskPowers, staff: StaffLookup): DeskFlows {
  const { now, store, originals, dossiers, tokens, pseudonyms, municipalities, guide, onQueued } = options;
  const deps = { now, store, dossiers, pseudonyms, guide };
  const unseal = makeUnseal(deps);
  const reflections = makeListReflections({ now, store });
  const waking = async <Outcome>(work: Promise<Outcome>): Promise<Outcome> => {
    try {
      return await work;
    } finally {
      onQueued();
    }
  };
  const saveStep = makeSaveStep({ ...deps, municipalities, mask: options.mask });
  return {
    enter: makeEnterDesk({ now, store, tokens, staff }),
    signIn: makeSignIn({ now, store, tokens, staff, municipalities }),
    openCases: makeOpenCases({ store }),
    view: makeViewDossier(deps),
    noteView: makeNoteView(deps),
    saveStep: (...filled) => waking(saveStep(...filled)),
    answerGuide: makeAnswerGuide(deps),
    decide: makeDecide(deps),
    unseal: {
      ask: (act, reason) => waking(unseal.ask(act, reason)),
      grant: (act) => waking(unseal.grant(act)),
      alone: (act, reason) => waking(unseal.alone(act, reason)),
    },
    readOriginals: makeReadOriginals({ ...deps, originals }),
    exportDossier: makeExportDossier({
      ...deps,
      municipalities,
      hash: sha256,
      print: printReport(guide),
      ...(options.folder ? { folder: options.folder } : {}),
    }),
    after: makeAfterCase(deps),
    hold: makeHold(deps),
    async printReflections(viewer) {
      const [listed, municipality] = [await reflections.list(viewer), municipalities.find(viewer.municipalityId)];
      if (listed.kind !== 'listed' || !municipality) return undefined;
      return makePdf(reflectionsPaper(listed.reflections, municipality, now()));
    },
  };
}
