import type { CaseId, Snowflake } from '../../../../src/core/ids.ts';
import type { RawText } from '../../../../src/core/raw-text.ts';
import type { StaffText } from '../../../../src/core/staff-text.ts';
import { storedDossiers } from '../../../../src/flows/desk/dossiers.ts';
import { makeChangeSettings } from '../../../../src/flows/settings/change-settings.ts';
import { makeLiveMunicipalities } from '../../../../src/flows/settings/live-municipalities.ts';
import type { Change, Staff } from '../../../../src/ports.ts';
import { snowflake } from '../../../examples/cases.ts';
import { exampleConfiguration, exampleConfigured } from '../../../examples/municipality.ts';
import { guide } from '../../duty-guide/shipped-guide.ts';
import { openFlowScene } from '../scene.ts';

const { national } = await exampleConfiguration();
const configured = await exampleConfigured();

/** One conversation with snowflake(1), all the powers a flow may ask for, and what has been filed since. */
export async function openFilingScene() {
  const scene = await openFlowScene();
  await scene.receive(scene.message('hei'));
  await scene.deliverAll();
  const { id: caseId } = await scene.openCase();
  const { now, eksempelvik } = scene;

  const filed: string[] = [];
  const store: typeof scene.store = {
    ...scene.store,
    async commit(commit) {
      const outcome = await scene.store.commit(commit);
      if (outcome === 'committed') filed.push(...commit.changes.map(nameOf));
      return outcome;
    },
    async accept(entry, progress) {
      const outcome = await scene.store.accept(entry, progress);
      if (outcome === 'accepted') filed.push('inbox');
      return outcome;
    },
  };
  const live = makeLiveMunicipalities({ store, configured, onDamaged: () => undefined });
  const settings = makeChangeSettings({ now, store, live });
  const someone = (id: Snowflake, signature: string): Staff => ({
    id,
    municipalityId: eksempelvik.id,
    roles: ['dutyLead', 'caseworker', 'coordinator', 'contentProducer'],
    signature,
  });
  const kari = someone(snowflake(101), 'Kari, saksbehandler');
  const ola = someone(snowflake(102), 'Ola, vakthavende');
  let early = 2_000;
  return {
    ...scene,
    store,
    live,
    settings,
    guide,
    national,
    dossiers: storedDossiers(store),
    originals: store,
    mask: (words: RawText) => ({ text: words.reveal() as StaffText, removed: [] }),
    checkStaffText: (words: RawText) => ({ text: words.reveal() as StaffText, personalData: [] }),
    colleagues: { find: (_municipality: unknown, id: Snowflake) => Promise.resolve(id === ola.id ? ola : kari) },
    staffCopies: { remove: () => Promise.resolve(true) },
    judgePlaces: () => Promise.resolve([]),
    kari,
    ola,
    caseId,
    /** Kari's press on the case. */
    press: (cause: Snowflake, about: CaseId = caseId) => ({ cause, staff: kari, caseId: about }),
    /** The id of a press that came before the one that is tried. */
    earlier: (): Snowflake => {
      early += 1;
      return snowflake(early);
    },
    /** Everything that was filed and everything that was said since the last time, in no order. */
    async filedSince(): Promise<readonly string[]> {
      await scene.deliverAll();
      const said = scene.said.splice(0).map(({ speech }) => `said ${speech.kind}`);
      return [...filed.splice(0), ...said].toSorted();
    },
  };
}

export type FilingScene = Awaited<ReturnType<typeof openFilingScene>>;

function nameOf(change: Change): string {
  switch (change.kind) {
    case 'audit':
      return `audit ${change.entry.event}`;
    case 'queue':
      return `queue ${change.entry.dispatch.kind}`;
    case 'save-setting':
      return `setting ${change.name}`;
    case 'count':
      return `count ${change.name}`;
    default:
      return change.kind;
  }
}
