import { choiceWaitMs } from '../../core/case.ts';
import type { OmittedContent } from '../../core/case.ts';
import type { Contact } from '../../core/contacts.ts';
import { localNow } from '../../core/duty-guide/card-contacts.ts';
import type { SenderNotice } from '../../core/outbox.ts';
import { keepingOf } from '../../core/retention.ts';
import { minuteMs } from '../../core/time.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { discordTime, listText } from '../../i18n/time-text.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { Accent, MessageBody } from './body.ts';
import { complaint, dataButtons } from './data-subject.ts';
import { emergencyLines, emergencyNumbers, shortLine } from './contact-lines.ts';
import { serviceName, timesFor } from './context.ts';
import type { PublicContext } from './context.ts';
import { notTakenIn } from './not-taken-in.ts';
import { omittedText, removedText } from './counted.ts';
import { helpNowButton } from './help-now-button.ts';
import { languageButton } from './language-choice.ts';
import { presenceAt } from './presence.ts';
import type { Presence } from './presence.ts';
import { answerText } from './answer.ts';
import { dangerOf, safeReplyTexts } from './safe-reply.ts';
import { inline } from './shown-words.ts';

/** What the service itself says to a sender. Every one carries «Hjelp nå» and says that a bot wrote it. */
export function senderNotice(notice: SenderNotice, context: PublicContext, marker?: number): MessageBody {
  const { language, municipality } = context;
  const { sender } = textsIn(language, municipality);
  const texts = textsOf(notice, context).filter((text) => text !== '');
  const signed = notice.kind === 'first-contact' ? texts : [...texts, `-# ${sender.botSignature()}`];
  const buttons = [
    ...(notice.kind === 'choose-municipality' ? choiceButtons(context) : []),
    helpNowButton(language, municipality),
    ...languageButtons(notice, context),
    ...rightsButtons(notice, context),
  ];
  return message({ texts: signed, buttons, accent: accentOf(notice), marker });
}

/** Where a conversation begins and ends: what is stored, and how to take it away. */
const rightsButtons = ({ kind }: SenderNotice, { language, municipality }: PublicContext) =>
  municipality && (kind === 'first-contact' || kind === 'case-closed') ? dataButtons(municipality, language) : [];

/** A direct message tells nobody's language, so the first answer asks. */
const languageButtons = ({ kind }: SenderNotice, { language, municipality }: PublicContext) =>
  kind === 'first-contact' ? [languageButton(language, municipality)] : [];

function accentOf(notice: SenderNotice): Accent {
  const worry = notice.kind === 'not-active' ? notice.worry : 'severity' in notice ? notice : undefined;
  return worry === undefined || worry.severity === 'none' ? 'calm' : worry.severity;
}

function textsOf(notice: SenderNotice, context: PublicContext): readonly string[] {
  const { language, municipality, contacts, now } = context;
  const { sender } = textsIn(language, municipality);
  switch (notice.kind) {
    case 'first-contact':
      return municipality ? [firstContact(context)] : notActive(context);
    case 'received':
      return received(notice.staffed, context);
    case 'answer':
      return notice.question === 'hours'
        ? [...received(notice.staffed, context), answerText(notice.question, context)]
        : [answerText(notice.question, context), ...received(notice.staffed, context)];
    case 'safe-reply':
      return safeReplyTexts(notice, context);
    case 'removed':
      return [
        sender.removed({ things: removedText(language, notice.kinds) }),
        sender.deleteYourCopy(),
        ...saferWay(context),
      ];
    case 'unmaskable':
      return [sender.unmaskable(), sender.cannotWait(emergencyNumbers(contacts)), ...saferWay(context)];
    case 'omitted':
      return [omittedNotice(notice.omitted, context), ...saferWay(context)];
    case 'edit-seen':
      return [sender.editSeen()];
    case 'deletion-done':
      return [
        notice.sealed ? sender.deletionSealed({ hours: keepingOf(notice).originalHours }) : sender.deletionDone(),
      ];
    case 'long-message':
      return [sender.longMessage(), sender.cannotWait(emergencyNumbers(contacts))];
    case 'case-taken':
      return [sender.taken({ signature: inline(notice.signature) })];
    case 'case-closed':
      return [
        sender.closed({ hours: keepingOf(notice).conversationHours }),
        ...openHere(context),
        ...moreHelp(context),
      ];
    case 'erasure-answered':
      return erasureAnswered(notice, context);
    case 'maybe-missed':
      return [
        sender.maybeMissed(timesFor(context).span(notice.from, notice.until)),
        sender.cannotWait(emergencyNumbers(contacts)),
      ];
    case 'not-received':
      return [...notReceived(notice, context), ...saferWay(context)];
    case 'choose-municipality':
      return chooseMunicipality(notice, context);
    case 'not-active':
      return [
        ...worryAction(notice.worry, context),
        ...notActive(context),
        emergencyLines(contacts, language, now),
        ...saferWay(context),
        ...moreHelp(context),
      ];
  }
}

