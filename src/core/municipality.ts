import { z } from 'zod';
import type { StaffRole } from './access.ts';
import type { Approval } from './approval.ts';
import type { Contact } from './contacts/contact.ts';
import { localisedSchema } from './contacts/localised.ts';
import type { Localised } from './contacts/localised.ts';
import type { NationalContacts } from './contacts/register.ts';
import { isLocalDate, startOfDay } from './hours/local-date.ts';
import type { Schedule } from './hours/schedule.ts';
import { isSnowflake } from './ids.ts';
import type { MunicipalityId, Snowflake } from './ids.ts';
import { catalogueLanguages, samiLanguages } from './language.ts';
import type { CatalogueLanguage, SamiLanguage } from './language.ts';
import { faultsOfLocalWords, localWordsSchema } from './redaction/local-words.ts';
import type { LocalWords } from './redaction/local-words.ts';
import { longestKeeping, ordinaryKeeping, shortestKeepingHours } from './retention.ts';
import type { Keeping } from './retention.ts';
import { triageSettingsSchema } from './triage/settings.ts';
import type { SettledTriageSettings } from './triage/settings.ts';

/** A municipality's service as the program knows it: what it wrote in `config/<id>/`, checked. */
export interface Municipality {
  readonly id: MunicipalityId;
  /** Made up for the sandbox; never served to real people. */
  readonly invented: boolean;
  /** The legal controller, e.g. «Eksempelvik kommune». */
  readonly name: string;
  /** The service's own name, e.g. «Utekontakten». */
  readonly service: string;
  /** Nine digits. */
  readonly organisationNumber: string;
  /** The written Norwegian it answers in. */
  readonly language: 'nb' | 'nn';
  /** The staff guild; belongs to one municipality only. */
  readonly guildId: Snowflake;
  readonly staffChannelId: Snowflake;
  /** Where an alert nobody has taken goes next, in order. */
  readonly fallbackChannelIds: readonly Snowflake[];
  readonly roles: Readonly<Record<Exclude<StaffRole, 'contentProducer'>, Snowflake>> & {
    readonly contentProducer?: Snowflake | undefined;
  };
  /** Who is called outside the staff channels when nobody takes a case. Empty and absent: nobody. */
  readonly escalation: {
    /** Coordinators who get a direct message, in order. */
    readonly coordinatorIds: readonly Snowflake[];
    /** The municipality's own gateway for SMS and e-mail; gets the case number and the level, never words. */
    readonly webhook?: string | undefined;
  };
  /** Servers where young people meet the service, each with the channel of its card. */
  readonly gameGuilds: readonly { readonly guildId: Snowflake; readonly cardChannelId: Snowflake }[];
  /** How conversations are looked after. */
  readonly conversation: ConversationSettings;
  /** Where staff read what was written. Source: DESIGN §5 Staff channel. */
  readonly staffView: StaffView;
  /** How long conversations that begin now are kept. */
  readonly retention: Keeping;
  /** Ways that need no Discord. */
  readonly visit: { readonly address: string; readonly phone: string; readonly email: string; readonly web: string };
  /** Address of the privacy statement. */
  readonly privacyStatement: string;
  /** Personvernombudet. */
  readonly dataProtectionOfficer: {
    readonly name: string;
    readonly email: string;
    readonly phone?: string | undefined;
  };
  readonly hours: Schedule;
  /** The municipality's own; the required kinds are always among them. */
  readonly contacts: readonly Contact[];
  /** Further numbers of the municipality and its partners that redaction must leave, e.g. switchboards. Digits. */
  readonly publishedNumbers: readonly string[];
  /** Names, schools and streets redaction knows here besides its own lists. */
  readonly redaction: LocalWords;
  /** Digits of every number the service itself has published: redaction leaves them. Sorted, each once. */
  readonly protectedNumbers: readonly string[];
  readonly duties: Readonly<Record<Duty, Localised>>;
  /**
   * In force at this moment; absent: nothing is approved. As configured it is a seed, which only an invented municipality
   * may have; what counts for real people is on record (`withApprovalInForce`).
   */
  readonly approval?: RecordedApproval;
  /** Somebody has stopped the intake, or the approval has run out: senders are told that it is for now. */
  readonly intakePaused?: boolean;
  /** Whether a worker must have practised and ticked the subjects before they check in. Source: 003:85. */
  readonly training: { readonly required: boolean };
  /** How the bot presents itself in the guilds of this municipality; left out: built from service and municipality. */
  readonly profile: { readonly name?: string | undefined; readonly bio?: string | undefined };
  /** What the coordinator has moved in triage; never an acute rule. */
  readonly triage: SettledTriageSettings;
  /** The municipality's own wording, by catalogue key; checked where the catalogue is known. */
  readonly texts: Readonly<Partial<Record<CatalogueLanguage, Wordings>>>;
  /** Sámi texts from a human translator, by catalogue key; `texts-se.json` and the like, checked as `texts` are. */
  readonly translations: Readonly<Partial<Record<SamiLanguage, Wordings>>>;
}

