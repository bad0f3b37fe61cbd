import type { NationalContacts } from '../../core/contacts.ts';
import type { Clock } from '../../ports.ts';
import type { Speech } from '../../core/speech.ts';
import type { MessageBody, RenderSpeech } from './body.ts';
import { answeredAlert, caseAlert } from './case-alert.ts';
import { caseCard } from './case-card.ts';
import { caseEntry, caseEntryParts } from './case-entry.ts';
import { caseNote } from './case-note.ts';
import { caseReminder } from './case-reminder.ts';
import { followUp } from './follow-up.ts';
import { gapNote } from './gap-note.ts';
import { dutyHandover } from './duty-handover.ts';
import { channelPost } from './channel-post.ts';
import { dutyPost } from './duty-post.ts';
import { troubleNote } from './trouble-note.ts';
import { selfAudit } from './self-audit.ts';
import { reviewNote } from './review-note.ts';
import { senderNotice } from './sender-notice.ts';
import { stoppedNote } from './stopped-note.ts';
import { replyWaiting } from './reply-waiting.ts';
import { senderReply } from './sender-reply.ts';

interface Deps {
  readonly contacts: NationalContacts;
  readonly now: Clock;
}

/** Every speech as a Discord message. */
export const makeRenderSpeech =
  ({ contacts, now }: Deps): RenderSpeech =>
  (speech, marker) => {
    switch (speech.kind) {
      case 'alert-refresh':
        return answeredAlert(speech.case, speech.municipality, marker);
      case 'case-card':
      case 'card-refresh':
        return caseCard(speech.case, speech.municipality, marker, contacts);
      case 'case-alert': {
        const { case: current, municipality, severity, step } = speech;
        return caseAlert(current, municipality, { roleId: municipality.roles.dutyLead, severity, step }, marker);
      }
      case 'case-entry':
      case 'entry-refresh':
        return caseEntry(speech.entry, speech.case, speech.municipality, marker);
      case 'case-note':
        return caseNote(speech.note, speech.municipality, marker, contacts);
      case 'case-reminder':
        return caseReminder(speech, now(), marker);
      case 'follow-up':
        return followUp(speech, marker);
      case 'gap-note':
        return gapNote(speech, marker);
      case 'trouble-note':
        return troubleNote(speech, marker);
      case 'self-audit':
        return selfAudit(speech, marker);
      case 'reply-waiting':
        return replyWaiting(speech, marker);
      case 'sender-reply':
      case 'reply-change': {
        const { case: current, municipality, entry } = speech;
        return senderReply(entry, { municipality, language: current.language }, marker);
      }
      case 'review-note':
        return reviewNote(speech, marker);
      case 'stopped-note':
        return stoppedNote(speech, marker);
      case 'duty-handover':
        return dutyHandover(speech, marker);
      case 'duty-post':
        return dutyPost(speech.post, speech.municipality, contacts, marker);
      case 'channel-post':
        return channelPost(speech, marker);
      case 'sender-notice': {
        const { municipality, language, notice, staffed, services = [] } = speech;
        return senderNotice(notice, { municipality, language, contacts, now: now(), staffed, services }, marker);
      }
    }
  };

/**
 * What must follow the first message of a speech, in order: a sender's words too long for one. Empty for nearly all.
 * @param marker that of the first message
 */
export const continuationOf = (speech: Speech, marker?: number): readonly MessageBody[] =>
  speech.kind === 'case-entry' ? caseEntryParts(speech.entry, speech.case, speech.municipality, marker).slice(1) : [];