const filesWithPictures: ReadonlySet<OmittedContent['kind']> = new Set(['image', 'video', 'file', 'unknown']);
const spoken: ReadonlySet<OmittedContent['kind']> = new Set(['voice', 'audio']);

/** Why it did not come along: pictures and files for one reason, speech for another, the rest for none that needs words. */
function omittedNotice(omitted: readonly OmittedContent[], { language, municipality }: PublicContext): string {
  const { sender } = textsIn(language, municipality);
  const things = omittedText(language, omitted);
  const has = (kinds: ReadonlySet<OmittedContent['kind']>) => omitted.some(({ kind }) => kinds.has(kind));
  if (has(filesWithPictures)) return sender.omitted({ things });
  return has(spoken) ? sender.omittedSpeech({ things }) : sender.omittedOther({ things });
}

/** At most 80 words in every language (held by a test). Source: DESIGN §5 First contact. */
export function firstContact(context: PublicContext): string {
  const { language, municipality, contacts } = context;
  const { sender } = textsIn(language, municipality);
  if (!municipality) return sender.notActiveAnywhere();
  return sender.firstContact({
    service: serviceName(municipality, language),
    presence: answersWhen(context),
    emergency: emergencyNumbers(contacts),
    privacyUrl: municipality.privacyStatement,
  });
}

/** One sentence about when a human answers; nothing without a municipality. */
export function answersWhen(context: PublicContext): string {
  const { language, municipality, now, staffed } = context;
  if (!municipality) return '';
  const { sender } = textsIn(language, municipality);
  const times = timesFor(context);
  const presence = presenceAt(municipality.hours, now, staffed);
  switch (presence.kind) {
    case 'staffed':
      return sender.answersOpen({ until: untilText(presence, context) });
    case 'hours':
      return sender.answersDuringHours({ until: untilText(presence, context) });
    case 'without-duty':
      return sender.answersWithoutDuty({ until: untilText(presence, context) });
    case 'closed':
      return sender.answersFrom({ next: times.soon(presence.next, now) });
    case 'unplanned':
      return sender.answersUnplanned();
  }
}

const untilText = ({ until }: Extract<Presence, { until: unknown }>, context: PublicContext): string | undefined =>
  until === undefined ? undefined : timesFor(context).until(until, context.now);

function received(staffed: boolean, context: PublicContext): readonly string[] {
  const { language, municipality, contacts, now } = context;
  const { sender } = textsIn(language, municipality);
  const cannotWait = sender.cannotWait(emergencyNumbers(contacts));
  const presence: Presence = municipality ? presenceAt(municipality.hours, now, staffed) : { kind: 'unplanned' };
  switch (presence.kind) {
    case 'staffed':
    case 'hours':
      return [sender.receivedOpen({ until: untilText(presence, context) })];
    case 'without-duty':
      return [sender.receivedWithoutDuty({ until: untilText(presence, context) }), cannotWait];
    case 'closed': {
      const stamp = textsIn(language, municipality).words.localTime({ stamp: discordTime(presence.next) });
      return [sender.receivedClosed({ next: timesFor(context).soon(presence.next, now), stamp }), cannotWait];
    }
    case 'unplanned':
      return [sender.receivedUnplanned(), cannotWait];
  }
}

