import type { Municipality } from '../../core/municipality.ts';
import type { CaseNote } from '../../core/outbox.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';
import { inline } from './shown-words.ts';

/** A line to staff in the case's thread. */
export function caseNote(note: CaseNote, { language }: Municipality, marker?: number): MessageBody {
  const undelivered = note.kind === 'reply-not-delivered' || note.kind === 'notice-not-delivered';
  return message({ texts: [textOf(note, language)], accent: undelivered ? 'serious' : 'done', marker });
}

function textOf(note: CaseNote, language: Municipality['language']): string {
  const { staff } = textsIn(language);
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
  }
}
