import type { Case, CaseEntry } from '../../core/case.ts';
import { isSnowflake } from '../../core/ids.ts';
import type { Municipality } from '../../core/municipality.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { accentOf, staffTimes } from './case-card.ts';
import { omittedText, removedText } from './counted.ts';
import { inline, quoteBlocks } from './shown-words.ts';

/** Room for the sender's words in one message; the rest is who, when, and what was taken out. UTF-16 units. */
const roomForWords = 3_000;

/**
 * One entry of the conversation as staff see it: almost always one message. Words too many for one go on in the next,
 * each saying which part it is; nothing is left out.
 * @param marker of the first message; each further one has the next number
 */
export function caseEntryParts(
  entry: CaseEntry,
  current: Case,
  municipality: Municipality,
  marker?: number,
): readonly [MessageBody, ...MessageBody[]] {
  const { staff, caseWork } = textsIn(municipality.language);
  const isHidden = municipality.staffView !== 'thread' && entry.body.kind === 'text';
  const blocks = entry.body.kind === 'text' && !isHidden ? quoteBlocks(entry.body.text, roomForWords) : [];
  const parts = Math.max(blocks.length, 1);

  const part = (index: number): MessageBody =>
    message({
      texts: [
        [headLine(entry, municipality), ...(parts > 1 ? [staff.entryPart({ part: index + 1, parts })] : [])].join('. '),
        isHidden ? caseWork.entryHidden() : (blocks[index] ?? withoutWords(entry, municipality)),
        ...(index === 0 ? [remarks(entry, municipality)] : []),
      ],
      buttons: index === parts - 1 ? entryButtons(entry, current, municipality) : [],
      ...(entry.from === 'sender' ? { accent: accentOf(entry.severity) } : {}),
      marker: marker === undefined ? undefined : nextMarker(marker, index),
    });

  const rest = Array.from({ length: parts - 1 }, (_, index) => part(index + 1));
  return [part(0), ...rest];
}

/** A sender's words are answered; one's own reply is changed or taken back. Whose it is, is looked up when it is pressed. */
function entryButtons({ from, body, id, editOf }: CaseEntry, current: Case, { language, staffView }: Municipality) {
  const { staff, caseWork } = textsIn(language);
  const open =
    body.kind !== 'text' || staffView === 'thread'
      ? []
      : [
          staffView === 'stub'
            ? button(caseWork.openEntryButton(), encodeCustomId('case-read', current.id, id))
            : button(staff.deskButton(), encodeCustomId('case-desk', current.id)),
        ];
  if (current.state.kind === 'closed') return open;
  if (from === 'sender')
    return [...open, button(staff.replyButton(), encodeCustomId('case-reply', current.id), 'primary')];
  const replyId = editOf ?? id;
  if (body.kind !== 'text' || !isSnowflake(replyId)) return open;
  return [
    ...open,
    button(caseWork.changeReplyButton(), encodeCustomId('case-reply-edit', current.id, replyId)),
    button(caseWork.withdrawReplyButton(), encodeCustomId('case-reply-withdraw', current.id, replyId)),
  ];
}

/** The first message of an entry; `caseEntryParts` gives the others. */
export const caseEntry = (entry: CaseEntry, current: Case, municipality: Municipality, marker?: number): MessageBody =>
  caseEntryParts(entry, current, municipality, marker)[0];

const highestMarker = 0x7fff_ffff;
const nextMarker = (marker: number, index: number): number => ((marker - 1 + index) % highestMarker) + 1;

function headLine({ from, at, signature, editOf }: CaseEntry, municipality: Municipality): string {
  const { staff, caseWork } = textsIn(municipality.language);
  const when = staffTimes(municipality).on(at);
  return from === 'sender'
    ? staff.entryFromSender({ at: when })
    : [
        staff.entryFromStaff({ signature: inline(signature ?? ''), at: when }),
        ...(editOf === undefined ? [] : [caseWork.entryChanged()]),
      ].join('. ');
}

function withoutWords({ body }: CaseEntry, municipality: Municipality): string {
  const { staff } = textsIn(municipality.language);
  switch (body.kind) {
    case 'text':
      return staff.entryEmpty();
    case 'unmaskable':
      return staff.entryUnmaskable();
    case 'deleted-by-sender':
      return staff.entryDeleted({ at: staffTimes(municipality).on(body.at) });
    case 'deleted-by-staff':
      return staff.entryWithdrawn({ at: staffTimes(municipality).on(body.at) });
  }
}

function remarks({ from, severity, removed, omitted }: CaseEntry, municipality: Municipality): string {
  const { language } = municipality;
  const { staff, words } = textsIn(language);
  return [
    ...(from === 'sender' && severity !== 'none' ? [staff.entryLevel({ severity: words.severity({ severity }) })] : []),
    ...(removed.length > 0 ? [staff.entryRemoved({ things: removedText(language, removed) })] : []),
    ...(omitted.length > 0 ? [staff.entryOmitted({ things: omittedText(language, omitted) })] : []),
  ].join('\n');
}

/** The words behind «Åpne», for one pair of eyes: what would stand in the thread, without its buttons. */
export const openedEntry = (
  entry: CaseEntry,
  current: Case,
  municipality: Municipality,
): readonly [MessageBody, ...MessageBody[]] =>
  caseEntryParts(entry, { ...current, state: { kind: 'open' } }, { ...municipality, staffView: 'thread' });
