import packageFile from '../../package.json' with { type: 'json' };
import { createApprovalActs } from '../discord/approval-acts.ts';
import { createCaseActs } from '../discord/case-acts.ts';
import { createCaseCommandActs } from '../discord/case-command-acts.ts';
import { createCaseWorkActs } from '../discord/case-work-acts.ts';
import { createChoiceActs } from '../discord/choice-acts.ts';
import { createDataSubjectActs } from '../discord/data-subject-acts.ts';
import { createDutyActs } from '../discord/duty-acts.ts';
import { createEntrance } from '../discord/entrance.ts';
import { createPublicCards } from '../discord/public-cards.ts';
import { createGuideActs } from '../discord/guide-acts.ts';
import { createHeld } from '../discord/held.ts';
import { createIncidentActs } from '../discord/incident-acts.ts';
import { createDoctorActs } from '../discord/doctor-acts.ts';
import { createSetupActs } from '../discord/setup-acts.ts';
import { createReplyActs } from '../discord/reply-acts.ts';
import { createStandardTextActs } from '../discord/standard-text-acts.ts';
import { createShowTyping } from '../discord/show-typing.ts';
import { createReaders } from '../discord/readers.ts';
import { makeCardPlaces } from '../flows/card-places.ts';
import { createWritingNow } from '../flows/writing-now.ts';
import { prepareApp } from '../roles/app.ts';
import type { PreparedApp } from '../roles/app.ts';
import { reference } from '../system/chance.ts';
import { describeFault } from '../system/fault.ts';
import { askPatiently } from './ask-patiently.ts';
import { dutyGuide } from './duty-guide.ts';
import { createAccounts } from './accounts.ts';
import { createReflection } from './reflection.ts';
import { createFlows } from './flows.ts';
import type { Ground } from './ground.ts';
import { createPresenceActs } from './presence.ts';
import { createTriageWays } from './triage.ts';

interface Surroundings {
  readonly deskUrl: () => string | undefined;
  readonly wake: () => void;
}

/** What answers commands, buttons and forms, with every piece loaded. @throws PieceFault */
export async function prepareAnswers(ground: Ground, { deskUrl, wake }: Surroundings): Promise<PreparedApp> {
  const {
    platform,
    token,
    now,
    national,
    live,
    municipalities,
    rest,
    botId,
    store,
    pseudonyms,
    knownDuty,
    log,
    metrics,
  } = ground;
  const readers = createReaders(municipalities, ground.chosenLanguages);
  const guide = await dutyGuide(ground.settings.configDir);
  const flows = createFlows(ground, guide, deskUrl, wake);
  const cards = createPublicCards({
    rest,
    botId,
    now,
    contacts: national,
    pseudonyms,
    knownDuty,
    ...makeCardPlaces({ now, store }),
    onFault(fault, { id: municipality }) {
      log.warn('cards.fault', { municipality, ...describeFault(fault) });
    },
  });
  const cases = createCaseActs({ flows, municipalities, readers });
  const replies = createReplyActs({
    flows,
    municipalities,
    readers,
    heldReplies: createHeld(now),
    writingNow: createWritingNow(now),
    showTyping: createShowTyping(rest, (fault) => {
      log.warn('typing.fault', describeFault(fault));
    }),
  });
  const caseWork = createCaseWorkActs({ flows, municipalities, readers, national });
  const standardTexts = createStandardTextActs({ now, texts: flows, municipalities, readers });
  const incidents = createIncidentActs({ flows, municipalities, readers, guide, typed: createHeld(now) });
  return prepareApp({
    token,
    root: new URL('../../', import.meta.url),
    ...(platform.api ? { api: platform.api } : {}),
    now,
    municipalities,
    readers,
    keepDuty: flows.keepDuty,
    knownDuty,
    cards,
    foundingGuildIds: () => live.founding().map(({ guildId }) => guildId),
    acts: {
      entrance: createEntrance({
        version: packageFile.version,
        now,
        knownDuty,
        contacts: national,
        municipalities,
        readers,
        receiveForm: flows.receiveForm,
      }),
      cases,
      replies,
      caseWork,
      guide: createGuideActs({ flows, municipalities, readers, national, guide, now }),
      incidents,
      standardTexts,
      caseCommands: createCaseCommandActs({
        flows,
        cases,
        replies,
        caseWork,
        incidents,
        standardTexts,
        municipalities,
        readers,
        national,
        now,
      }),
      duty: createDutyActs({ flows, municipalities, readers, cards }),
      choice: createChoiceActs({ choose: flows.chooseMunicipality, readers }),
      dataSubject: createDataSubjectActs({ flows, municipalities, readers, chosen: ground.chosenLanguages }),
      doctor: createDoctorActs({ examine: flows.examineService, municipalities }),
      setup: createSetupActs({
        now,
        rest,
        national: national.contacts,
        municipalities,
        founding: live.founding,
        cards,
        flows,
      }),
      approval: createApprovalActs({ now, flows, municipalities, readers, cards }),
      ...createTriageWays(ground),
      ...createPresenceActs(ground, readers, wake),
      ...createAccounts(ground, readers),
      ...createReflection(ground),
    },
    patiently: (ask) => askPatiently(ask, log),
    log,
    metrics,
    reference,
  });
}
