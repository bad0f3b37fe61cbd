import type { Municipality } from '../../core/municipality.ts';
import type { CaseNote } from '../../core/outbox.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { timeTextIn } from '../../i18n/time-text.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';
import { inline } from './shown-words.ts';

/** A line to staff in the case's thread. */
export function caseNote(note: CaseNote, municipality: Municipality, marker?: number): MessageBody {
  const { language, roles } = municipality;
  if (note.kind === 'original-opened') return originalOpened(note, { language, roles }, marker);
  const needsSomebody =
    note.kind === 'reply-not-delivered' || note.kind === 'notice-not-delivered' || note.kind === 'erasure-requested';
  return message({ texts: [textOf(note, municipality)], accent: needsSomebody ? 'serious' : 'done', marker });
}

type Opened = Extract<CaseNote, { kind: 'original-opened' }>;

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

function textOf(note: Exclude<CaseNote, Opened>, { language, hours }: Municipality): string {
  const { staff, dataSubject } = textsIn(language);
  switch (note.kind) {
    case 'taken':
      return staff.noteTaken({ signature: inline(note.signature) });
    case 'closed':
      return staff.noteClosed({ signature: inline(note.signature) });
    case 'form-filed':
      return staff.noteFormFiled({ signature: inline(note.signature) });
    case 'reply-not-delivered':
      return staff.noteReplyNotDelivered({ reason: note.reason });
    case 'notice-not-delivered':
      return staff.noteNoticeNotDelivered({ reason: note.reason });
    case 'deleted-by-sender':
      return staff.noteDeletedBySender();
    case 'erasure-requested':
      return dataSubject.noteErasureRequested({ day: timeTextIn(language, hours.timeZone).day(note.dueAt) });
  }
}
