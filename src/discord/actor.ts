import { GuildMember, PermissionFlagsBits } from 'discord.js';
import type { BaseInteraction } from 'discord.js';
import { mayPerform } from '../core/access.ts';
import type { Act, StaffRole } from '../core/access.ts';
import { isSnowflake } from '../core/ids.ts';
import type { CaseId, Snowflake } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import type { FoundingMunicipality } from '../core/settings/founding.ts';
import type { Municipality } from '../core/municipality.ts';
import type { CasePress } from '../flows/act-on-case.ts';
import { textsIn } from '../i18n/catalogue.ts';
import type { Municipalities, Staff } from '../ports.ts';
import type { Readers } from './readers.ts';

/**
 * The staff member behind an interaction, from the interaction's own guild and roles at this very moment. Nobody when
 * it comes from a DM, from a guild that is no municipality's staff guild, or without a staff role.
 */
export function staffOf(
  interaction: BaseInteraction,
  municipalities: Pick<Municipalities, 'ofStaffGuild'>,
): Staff | undefined {
  const { guildId, member, user } = interaction;
  if (!guildId || !member || !isSnowflake(guildId) || !isSnowflake(user.id)) return undefined;
  const municipality = municipalities.ofStaffGuild(guildId);
  if (!municipality) return undefined;
  const roleIds = Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
  return staffAs(municipality, { id: user.id, roleIds, displayName: displayNameOf(interaction) });
}

/** A staff member and the municipality whose guild they are in. */
export interface StaffHere {
  readonly staff: Staff;
  readonly municipality: Municipality;
}

/** As `staffOf`, with the municipality as it is set now. */
export function staffHere(
  interaction: BaseInteraction,
  municipalities: Pick<Municipalities, 'ofStaffGuild' | 'find'>,
): StaffHere | undefined {
  const staff = staffOf(interaction, municipalities);
  const municipality = staff && municipalities.find(staff.municipalityId);
  return staff && municipality && { staff, municipality };
}

/** What somebody permitted asks for, where, and the language they read. */
export interface StaffAsking {
  readonly press: { readonly cause: string; readonly staff: Staff };
  readonly municipality: Municipality;
  readonly reader: Language;
}

/** Nobody when the one behind the interaction may not do this. */
export function staffAsking(
  interaction: BaseInteraction,
  act: Act,
  { municipalities, readers }: { readonly municipalities: Municipalities; readonly readers: Readers },
): StaffAsking | undefined {
  const here = staffHere(interaction, municipalities);
  if (!here || !mayPerform(here.staff.roles, act)) return undefined;
  const { staff, municipality } = here;
  const reader = readers.languageOfStaff(interaction, staff.municipalityId);
  return { press: { cause: interaction.id, staff }, municipality, reader };
}

/**
 * Whoever may set the service up: staff, and before roles are chosen the one who may administer the guild that the files
 * name as the municipality's.
 */
export function setupStaffOf(
  interaction: BaseInteraction,
  municipalities: Pick<Municipalities, 'ofStaffGuild'>,
  founding: readonly Pick<FoundingMunicipality, 'id' | 'guildId'>[],
): Staff | undefined {
  const staff = staffOf(interaction, municipalities);
  if (staff) return staff;
  const { guildId, user, memberPermissions } = interaction;
  const here = founding.find((one) => one.guildId === guildId);
  if (!here || !isSnowflake(user.id) || memberPermissions?.has(PermissionFlagsBits.ManageGuild) !== true)
    return undefined;
  return { id: user.id, municipalityId: here.id, roles: ['coordinator'], signature: displayNameOf(interaction) };
}

interface Member {
  readonly id: Snowflake;
  readonly roleIds: readonly string[];
  readonly displayName: string;
}

/** A member of the staff guild as staff; nobody without a staff role. */
export function staffAs(municipality: Municipality, { id, roleIds, displayName }: Member): Staff | undefined {
  const roles = staffRoles(municipality, roleIds);
  const [first] = roles;
  if (!first) return undefined;
  const firstName = displayName.trim().split(/\s+/u)[0] ?? '';
  const { roleName } = textsIn(municipality.language).words;
  return { id, municipalityId: municipality.id, roles, signature: `${firstName}, ${roleName({ role: first })}` };
}

/** In order of standing: the first is the one a signature names. */
const standing: readonly StaffRole[] = ['dutyLead', 'caseworker', 'coordinator', 'contentProducer'];

const staffRoles = ({ roles }: Municipality, memberRoleIds: readonly string[]): readonly StaffRole[] =>
  standing.filter((role) => {
    const roleId = roles[role];
    return roleId !== undefined && memberRoleIds.includes(roleId);
  });

function displayNameOf({ member, user }: BaseInteraction): string {
  const nick = member instanceof GuildMember ? member.nickname : member?.nick;
  return nick ?? user.globalName ?? user.username;
}

/** A press on a case by a staff member, or nothing when the presser is none. */
export function pressOf(
  interaction: BaseInteraction,
  municipalities: Pick<Municipalities, 'ofStaffGuild'>,
  caseId: CaseId,
): CasePress | undefined {
  const staff = staffOf(interaction, municipalities);
  return staff && { cause: interaction.id, staff, caseId };
}
