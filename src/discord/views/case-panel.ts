import type { Case } from '../../core/case.ts';
import { closeLaterChoices, snoozeChoices } from '../../core/case-times.ts';
import { inLanguage } from '../../core/contacts.ts';
import type { Contact, NationalContacts } from '../../core/contacts.ts';
import { purposes } from '../../core/incident/dossier.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { timeTextIn } from '../../i18n/time-text.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, choice, limits, memberChoice, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { stateLine } from './case-card.ts';
import { onceEach } from './contact-lines.ts';

interface Panel {
  readonly case: Case;
  readonly municipality: Municipality;
  readonly national: NationalContacts;
  /** Who looks at it. */
  readonly viewer: Snowflake;
  readonly language: Language;
}

/** «Mer»: everything that can be done to a case besides answering it, as its state allows now. */
export function casePanel({ case: current, municipality, national, viewer, language }: Panel): MessageBody {
  const texts = textsIn(language);
  const { staff, caseWork } = texts;
  const { id, state } = current;
  const isHeld = state.kind === 'claimed' || state.kind === 'waiting';
  const isMine = isHeld && state.by.id === viewer;
  const who = choice(
    caseWork.whoPlaceholder(),
    encodeCustomId('case-who', id),
    purposes.map((purpose) => ({ value: purpose, label: caseWork.purpose({ purpose }) })),
  );
  return message({
    texts: [
      caseWork.panelTitle({ caseName: staff.caseName({ caseNumber: current.number }) }),
      stateLine(current, texts, timeTextIn(language, municipality.hours.timeZone)),
      ...(state.kind === 'open' ? [caseWork.panelOpen()] : []),
      ...(state.kind === 'closed' ? [caseWork.panelClosed()] : []),
    ],
    buttons: [
      ...(state.kind === 'closed' ? [button(caseWork.reopenButton(), encodeCustomId('case-move', id, 'reopen'))] : []),
      ...(isHeld && !isMine ? [button(caseWork.takeOverButton(), encodeCustomId('case-move', id, 'take-over'))] : []),
      ...(isHeld ? [button(caseWork.releaseButton(), encodeCustomId('case-move', id, 'release'))] : []),
    ],
    selects: [
      ...(isHeld
        ? [
            choice(
              caseWork.snoozePlaceholder(),
              encodeCustomId('case-set-aside', id, 'snooze'),
              snoozeChoices.map((one) => ({ value: one, label: caseWork.snoozeChoice({ choice: one }) })),
            ),
            choice(
              caseWork.closeLaterPlaceholder(),
              encodeCustomId('case-set-aside', id, 'close-later'),
              closeLaterChoices.map((one) => ({ value: one, label: caseWork.closeLaterChoice({ choice: one }) })),
            ),
            memberChoice(caseWork.offerPlaceholder(), encodeCustomId('case-offer', id)),
          ]
        : []),
      ...(state.kind === 'closed'
        ? []
        : [
            choice(
              caseWork.handOverPlaceholder(),
              encodeCustomId('case-hand-over', id),
              receivers(municipality, national).map((contact) => ({
                value: contact.id,
                label: inLanguage(contact.names, language),
              })),
            ),
          ]),
      who,
    ],
    accent: 'calm',
  });
}

/** Services a matter can be given to: the municipality's own first. A page to read is nobody to give it to. */
function receivers({ contacts }: Municipality, national: NationalContacts): readonly Contact[] {
  const all = onceEach([...contacts, ...national.contacts]);
  return all.filter(({ kind }) => kind !== 'information' && kind !== 'chat').slice(0, limits.choices);
}
