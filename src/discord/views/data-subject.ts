import type { CaseEntry } from '../../core/case.ts';
import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import { retention } from '../../core/retention.ts';
import { hourMs } from '../../core/time.ts';
import type { EraseMyDataOutcome } from '../../flows/data-subject/erase-my-data.ts';
import type { MyData } from '../../flows/data-subject/show-my-data.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';
import { timeTextIn } from '../../i18n/time-text.ts';
import type { TimeText } from '../../i18n/time-text.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { helpNowButton } from './help-now-button.ts';
import { inline } from './shown-words.ts';

/** What the entries may take of one message, characters; the rest is needed for the facts around them. */
const entriesRoom = 2_200;
type Words = Catalogue['dataSubject'];

/** «Se mine data»: what is stored, who sees it, when it goes. Shown to the asker alone. Source: GDPR articles 12 and 15. */
export function myData(held: MyData, municipality: Municipality, language: Language): MessageBody {
  const { dataSubject: say } = textsIn(language, municipality);
  const times = timeTextIn(language, municipality.hours.timeZone);
  const { case: conversation, record } = held;
  return message({
    texts: [
      ...(conversation || record ? [`# ${say.title()}`] : [say.nothing()]),
      ...(conversation ? conversationTexts(conversation, say, times) : []),
      record ? say.record({ since: times.day(record.firstContactAt), day: times.day(record.eraseAt) }) : '',
      [say.closedOnes(), say.cursor(), say.discordKeeps()].join('\n'),
    ],
    buttons: [
      helpNowButton(language),
      ...(conversation || record ? [button(say.eraseButton(), encodeCustomId('erase-ask', municipality.id))] : []),
    ],
    accent: 'calm',
  });
}

function conversationTexts(
  { case: current, entries, eraseAt, answerDueAt }: NonNullable<MyData['case']>,
  say: Words,
  times: TimeText,
): readonly string[] {
  const shown = newestThatFit(entries.map((entry) => entryLine(entry, say, times)));
  const left = entries.length - shown.length;
  return [
    [
      say.conversation({ number: current.number, opened: times.on(current.openedAt), count: entries.length }),
      say.kinds(),
      ...(current.severity === 'none' ? [] : [say.sealed({ hours: retention.sealedOriginalMs / hourMs })]),
      say.seenBy(),
      say.goes({ day: times.day(eraseAt) }),
      ...(answerDueAt === undefined ? [] : [say.answerDue({ day: times.day(answerDueAt) })]),
    ].join('\n'),
    [say.entriesTitle(), ...shown, ...(left > 0 ? [say.notShown({ count: left })] : [])].join('\n'),
  ];
}

function entryLine({ at, from, body }: CaseEntry, say: Words, times: TimeText): string {
  const who = from === 'sender' ? say.you() : say.us();
  const said = { at: times.on(at), who };
  switch (body.kind) {
    case 'text':
      return say.entry({ ...said, text: inline(body.text) });
    case 'unmaskable':
      return say.entry({ ...said, text: say.entryUnmaskable() });
    case 'deleted-by-sender':
      return say.entry({ ...said, text: say.entryDeleted() });
    case 'deleted-by-staff':
      return say.entry({ ...said, text: say.entryWithdrawn() });
  }
}

function newestThatFit(lines: readonly string[]): readonly string[] {
  let room = entriesRoom;
  const first = lines.findLastIndex((line) => {
    room -= line.length + 1;
    return room < 0;
  });
  return lines.slice(first + 1);
}

/** «Slett mine data»: what will happen, before it does. */
export function eraseQuestion(municipality: Municipality, language: Language): MessageBody {
  const { dataSubject: say } = textsIn(language, municipality);
  return message({
    texts: [say.eraseAsk(), say.discordKeeps()],
    buttons: [
      button(say.eraseNowButton(), encodeCustomId('erase-my-data', municipality.id), 'danger'),
      helpNowButton(language),
    ],
    accent: 'calm',
  });
}

/** The receipt. Says what is left, and with whom. */
export function eraseOutcome(outcome: EraseMyDataOutcome, municipality: Municipality, language: Language): MessageBody {
  const { dataSubject: say } = textsIn(language, municipality);
  const times = timeTextIn(language, municipality.hours.timeZone);
  return message({ texts: textsOf(), buttons: [helpNowButton(language)], accent: 'calm' });

  function textsOf(): readonly string[] {
    switch (outcome.kind) {
      case 'nothing-stored':
        return [say.nothing(), [say.closedOnes(), say.cursor(), say.discordKeeps()].join('\n')];
      case 'try-again':
        return [say.tryAgain()];
      case 'requested': {
        const asked = { number: outcome.caseNumber, day: times.day(outcome.dueAt) };
        const { name, email } = municipality.dataProtectionOfficer;
        return [
          outcome.again ? say.requestedBefore(asked) : say.requested(asked),
          say.complain({ officer: `${inline(name)}, ${email}` }),
        ];
      }
      case 'erased': {
        const { conversation } = outcome;
        return [
          say.erased({ at: times.on(outcome.at) }),
          [
            conversation
              ? say.erasedConversation({ number: conversation.caseNumber, count: conversation.messages })
              : say.erasedRecord(),
            ...(conversation ? [outcome.staffCopiesGone ? say.staffCopyGone() : say.staffCopyLeft()] : []),
            say.backups(),
          ].join('\n'),
          [say.closedOnes(), say.cursor(), say.discordKeeps()].join('\n'),
        ];
      }
    }
  }
}
