import { readFileSync } from 'node:fs';
import type { Case, CaseEntry } from '../../../src/core/case.ts';
import { nationalContactsSchema, localContactsSchema } from '../../../src/core/contacts/register.ts';
import { parseSchedule } from '../../../src/core/hours/schedule.ts';
import type { Schedule } from '../../../src/core/hours/schedule.ts';
import type { CaseId, MunicipalityId, SenderKey, Snowflake } from '../../../src/core/ids.ts';
import { catalogueLanguages } from '../../../src/core/language.ts';
import type { Language } from '../../../src/core/language.ts';
import { assembleMunicipality, municipalityFileSchema } from '../../../src/core/municipality.ts';
import type { Municipality } from '../../../src/core/municipality.ts';
import type { SenderNotice } from '../../../src/core/outbox.ts';
import { simpleQuestions } from '../../../src/core/questions/simple-question.ts';
import type { RedactedText } from '../../../src/core/redaction/redaction.ts';
import { personalDataKinds } from '../../../src/core/redaction/redaction.ts';
import { omittedKinds } from '../../../src/core/case.ts';
import { categories, severities } from '../../../src/core/triage/assessment.ts';
import type { PublicContext } from '../../../src/discord/views/context.ts';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../config/${path}`, import.meta.url), 'utf8'));

/** The register the product is shipped with. */
export const contacts = nationalContactsSchema.parse(read('national-contacts.json'));

/** Monday to Thursday 18–21, Friday 19–02. */
export const hours: Schedule = {
  timeZone: 'Europe/Oslo',
  weekly: {
    monday: [['18:00', '21:00']],
    tuesday: [['18:00', '21:00']],
    wednesday: [['18:00', '21:00']],
    thursday: [['18:00', '21:00']],
    friday: [['19:00', '02:00']],
    saturday: [],
    sunday: [],
  },
  publicHolidays: 'closed',
  exceptions: [{ date: '2026-11-25', intervals: [], reason: 'Planleggingsdag' }],
};

/** The invented municipality the product is shipped with, with hours of our own. */
export const municipality: Municipality = assembleMunicipality(
  municipalityFileSchema.parse(read('eksempelvik/municipality.json')),
  hours,
  localContactsSchema.parse(read('eksempelvik/contacts.json')),
);

export const neverOpen: Municipality = {
  ...municipality,
  hours: { ...hours, weekly: { ...hours.weekly, monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] } },
};

export const at = (local: string): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Oslo').epochMilliseconds;
/** A Monday evening inside opening hours. */
export const openTime = at('2026-11-23T19:30');
/** The Sunday afternoon before it. */
export const closedTime = at('2026-11-22T15:00');

export const snowflake = (value: string): Snowflake => value as Snowflake;
export const redacted = (text: string): RedactedText => text as RedactedText;
export const caseId = 'AbCdEfGhIjKlMnOpQrStUv' as CaseId;
export const signature = 'Kari, saksbehandler';

export const openCase: Case = {
  id: caseId,
  municipalityId: 'eksempelvik' as MunicipalityId,
  number: 4821,
  sender: 'sender-key' as SenderKey,
  senderId: snowflake('100000000000000001'),
  entrance: 'dm',
  language: 'nb',
  severity: 'acute',
  categories: ['suicide', 'self_harm'],
  reasons: [{ ruleId: 'sample', sentence: 'Skriver om farvel i kveld.', role: 'rule' }],
  state: { kind: 'open' },
  openedAt: closedTime,
  lastMessageAt: closedTime,
  memory: { entries: [] },
  version: 1,
};

const staffRef = { id: snowflake('100000000000000002'), signature };
export const claimedCase: Case = { ...openCase, state: { kind: 'claimed', by: staffRef, at: openTime } };
export const closedCase: Case = { ...openCase, state: { kind: 'closed', by: staffRef, at: openTime } };
export const filedCase: Case = {
  ...claimedCase,
  incident: {
    category: 'suicide',
    severity: 'serious',
    identity: 'partly',
    action: 'called-113',
    by: staffRef,
    at: openTime,
  },
};

export const entry: CaseEntry = {
  id: '200000000000000001',
  caseId,
  from: 'sender',
  at: closedTime,
  body: { kind: 'text', text: redacted('hei, jeg heter [navn 1]. kan noen ringe meg på [telefonnummer]?') },
  severity: 'concern',
  removed: ['NAME', 'PHONE'],
  omitted: [{ kind: 'image', count: 1 }],
};

export const context = (language: Language, now: number, more: Partial<PublicContext> = {}): PublicContext => ({
  language,
  municipality,
  contacts,
  now,
  ...more,
});

/** Every notice a sender can get, with every choice inside it. */
export const everyNotice: readonly SenderNotice[] = [
  { kind: 'first-contact' },
  { kind: 'received', staffed: true },
  { kind: 'received', staffed: false },
  ...severities.flatMap((severity) =>
    [[], ...categories.map((category) => [category]), ['suicide', 'abuse_home'] as const].flatMap((worries) =>
      [true, false].map((staffed) => ({ kind: 'safe-reply', severity, categories: worries, staffed }) as const),
    ),
  ),
  ...simpleQuestions.flatMap((question) =>
    [true, false].map((staffed) => ({ kind: 'answer', question, staffed }) as const),
  ),
  { kind: 'removed', kinds: ['PHONE', 'NAME'] },
  { kind: 'removed', kinds: [...personalDataKinds, ...personalDataKinds] },
  { kind: 'unmaskable' },
  { kind: 'omitted', omitted: omittedKinds.map((kind, index) => ({ kind, count: index + 1 })) },
  ...omittedKinds.map((kind) => ({ kind: 'omitted', omitted: [{ kind, count: 1 }] }) as const),
  { kind: 'edit-seen' },
  { kind: 'deletion-done', sealed: true },
  { kind: 'deletion-done', sealed: false },
  { kind: 'long-message' },
  { kind: 'case-taken', signature },
  { kind: 'case-closed' },
  { kind: 'erasure-answered', answer: 'erase', caseNumber: 4821 },
  { kind: 'erasure-answered', answer: 'danger', caseNumber: 4821 },
  { kind: 'maybe-missed', from: at('2026-11-21T14:05'), until: at('2026-11-21T14:40') },
  ...severities.flatMap((severity) =>
    [[], ['suicide'] as const].map((worries) => ({ kind: 'not-received', severity, categories: worries }) as const),
  ),
  { kind: 'choose-municipality', candidates: [openCase.municipalityId], shown: false },
  { kind: 'choose-municipality', candidates: [openCase.municipalityId], shown: true },
  { kind: 'not-active' },
  { kind: 'not-active', worry: { severity: 'acute', categories: ['suicide'] } },
  { kind: 'not-active', worry: { severity: 'serious', categories: ['bullying'] } },
];

export const everyContext: readonly PublicContext[] = catalogueLanguages.flatMap((language) => [
  context(language, openTime),
  context(language, openTime, { staffed: true }),
  context(language, openTime, { staffed: false }),
  context(language, closedTime),
  context(language, openTime, { municipality: neverOpen }),
  context(language, closedTime, { municipality: undefined }),
]);

export const parsedHours = (value: unknown): Schedule => {
  const parsed = parseSchedule(value);
  if (!parsed.ok) throw new Error('the sample schedule is wrong');
  return parsed.schedule;
};