/** What was decided, why, and where to complain. Source: GDPR article 12(4). */
function erasureAnswered(
  { answer, caseNumber: number }: Extract<SenderNotice, { kind: 'erasure-answered' }>,
  { language, municipality }: PublicContext,
): readonly string[] {
  const { dataSubject: say } = textsIn(language, municipality);
  if (answer === 'erase') return [say.erasureDone({ number })];
  return [say.erasureKept({ number, ground: answer }), ...(municipality ? [complaint(municipality, say)] : [])];
}

type Worry = NonNullable<Extract<SenderNotice, { kind: 'not-active' }>['worry']>;

/** What to do, where somebody is in danger. */
function worryAction(worry: Worry | undefined, { language, municipality, contacts }: PublicContext): readonly string[] {
  if (worry?.severity !== 'acute' && worry?.severity !== 'serious') return [];
  const { sender } = textsIn(language, municipality);
  const about = { danger: dangerOf(worry.categories), ...emergencyNumbers(contacts) };
  return [worry.severity === 'acute' ? sender.acuteAction(about) : sender.seriousAction(about)];
}

/** What to do comes first where somebody is in danger; that nobody has read it is never left out. */
function notReceived(
  notice: Extract<SenderNotice, { kind: 'not-received' }>,
  context: PublicContext,
): readonly string[] {
  const { language, municipality, contacts } = context;
  const { sender } = textsIn(language, municipality);
  const action = worryAction(notice, context);
  return action.length > 0
    ? [...action, sender.notReceived()]
    : [sender.notReceived(), sender.cannotWait(emergencyNumbers(contacts))];
}

/** Who has the words meanwhile, and until when. */
function chooseMunicipality(
  { shown }: Extract<SenderNotice, { kind: 'choose-municipality' }>,
  { language, municipality, contacts }: PublicContext,
): readonly string[] {
  const { sender, choice } = textsIn(language, municipality);
  const service = municipality && serviceName(municipality, language);
  const meanwhile = (to: string) =>
    shown ? choice.given({ service: to }) : choice.waits({ service: to, minutes: choiceWaitMs / minuteMs });
  return [
    choice.ask(),
    // A service that is no longer served has no name to give.
    service === undefined ? '' : meanwhile(service),
    sender.cannotWait(emergencyNumbers(contacts)),
  ];
}

/** As many as Discord takes beside «Hjelp nå». */
const mostChoices = 24;

const choiceButtons = ({ language, services = [] }: PublicContext) =>
  services
    .slice(0, mostChoices)
    .map((one) =>
      button(serviceName(one, language).slice(0, 80), encodeCustomId('choose-municipality', one.id), 'primary'),
    );

function notActive({ language, municipality }: PublicContext): readonly string[] {
  const { sender, pages } = textsIn(language, municipality);
  const why = municipality ? notTakenIn(municipality, language) : sender.notActiveAnywhere();
  return [`${pages.helpAction()}\n${why}`];
}

/** The ways that leave nothing in Discord. Source: 000:17, 000:24. */
function saferWay({ language, municipality }: PublicContext): readonly string[] {
  if (!municipality) return [];
  const { address, phone } = municipality.visit;
  return [textsIn(language, municipality).sender.saferWay({ address: inline(address), phone })];
}

/** The municipality's own help at any hour, when it is known to be open now. */
function openHere({ language, municipality, now }: PublicContext): readonly string[] {
  const anyHour = new Set<Contact['kind']>(['barnevernvakt', 'legevakt']);
  const open = localNow(municipality?.contacts ?? [], now).filter(
    ({ contact, state }) => state === 'open' && anyHour.has(contact.kind),
  );
  if (open.length === 0) return [];
  const services = listText(
    language,
    open.map(({ contact }) => shortLine(contact, language)),
  );
  return [textsIn(language, municipality).sender.openNow({ services })];
}

/** Source: 000:9, 000:68: «ung.no/hjelp». */
function moreHelp({ language, municipality, contacts }: PublicContext): readonly string[] {
  const overview = contacts.contacts.find(({ kind, url }) => kind === 'information' && url !== undefined);
  return overview?.url === undefined ? [] : [textsIn(language, municipality).sender.moreHelp({ url: overview.url })];
}