/** Texts by catalogue key. */
export type Wordings = Readonly<Record<string, string>>;

/** `thread`: in the case's thread. `stub`: behind an access-logged button. `desk`: on the sealed desk only. */
export const staffViews = ['thread', 'stub', 'desk'] as const;
export type StaffView = (typeof staffViews)[number];

export interface ConversationSettings {
  /** Staff are reminded when a sender has waited this long; sooner when it is serious. 5–240. */
  readonly unansweredMinutes: number;
  /** How long after a worrying message a case closes only with a hand-over step. 15–1440. */
  readonly worryCloseMinutes: number;
}

export type Duty = 'taushetsplikt' | 'avvergingsplikt' | 'opplysningsplikt';

export interface RecordedApproval extends Approval {
  readonly decidedBy: string;
  readonly decidedRole: string;
  /** Case number in the municipality's archive. */
  readonly reference: string;
}

const digitsOf = (number: string): string => number.replaceAll(/\D/g, '');

/** Source: Brønnøysundregistrene, «Om organisasjonsnummeret»: nine digits, the last by modulus 11. */
function isOrganisationNumber(value: string): boolean {
  if (!/^\d{9}$/.test(value)) return false;
  const weights = [3, 2, 7, 6, 5, 4, 3, 2, 1];
  return weights.reduce((sum, weight, index) => sum + weight * Number(value[index]), 0) % 11 === 0;
}

const line = (max: number) => z.string().trim().min(1, 'is empty').max(max, `is longer than ${max} characters`);
const https = z.url({ protocol: /^https$/, error: 'needs an address that begins with https://' });
const email = z.email('is not an e-mail address');
const phone = z.string().regex(/^\d[\d ]{1,11}\d$/, 'needs digits and spaces only, without country code');
const date = z.string().refine(isLocalDate, 'needs a date that exists, YYYY-MM-DD');
const snowflake = z.custom<Snowflake>((value) => typeof value === 'string' && isSnowflake(value), {
  error: ({ input }) => (input === undefined ? 'is missing' : 'not a Discord id; needs 17 to 20 digits in quotes'),
});
const municipalityId = z.custom<MunicipalityId>(
  (value) => typeof value === 'string' && /^[a-z][a-z0-9-]{1,30}$/.test(value),
  'needs 2 to 31 small letters, digits and hyphens',
);
const duty = localisedSchema(600);
const wording = z.record(z.string(), line(2_000)).readonly();

const loopback: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];
const gatewayAddress = z.string().refine((text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.includes(url.hostname));
}, 'needs an address that begins with https://');
const mostCoordinators = 10;
const escalationFile = z
  .strictObject({
    coordinatorIds: z.array(snowflake).max(mostCoordinators, `has more than ${mostCoordinators} people`).readonly(),
    webhook: gatewayAddress.optional(),
  })
  .readonly();

const approvalFile = z.strictObject({
  strategies: z
    .array(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], 'is not a strategy: 1, 2, 3 or 4'))
    .min(1, 'needs at least one strategy; leave approval out while nothing is approved')
    .readonly(),
  decidedBy: line(120),
  decidedRole: line(120),
  decidedAt: date,
  reference: line(120),
  reviewDate: date,
});

const minutes = (least: number, most: number) =>
  z.int().min(least, `is less than ${least} minutes`).max(most, `is more than ${most} minutes`);
const conversationFile = z
  .strictObject({
    unansweredMinutes: minutes(5, 240).default(30),
    worryCloseMinutes: minutes(15, 1_440).default(60),
  })
  .readonly();

const hours = (most: number) =>
  z
    .int()
    .min(shortestKeepingHours, `is less than ${shortestKeepingHours} hours`)
    .max(most, `is more than ${most} hours`);
const retentionFile = z
  .strictObject({
    conversationHours: hours(longestKeeping.conversationHours).default(ordinaryKeeping.conversationHours),
    originalHours: hours(longestKeeping.originalHours).default(ordinaryKeeping.originalHours),
  })
  .readonly();

