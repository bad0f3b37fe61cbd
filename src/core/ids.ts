declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A Discord id: 17–20 digits. */
export type Snowflake = Branded<'Snowflake'>;
/** A municipality's own short name in configuration, e.g. `eksempelvik`. */
export type MunicipalityId = Branded<'MunicipalityId'>;
/** Opaque and unguessable: 128 random bits, base64url (22 characters). Safe in custom ids and logs. */
export type CaseId = Branded<'CaseId'>;
/** Keyed pseudonym of a sender, bound to one municipality. Never a Discord id, never reversible without the key. */
export type SenderKey = Branded<'SenderKey'>;
/** Work with the same lane is done one at a time, oldest first. Keyed; carries no Discord id. */
export type Lane = Branded<'Lane'>;

const snowflakePattern = /^\d{17,20}$/;
export const isSnowflake = (value: string): value is Snowflake => snowflakePattern.test(value);

const discordEpochMs = 1_420_070_400_000;
/** When Discord made the id, in epoch milliseconds. */
export const snowflakeInstant = (id: Snowflake): number => Number(BigInt(id) >> 22n) + discordEpochMs;

const casePattern = /^[\w-]{22}$/;
export const isCaseId = (value: string): value is CaseId => casePattern.test(value);
