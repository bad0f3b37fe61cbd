import { isUrgent } from '../../core/triage/assessment.ts';
import type { Category } from '../../core/triage/assessment.ts';
import type { SenderNotice } from '../../core/outbox.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import type { Danger } from '../../i18n/nb/sender.ts';
import { listText } from '../../i18n/time-text.ts';
import { emergencyNumbers, servicesOpenNow, shortLine } from './contact-lines.ts';
import { timesFor } from './context.ts';
import type { PublicContext } from './context.ts';
import { presenceAt } from './presence.ts';

/** Which number a worry points to first. Reviewed by a professional: docs/texts.md. */
const dangers: Readonly<Record<Category, Danger>> = {
  suicide: 'medical',
  self_harm: 'medical',
  mental_health: 'medical',
  eating: 'medical',
  substances: 'medical',
  abuse_home: 'police',
  sexual_abuse: 'police',
  violence_threat: 'police',
  threat_to_staff: 'police',
  bullying: 'police',
  crime_victim: 'police',
  exploitation: 'police',
  running_away: 'police',
};

/** Which number these worries point to first; either where they do not agree. */
export function dangerOf(worries: readonly Category[]): Danger {
  const found = new Set(worries.map((worry) => dangers[worry]));
  const [only] = found;
  return only !== undefined && found.size === 1 ? only : 'either';
}

type SafeReply = Extract<SenderNotice, { kind: 'safe-reply' }>;

/**
 * The short answer to a worrying message, at any hour: what to do, that it is taken seriously, who is open now, and
 * whether anyone here is reading. Asks for nothing, promises nothing, repeats nothing of what was written.
 * Source: FACTS, «#chatsafe in short»; DESIGN §5 Levels.
 */
export function safeReplyTexts(reply: SafeReply, context: PublicContext): readonly string[] {
  const { language, municipality } = context;
  const { sender } = textsIn(language, municipality);
  const { severity, categories } = reply;
  const danger = dangerOf(categories);
  const numbers = emergencyNumbers(context.contacts);

  const acute = severity === 'acute';
  const urgent = isUrgent(severity);
  const action = acute
    ? sender.acuteAction({ danger, ...numbers })
    : severity === 'serious'
      ? sender.seriousAction({ danger, ...numbers })
      : sender.calmAction(numbers);

  const threatOnly = categories.length > 0 && categories.every((category) => category === 'threat_to_staff');
  const care = threatOnly
    ? sender.takenSeriouslyOnly()
    : [sender.takenSeriously(), ...(urgent ? [sender.trustedAdult()] : [])].join(' ');

  const named = Object.values<string>({ ...numbers }).filter((number) => action.includes(number));
  const open = servicesOpenNow(
    context,
    categories,
    named.map((number) => number.replaceAll(' ', '')),
    2,
  ).map((contact) => shortLine(contact, language));
  const services = open.length > 0 ? [sender.openNow({ services: listText(language, open) })] : [];

  return [action, care, ...services, ...whoReads(reply, context)];
}

function whoReads({ severity, staffed }: SafeReply, context: PublicContext): readonly string[] {
  const { language, municipality, now } = context;
  const { sender } = textsIn(language, municipality);
  const told = isUrgent(severity);
  const presence = municipality && presenceAt(municipality.hours, now, staffed);
  if (staffed && (presence === undefined || presence.kind === 'staffed'))
    return [told ? sender.dutyTold() : sender.dutyOnline()];
  return [
    [
      sender.nobodyReads(),
      ...(told ? [sender.dutyTriedOutsideHours()] : []),
      ...(presence?.kind === 'closed' ? [sender.weOpen({ next: timesFor(context).soon(presence.next, now) })] : []),
    ].join(' '),
  ];
}
