import type { CaseEntry } from '../../core/case.ts';
import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import { keepingOf } from '../../core/retention.ts';
import type { EraseMyDataOutcome, Erased } from '../../flows/data-subject/erase-my-data.ts';
import type { MyCase, MyData } from '../../flows/data-subject/show-my-data.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';
import { timeTextIn } from '../../i18n/time-text.ts';
import type { TimeText } from '../../i18n/time-text.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { serviceName } from './context.ts';
import { helpNowButton } from './help-now-button.ts';
import { inline } from './shown-words.ts';

/** What the entries may take of one message, characters; the rest is needed for the facts around them. */
const entriesRoom = 2_200;
type Words = Catalogue['dataSubject'];

/** Whose data is meant, where several municipalities may hold some: each is asked for its own. */
export const whoseData = (
  among: readonly Municipality[],
  route: 'my-data' | 'erase-ask',
  language: Language,
): MessageBody =>
  message({
    texts: [textsIn(language).dataSubject.whose()],
    buttons: [
      ...among.map((one) => button(serviceName(one, language), encodeCustomId(route, one.id))),
      helpNowButton(language),
    ],
    accent: 'calm',
  });

/** Nothing, with any municipality there is. */
export const nothingStored = (language: Language): MessageBody =>
  message({
    texts: nothingTexts(textsIn(language).dataSubject),
    buttons: [helpNowButton(language)],
    accent: 'calm',
  });

/** «Se mine data»: what is stored, who sees it, when it goes. Shown to the asker alone. Source: GDPR articles 12 and 15. */
export function myData({ cases, record }: MyData, municipality: Municipality, language: Language): MessageBody {
  const { dataSubject: say } = textsIn(language, municipality);
  const times = timeTextIn(language, municipality.hours.timeZone);
  const isAnything = cases.length > 0 || record !== undefined;
  const room = entriesRoom / Math.max(1, cases.length);
  const isSealed = cases.some(({ case: one }) => one.severity !== 'none');
  return message({
    texts: [
      ...(isAnything ? [`# ${say.title()}`] : [say.nothing()]),
      ...cases.map((one) => conversationText(one, say, times, room)),
      cases.length > 0
        ? [say.kinds(), ...(isSealed ? [say.sealed({ hours: longestSealed(cases) })] : []), say.seenBy()].join('\n')
        : '',
      record ? say.record({ since: times.day(record.firstContactAt), day: times.day(record.eraseAt) }) : '',
      [say.cursor(), say.discordKeeps()].join('\n'),
    ],
    buttons: [
      helpNowButton(language, municipality),
      ...(isAnything ? [button(say.eraseButton(), encodeCustomId('erase-ask', municipality.id))] : []),
    ],
    accent: 'calm',
  });
}

const longestSealed = (cases: readonly MyCase[]): number =>
  Math.max(...cases.map(({ case: one }) => keepingOf(one).originalHours));

function conversationText(
  { case: one, entries, eraseAt, isDocumented, answerDueAt }: MyCase,
  say: Words,
  times: TimeText,
  room: number,
): string {
  const shown = newestThatFit(
    entries.map((entry) => entryLine(entry, say, times)),
    room,
  );
  const left = entries.length - shown.length;
  const day = times.day(eraseAt);
  return [
    say.conversation({ number: one.number, opened: times.on(one.openedAt), count: entries.length }),
    one.state.kind === 'closed' ? say.closedGoes({ day }) : say.goes({ day, hours: keepingOf(one).conversationHours }),
    ...(isDocumented ? [say.documented()] : []),
    ...(answerDueAt === undefined ? [] : [say.answerDue({ day: times.day(answerDueAt) })]),
    ...(entries.length > 0 ? [say.entriesTitle(), ...shown] : []),
    ...(left > 0 ? [say.notShown({ count: left })] : []),
  ].join('\n');
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

function newestThatFit(lines: readonly string[], most: number): readonly string[] {
  let room = most;
  const first = lines.findLastIndex((line) => {
    room -= line.length + 1;
    return room < 0;
  });
  return lines.slice(first + 1);
}

/** «Se mine data» and «Slett mine data». */
export function dataButtons(municipality: Municipality, language: Language) {
  const { dataSubject: say } = textsIn(language, municipality);
  return [
    button(say.showButton(), encodeCustomId('my-data', municipality.id)),
    button(say.eraseButton(), encodeCustomId('erase-ask', municipality.id)),
  ];
}

/** «Slett mine data»: what will happen, before it does. */
export function eraseQuestion(municipality: Municipality, language: Language): MessageBody {
  const { dataSubject: say } = textsIn(language, municipality);
  return message({
    texts: [say.eraseAsk(), say.discordKeeps()],
    buttons: [
      button(say.eraseNowButton(), encodeCustomId('erase-my-data', municipality.id), 'danger'),
      helpNowButton(language, municipality),
    ],
    accent: 'calm',
  });
}

/** The receipt. */
export const eraseOutcome = (
  outcome: EraseMyDataOutcome,
  municipality: Municipality,
  language: Language,
): MessageBody =>
  message({
    texts: eraseTexts(outcome, municipality, language),
    buttons: [helpNowButton(language, municipality)],
    accent: 'calm',
  });

/** What came of it, to the sender: says what is left, and with whom. */
export function eraseTexts(
  outcome: EraseMyDataOutcome,
  municipality: Municipality,
  language: Language,
): readonly string[] {
  const { dataSubject: say } = textsIn(language, municipality);
  const times = timeTextIn(language, municipality.hours.timeZone);
  switch (outcome.kind) {
    case 'nothing-stored':
      return nothingTexts(say);
    case 'try-again':
      return [say.tryAgain()];
    case 'answered': {
      const { erased, requested } = outcome;
      return [
        ...(erased ? receipt(erased, say, times) : []),
        ...requested.map(({ again, caseNumber, dueAt }) => {
          const asked = { number: caseNumber, day: times.day(dueAt) };
          return again ? say.requestedBefore(asked) : say.requested(asked);
        }),
        ...(requested.length > 0 ? [complaint(municipality, say)] : []),
        erased ? [say.cursor(), say.discordKeeps()].join('\n') : '',
      ];
    }
  }
}

const nothingTexts = (say: Words): readonly string[] => [say.nothing(), [say.cursor(), say.discordKeeps()].join('\n')];

function receipt({ at, conversations, staffCopiesGone }: Erased, say: Words, times: TimeText): readonly string[] {
  return [
    say.erased({ at: times.on(at) }),
    [
      ...conversations.map(({ caseNumber, messages }) =>
        say.erasedConversation({ number: caseNumber, count: messages }),
      ),
      ...(conversations.length === 0 ? [say.erasedRecord()] : []),
      ...(conversations.length > 0 ? [staffCopiesGone ? say.staffCopyGone() : say.staffCopyLeft()] : []),
      say.backups(),
    ].join('\n'),
  ];
}

export const complaint = ({ dataProtectionOfficer: { name, email } }: Municipality, say: Words): string =>
  say.complain({ officer: `${inline(name)}, ${email}` });
