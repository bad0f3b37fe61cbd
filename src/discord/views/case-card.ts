import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import type { Case } from '../../core/case.ts';
import { inLanguage } from '../../core/contacts.ts';
import type { NationalContacts } from '../../core/contacts.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Severity, TriageReason } from '../../core/triage/assessment.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';
import { discordTime, timeTextIn } from '../../i18n/time-text.ts';
import type { TimeText } from '../../i18n/time-text.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { Accent, MessageBody } from './body.ts';
import { inline } from './shown-words.ts';

const mostReasons = 4;

export const accentOf = (severity: Severity): Accent => (severity === 'none' ? 'calm' : severity);

/** Staff read the municipality's own language and its own clock. */
export const staffTimes = ({ language, hours }: Municipality): TimeText => timeTextIn(language, hours.timeZone);

/** «Sak 4821»: the name of the case's thread. */
export const threadName = (caseNumber: number, language: 'nb' | 'nn' = 'nb'): string =>
  textsIn(language).staff.caseName({ caseNumber });

/** The card in the staff channel: how serious, which case, who has it, why, and what can be done. Level first, in words. */
export function caseCard(
  current: Case,
  municipality: Municipality,
  marker?: number,
  national?: NationalContacts,
): MessageBody {
  const texts = textsIn(municipality.language);
  const { staff } = texts;
  const closed = current.state.kind === 'closed';
  const level = texts.words.severity({ severity: current.severity });
  const notAssessed = current.reasons.some(({ role }) => role === 'not-assessed');

  return message({
    texts: [
      `## ${level} · ${staff.caseName({ caseNumber: current.number })}`,
      [
        ...(notAssessed ? [staff.notAssessed()] : []),
        ...(closed ? [] : [staff.urgency({ severity: current.severity })]),
        stateLine(current, texts, staffTimes(municipality)),
        ...(current.choice && !closed ? [texts.choice.cardOpen()] : []),
      ].join('\n'),
      facts(current, municipality),
      reasonList(current.reasons, texts),
      [incidentLine(current, texts, staffTimes(municipality)), handOverLine(current, municipality, national)]
        .filter((line) => line !== '')
        .join('\n'),
    ],
    buttons: caseButtons(current, texts),
    accent: closed ? 'done' : accentOf(current.severity),
    marker,
  });
}

export function stateLine({ state }: Case, { staff, caseWork, choice }: Catalogue, times: TimeText): string {
  switch (state.kind) {
    case 'open':
      return staff.stateOpen();
    case 'claimed':
      return [
        staff.stateClaimed({ signature: inline(state.by.signature), at: times.on(state.at) }),
        ...(state.offeredTo ? [caseWork.stateOffered({ signature: inline(state.offeredTo.signature) })] : []),
      ].join(' ');
    case 'waiting': {
      const aside = { signature: inline(state.by.signature), until: times.on(state.until) };
      return state.then === 'close' ? caseWork.stateClosing(aside) : caseWork.stateSetAside(aside);
    }
    case 'closed':
      if (!state.by) return choice.stateMoved();
      return staff.stateClosed({ signature: inline(state.by.signature), at: times.on(state.at) });
  }
}

function facts(current: Case, municipality: Municipality): string {
  const { staff, words } = textsIn(municipality.language);
  const times = staffTimes(municipality);
  const { openedAt, lastMessageAt, entrance, categories } = current;
  return [
    staff.opened({ at: times.on(openedAt), stamp: discordTime(openedAt) }),
    ...(lastMessageAt > openedAt ? [staff.lastMessage({ at: times.on(lastMessageAt) })] : []),
    entrance === 'dm' ? staff.entranceDm() : staff.entranceCard(),
    ...(categories.length > 0
      ? [
          staff.categories({
            categories: categories.map((category) => words.category({ category })).join(', '),
          }),
        ]
      : []),
  ].join('\n');
}

function reasonList(reasons: readonly TriageReason[], { staff }: Catalogue): string {
  if (reasons.length === 0) return '';
  const shown = reasons.slice(0, mostReasons).map(({ sentence, role }) => {
    const safe = inline(sentence);
    return `- ${role === 'held-back' ? staff.reasonHeldBack({ sentence: safe }) : safe}`;
  });
  const left = reasons.length - shown.length;
  return [staff.reasonsTitle(), ...shown, ...(left > 0 ? [`- ${staff.moreReasons({ count: left })}`] : [])].join('\n');
}

function incidentLine({ incident }: Case, { staff, words }: Catalogue, times: TimeText): string {
  if (!incident) return '';
  const { category, severity, identity, action, by, at } = incident;
  return [
    staff.formFiled({ signature: inline(by.signature), at: times.on(at) }),
    staff.formSummary({
      category: words.category({ category }),
      severity: words.severity({ severity }),
      identity: words.identity({ identity }),
      action: words.action({ action }),
    }),
  ].join('\n');
}

function handOverLine({ handedOver }: Case, municipality: Municipality, national?: NationalContacts): string {
  if (!handedOver) return '';
  return textsIn(municipality.language).caseWork.handedOver({
    service: contactName(handedOver.contactId, municipality, national),
    signature: inline(handedOver.by.signature),
    at: staffTimes(municipality).on(handedOver.at),
  });
}

/** What staff call a service; its id where no register holds it any more. */
export function contactName(id: string, { contacts, language }: Municipality, national?: NationalContacts): string {
  const found = [...contacts, ...(national?.contacts ?? [])].find((contact) => contact.id === id);
  return inline(found ? inLanguage(found.names, language) : id);
}

function caseButtons({ id, state }: Case, { staff, caseWork }: Catalogue): readonly APIButtonComponentWithCustomId[] {
  const step = button(caseWork.stepButton(), encodeCustomId('case-step', id));
  const form = button(staff.formButton(), encodeCustomId('case-form', id));
  const desk = button(staff.deskButton(), encodeCustomId('case-desk', id));
  const more = button(caseWork.moreButton(), encodeCustomId('case-more', id));
  if (state.kind === 'closed') return [form, desk, more];
  return [
    ...(state.kind === 'open' ? [button(staff.claimButton(), encodeCustomId('case-claim', id), 'success')] : []),
    button(staff.replyButton(), encodeCustomId('case-reply', id), 'primary'),
    step,
    form,
    desk,
    more,
    button(staff.closeButton(), encodeCustomId('case-close', id)),
  ];
}
