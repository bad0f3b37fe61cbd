import type { Municipality } from '../../core/municipality.ts';
import type { CaseNote } from '../../core/outbox.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { timeTextIn } from '../../i18n/time-text.ts';
import type { NationalContacts } from '../../core/contacts.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { contactName, staffTimes } from './case-card.ts';
import { inline } from './shown-words.ts';

/** A line to staff in the case's thread. */
export function caseNote(
  note: CaseNote,
  municipality: Municipality,
  marker?: number,
  national?: NationalContacts,
): MessageBody {
  const { language, roles } = municipality;
  if (note.kind === 'offered') return offered(note, municipality, marker);
  if (note.kind === 'recontact') return recontact(note, municipality, marker);
  if (note.kind === 'original-opened') return originalOpened(note, { language, roles }, marker);
  const needsSomebody =
    note.kind === 'original-asked' ||
    note.kind === 'reply-not-delivered' ||
    note.kind === 'reply-not-withdrawn' ||
    note.kind === 'notice-not-delivered' ||
    note.kind === 'wrote-while-stopped' ||
    note.kind === 'erasure-requested' ||
    note.kind === 'chose-another';
  return message({ texts: [textOf(note, municipality, national)], accent: needsSomebody ? 'serious' : 'done', marker });
}

/** The duty lead is called: the police are to hear of it. What they know of the case is on the desk. Source: 000:62, 86. */
function recontact(
  { caseNumber, reported }: Recontact,
  { language, roles }: Pick<Municipality, 'language' | 'roles'>,
  marker: number | undefined,
): MessageBody {
  const { staff } = textsIn(language);
  const caseName = staff.caseName({ caseNumber });
  return message({
    texts: [staff.noteRecontact({ mention: `<@&${roles.dutyLead}>`, caseName })],
    buttons: reported === undefined ? [] : [button(staff.deskButton(), encodeCustomId('case-desk', reported))],
    accent: 'serious',
    marker,
    calls: [roles.dutyLead],
  });
}

type Opened = Extract<CaseNote, { kind: 'original-opened' }>;
type Recontact = Extract<CaseNote, { kind: 'recontact' }>;
type Offered = Extract<CaseNote, { kind: 'offered' }>;

/** Opened by one person alone, the duty lead is called: that is how the leader is told. Says nothing of the content. */
function originalOpened(
  { signature, alone }: Opened,
  { language, roles }: Pick<Municipality, 'language' | 'roles'>,
  marker: number | undefined,
): MessageBody {
  const { staff } = textsIn(language);
  const by = inline(signature);
  return alone
    ? message({
        texts: [staff.noteOriginalOpenedAlone({ mention: `<@&${roles.dutyLead}>`, signature: by })],
        accent: 'serious',
        marker,
        calls: [roles.dutyLead],
      })
    : message({ texts: [staff.noteOriginalOpened({ signature: by })], accent: 'done', marker });
}

/** The colleague is called by name, and can take over from here. */
function offered(
  { signature, to, caseId }: Offered,
  { language }: Municipality,
  marker: number | undefined,
): MessageBody {
  const { caseWork } = textsIn(language);
  return message({
    texts: [caseWork.noteOffered({ mention: `<@${to.id}>`, signature: inline(signature) })],
    buttons: [button(caseWork.takeOverButton(), encodeCustomId('case-move', caseId, 'take-over'), 'success')],
    accent: 'serious',
    marker,
    callsPerson: to.id,
  });
}

function textOf(
  note: Exclude<CaseNote, Opened | Offered | Recontact>,
  municipality: Municipality,
  national?: NationalContacts,
) {
  const { language, hours } = municipality;
  const { staff, dataSubject, caseWork, choice, approval, words } = textsIn(language);
  switch (note.kind) {
    case 'taken':
      return staff.noteTaken({ signature: inline(note.signature) });
    case 'closed':
      return staff.noteClosed({ signature: inline(note.signature) });
    case 'closed-by-time':
      return caseWork.noteClosedByTime();
    case 'released':
      return caseWork.noteReleased({ signature: inline(note.signature) });
    case 'reopened':
      return caseWork.noteReopened({ signature: inline(note.signature) });
    case 'taken-over':
      return caseWork.noteTakenOver({
        signature: inline(note.signature),
        from: note.from === undefined ? undefined : inline(note.from),
      });
    case 'set-aside': {
      const aside = { signature: inline(note.signature), until: staffTimes(municipality).on(note.until) };
      return note.then === 'close' ? caseWork.noteCloseLater(aside) : caseWork.noteSetAside(aside);
    }
    case 'handed-over':
      return caseWork.noteHandedOver({
        signature: inline(note.signature),
        service: contactName(note.contactId, municipality, national),
      });
    case 'chosen':
      return choice.noteChosen();
    case 'chose-another':
      return choice.noteChoseAnother();
    case 'original-asked':
      return staff.noteOriginalAsked({ signature: inline(note.signature) });
    case 'form-filed':
      return staff.noteFormFiled({ signature: inline(note.signature) });
    case 'reply-not-delivered':
      return staff.noteReplyNotDelivered({ reason: note.reason });
    case 'reply-by-thread':
      return caseWork.noteReplyByThread();
    case 'reply-not-withdrawn':
      return caseWork.noteReplyNotWithdrawn();
    case 'notice-not-delivered':
      return staff.noteNoticeNotDelivered({ reason: note.reason });
    case 'deleted-by-sender':
      return staff.noteDeletedBySender();
    case 'erasure-kept':
      return dataSubject.noteErasureKept({ signature: inline(note.signature) });
    case 'wrote-while-stopped':
      return approval.noteWroteWhileStopped({ severity: words.severity({ severity: note.severity }) });
    case 'erasure-requested':
      return dataSubject.noteErasureRequested({ day: timeTextIn(language, hours.timeZone).day(note.dueAt) });
  }
}
