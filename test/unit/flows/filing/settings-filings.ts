import { asCurrent } from '../../../../src/core/settings/municipality-document.ts';
import { permittedActs } from '../../../../src/core/settings/permitted-acts.ts';
import { prefill } from '../../../../src/core/setup/prefill.ts';
import { sections } from '../../../../src/core/setup/sections.ts';
import type { TrialFigures } from '../../../../src/core/triage/trial.ts';
import { makeProfileActs } from '../../../../src/flows/apply-profile.ts';
import { readProposal } from '../../../../src/flows/settings/proposal-record.ts';
import { makeTwoPersons } from '../../../../src/flows/settings/two-persons.ts';
import { makeSaveSection } from '../../../../src/flows/setup/save-section.ts';
import { makeSeeTestPost } from '../../../../src/flows/setup/see-test-post.ts';
import { makeReword } from '../../../../src/flows/texts/reword.ts';
import { makeChangeTriage } from '../../../../src/flows/triage/change-triage.ts';
import { ownTextKeys } from '../../../../src/i18n/check-wording.ts';
import { setupTexts } from '../../../../src/i18n/setup.ts';
import type { FilingScene } from './filing-scene.ts';
import type { Filing } from './filing.ts';

const twoPersons = (at: FilingScene) => makeTwoPersons({ ...at, confirmChange: at.settings.confirmChange });
const asked = (at: FilingScene) => twoPersons(at).ask({ cause: at.earlier(), staff: at.ola }, permittedActs[0]);
/** Something Ola wants that Kari must agree to. */
const proposed = (at: FilingScene) =>
  at.settings.changeSettings({
    staff: at.ola,
    cause: at.earlier(),
    basedOn: 0,
    set: { language: 'nn' },
    byTwo: true,
  });
/** Kari's answer to the proposal that stands now. */
async function answering(at: FilingScene, agrees: boolean) {
  const { version } = await readProposal(at.store, at.eksempelvik.id, at.now());
  return (cause: Parameters<FilingScene['press']>[0]) => twoPersons(at).decide(at.press(cause), version, agrees);
}

const rewording = (at: FilingScene) =>
  makeReword({
    ...at,
    municipalities: { find: (id) => at.live.find(id)?.municipality },
    checkWording: () => [],
  });
const place = { language: 'nb', key: ownTextKeys[0] ?? '' } as const;

const share = { k: 90, n: 100 };
const figures: TrialFigures = {
  acuteAny: share,
  acuteSeriousOrHigher: share,
  seriousAny: share,
  concernAny: share,
  falseHard: share,
  falsePlain: share,
};
const changingTriage = (at: FilingScene) =>
  makeChangeTriage({
    ...at.settings,
    inForce: (id) => at.live.find(id)?.municipality.triage,
    trial: {
      run: () => Promise.resolve({ figures, sentences: [] }),
      assess: () => Promise.resolve(undefined),
    },
  });

/** What a coordinator sets, alone or with another. */
export const settingsFilings: readonly Filing[] = [
  ...sections.map((section): Filing => ({
    from: 'setup-form-sent',
    which: section,
    anew: 'written anew',
    ready(at) {
      const current = at.live.find(at.eksempelvik.id);
      const proposals = { duties: setupTexts.duties, national: at.national.contacts };
      const fields = prefill(section, current ? asCurrent(current.document) : {}, proposals);
      const save = makeSaveSection({
        ...at,
        changeSettings: at.settings.changeSettings,
        inspect: () => Promise.resolve([]),
        national: at.national.contacts,
      });
      return (cause) => save(at.press(cause), section, fields);
    },
  })),
  {
    from: 'setup-seen',
    ready: (at) => (cause) => makeSeeTestPost(at)(at.press(cause), at.eksempelvik.staffChannelId),
  },
  { from: 'setup-ask', ready: (at) => (cause) => twoPersons(at).ask(at.press(cause), permittedActs[0]) },
  {
    from: 'setup-decide',
    which: 'confirm something on the machine',
    async ready(at) {
      await asked(at);
      return answering(at, true);
    },
  },
  {
    from: 'setup-decide',
    which: 'confirm a setting',
    async ready(at) {
      await proposed(at);
      return answering(at, true);
    },
  },
  {
    from: 'setup-decide',
    which: 'withdraw',
    async ready(at) {
      await proposed(at);
      return answering(at, false);
    },
  },
  {
    from: 'triage-confirm',
    async ready(at) {
      const { propose, confirm } = changingTriage(at);
      const outcome = await propose(at.kari, { kind: 'rule', rule: 'bullying.hint', on: false });
      if (outcome.kind !== 'proposed') throw new Error(outcome.kind);
      return (cause) => confirm(at.kari, cause, outcome.proposal);
    },
  },
  {
    from: 'text-use',
    ready: (at) => (cause) => rewording(at).reword(at.press(cause), place, 'Egne ord.'),
  },
  {
    from: 'text-restore',
    async ready(at) {
      await rewording(at).reword(at.press(at.earlier()), place, 'Første ordlyd.');
      await rewording(at).reword(at.press(at.earlier()), place, 'Andre ordlyd.');
      return (cause) => rewording(at).restore(at.press(cause), place, 1);
    },
  },
  {
    from: 'profile-apply',
    anew: 'done again in Discord',
    ready: (at) => (cause) =>
      makeProfileActs({
        ...at,
        profiles: { shown: () => Promise.resolve(undefined), apply: () => Promise.resolve('applied') },
        pictures: () => Promise.resolve({}),
        standardBio: () => 'Oppdiktet',
      }).applyProfile(at.press(cause)),
  },
];