/** The form of `municipality.json`. Hours and contacts have files of their own beside it. */
export const municipalityFileSchema = z
  .strictObject({
    id: municipalityId,
    invented: z.boolean().default(false),
    name: line(80),
    service: line(60),
    organisationNumber: z.string().refine(isOrganisationNumber, 'is not an organisation number of nine digits'),
    language: z.enum(['nb', 'nn']),
    guildId: snowflake,
    staffChannelId: snowflake,
    fallbackChannelIds: z.array(snowflake).readonly(),
    roles: z
      .strictObject({
        caseworker: snowflake,
        dutyLead: snowflake,
        coordinator: snowflake,
        contentProducer: snowflake.optional(),
      })
      .readonly(),
    escalation: escalationFile.default({ coordinatorIds: [] }),
    gameGuilds: z.array(z.strictObject({ guildId: snowflake, cardChannelId: snowflake }).readonly()).readonly(),
    conversation: conversationFile.prefault({}),
    staffView: z.enum(staffViews).default('thread'),
    retention: retentionFile.prefault({}),
    visit: z.strictObject({ address: line(160), phone, email, web: https }).readonly(),
    privacyStatement: https,
    publishedNumbers: z.array(phone.transform(digitsOf)).readonly().default([]),
    redaction: localWordsSchema.prefault({}),
    dataProtectionOfficer: z.strictObject({ name: line(120), email, phone: phone.optional() }).readonly(),
    duties: z.strictObject({ taushetsplikt: duty, avvergingsplikt: duty, opplysningsplikt: duty }).readonly(),
    approval: approvalFile.optional(),
    training: z.strictObject({ required: z.boolean() }).readonly().default({ required: false }),
    // Source: Discord, «Modify Current Member»: a name of 32 characters, a bio of 190.
    profile: z
      .strictObject({ name: line(32).optional(), bio: line(190).optional() })
      .readonly()
      .default({}),
    triage: triageSettingsSchema.prefault({}),
    texts: z.partialRecord(z.enum(catalogueLanguages), wording).readonly().default({}),
    translations: z.partialRecord(z.enum(samiLanguages), wording).readonly().default({}),
  })
  .superRefine((file, context) => {
    const refuse = (path: PropertyKey[], message: string) => {
      context.addIssue({ code: 'custom', path, message });
    };

    for (const [role, id] of Object.entries(file.roles)) {
      // Discord gives the role @everyone the id of its guild.
      if (id === file.guildId) refuse(['roles', role], 'is the id of the guild, which is the role of everybody in it');
    }
    const staffOnly = new Set<string>([file.staffChannelId, ...file.fallbackChannelIds]);
    const fallbacks = new Set<string>([file.staffChannelId]);
    for (const [index, id] of file.fallbackChannelIds.entries()) {
      if (fallbacks.has(id)) refuse(['fallbackChannelIds', index], 'has been alerted already; give another channel');
      fallbacks.add(id);
    }
    for (const [index, { cardChannelId }] of file.gameGuilds.entries()) {
      if (staffOnly.has(cardChannelId)) {
        refuse(['gameGuilds', index, 'cardChannelId'], 'is a staff channel; the card is for everybody');
      }
    }
    for (const { path, message } of faultsOfLocalWords(file.redaction, [
      digitsOf(file.visit.phone),
      ...file.publishedNumbers,
    ])) {
      refuse(['redaction', ...path], message);
    }
    const { approval } = file;
    if (approval && !file.invented) {
      refuse(['approval'], 'is only for an invented municipality; a real one is approved with /godkjenning');
    }
    if (approval && approval.reviewDate <= approval.decidedAt) {
      refuse(['approval', 'reviewDate'], 'must come after decidedAt');
    }
  });
export type MunicipalityFile = z.output<typeof municipalityFileSchema>;

/** Dates of the approval begin at midnight in the time zone of the opening hours. */
export function assembleMunicipality(
  file: MunicipalityFile,
  hours: Schedule,
  contacts: readonly Contact[],
): Municipality {
  const { approval, ...rest } = file;
  const numbers = [
    file.visit.phone,
    ...(file.dataProtectionOfficer.phone === undefined ? [] : [file.dataProtectionOfficer.phone]),
  ];
  return {
    ...rest,
    hours,
    contacts,
    protectedNumbers: [
      ...new Set([...numbers.map(digitsOf), ...file.publishedNumbers, ...digitsOfContacts(contacts)]),
    ].sort(),
    ...(approval && {
      approval: {
        strategies: approval.strategies,
        decidedBy: approval.decidedBy,
        decidedRole: approval.decidedRole,
        decidedAt: startOfDay(approval.decidedAt, hours.timeZone),
        reference: approval.reference,
        reviewAt: startOfDay(approval.reviewDate, hours.timeZone),
      },
    }),
  };
}

const digitsOfContacts = (contacts: readonly Contact[]): readonly string[] =>
  contacts.flatMap(({ phone: number }) => (number ? [number.digits] : []));

/** Every number redaction must leave alone in this municipality: its own and the national ones. */
export const publishedNumbers = (
  municipality: Municipality | undefined,
  national: NationalContacts,
): readonly string[] => [
  ...new Set([...(municipality?.protectedNumbers ?? []), ...digitsOfContacts(national.contacts)]),
];
