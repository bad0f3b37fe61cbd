import type { NationalContacts } from '../core/contacts/register.ts';
import type { DutyGuide } from '../core/duty-guide/guide.ts';
import type { Snowflake } from '../core/ids.ts';
import type { makeAfterCase } from '../flows/desk/after-case.ts';
import type { EnterDeskOutcome, StaffLookup } from '../flows/desk/desk-link.ts';
import type { makeAnswerGuide, makeDecide, makeSaveStep } from '../flows/desk/fill-in.ts';
import type { makeExportDossier } from '../flows/desk/export-dossier.ts';
import type { makeHold } from '../flows/desk/keep-dossier.ts';
import type { makeReadOriginals, makeUnseal } from '../flows/desk/unseal.ts';
import type { makeNoteView, makeOpenCases, makeViewDossier } from '../flows/desk/view-dossier.ts';
import type { makeSignIn } from '../flows/desk/sign-in.ts';
import type { Oidc } from './oidc.ts';
import type { Clock, Municipalities, Staff } from '../ports.ts';

/** The use cases the desk's pages may call. */
export interface DeskFlows {
  readonly enter: (token: string) => Promise<EnterDeskOutcome>;
  readonly signIn: ReturnType<typeof makeSignIn>;
  readonly view: ReturnType<typeof makeViewDossier>;
  readonly openCases: ReturnType<typeof makeOpenCases>;
  readonly noteView: ReturnType<typeof makeNoteView>;
  readonly saveStep: ReturnType<typeof makeSaveStep>;
  readonly answerGuide: ReturnType<typeof makeAnswerGuide>;
  readonly decide: ReturnType<typeof makeDecide>;
  readonly unseal: ReturnType<typeof makeUnseal>;
  readonly readOriginals: ReturnType<typeof makeReadOriginals>;
  readonly exportDossier: ReturnType<typeof makeExportDossier>;
  readonly after: ReturnType<typeof makeAfterCase>;
  /** What the team has weighed, as a PDF; nothing for somebody who may not. */
  readonly printReflections: (staff: Staff) => Promise<Uint8Array | undefined>;
  readonly hold: ReturnType<typeof makeHold>;
}

export interface DeskOptions {
  readonly now: Clock;
  readonly municipalities: Pick<Municipalities, 'find' | 'all'>;
  readonly national: NationalContacts;
  readonly guide: DutyGuide;
  readonly flows: DeskFlows;
  /** Asked at every request. */
  readonly staff: StaffLookup;
  /** What Discord shows of an account; nothing when it cannot say. */
  readonly accountName: (userId: Snowflake) => Promise<string | undefined>;
  /** The municipality has a folder reports can be put in. */
  readonly hasFolder: boolean;
  /** The municipality's own sign-in; absent: a one-time link alone lets in. */
  readonly oidc?: Oidc | undefined;
  /** Where people reach the desk, without a slash at the end. */
  readonly address: () => string;
  /** Reached over https: the cookie is kept from other connections. */
  readonly secure: boolean;
  /** Values of the Host header that are ours, e.g. `127.0.0.1:9465`. Others are refused: another name may point here. */
  readonly hosts: () => ReadonlySet<string>;
  /** Writes a fault to the log and gives a reference a person can quote. */
  readonly report: (fault: unknown) => string;
}
