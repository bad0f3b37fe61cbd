import type { MunicipalityId } from '../../../../src/core/ids.ts';
import { makeChooseLanguage } from '../../../../src/flows/choose-language.ts';
import { makeChooseMunicipality } from '../../../../src/flows/choose-municipality.ts';
import { makeEraseMyData } from '../../../../src/flows/data-subject/erase-my-data.ts';
import { makeGiveFeedback } from '../../../../src/flows/give-feedback.ts';
import { makeReceiveForm } from '../../../../src/flows/receive-form.ts';
import { snowflake } from '../../../examples/cases.ts';
import type { Filing } from './filing.ts';

const kim = snowflake(1);

/** What senders do. */
export const senderFilings: readonly Filing[] = [
  {
    from: 'write-to-us-sent',
    anew: 'written anew',
    ready: (at) => (cause) =>
      makeReceiveForm({ ...at, chooseMunicipality: () => Promise.resolve() })({
        ...at.message('skrevet på kortet'),
        messageId: cause,
        guildId: at.eksempelvik.guildId,
      }),
  },
  {
    from: 'choose-municipality',
    async ready(at) {
      const nabovik = { ...at.eksempelvik, id: 'nabovik' as MunicipalityId, guildId: snowflake(90), gameGuilds: [] };
      at.state.others = [nabovik];
      const sander = snowflake(5);
      await at.receive(at.message('hei', sander));
      return (cause) => makeChooseMunicipality(at)(cause, sander, nabovik.id);
    },
  },
  { from: 'language-chosen', ready: (at) => (cause) => makeChooseLanguage(at)(cause, kim, 'nn') },
  {
    from: 'feedback-sent',
    ready(at) {
      const give = makeGiveFeedback(at);
      return (cause) => give(cause, kim, at.eksempelvik.id, { answer: 'helped', theme: 'hours' });
    },
  },
  { from: 'erase-my-data', ready: (at) => (cause) => makeEraseMyData(at)(cause, at.eksempelvik, kim) },
];
