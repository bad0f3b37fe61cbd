import type { Strategy } from '../approval.ts';
import type { Snowflake } from '../ids.ts';
import type { LocalDate } from '../hours/local-date.ts';
import type { PersonaFault } from '../persona.ts';

/** What one channel is there for. */
export type ChannelUse = 'staff' | 'fallback' | 'card';

/** Something that is not as it should be. Ids and counts; never a secret, never a word of the public. */
export type Finding =
  | { readonly kind: 'settings-refused'; readonly where: string; readonly what: string }
  | { readonly kind: 'token-missing' | 'token-refused' | 'discord-unreachable' }
  | { readonly kind: 'clock-off'; readonly seconds: number }
  /** A young person cannot see at one glance in these guilds that it is the municipality. */
  | {
      readonly kind: 'persona';
      readonly guildIds: readonly Snowflake[];
      readonly fault: PersonaFault;
      readonly suggested: string;
    }
  | { readonly kind: 'no-team' }
  | { readonly kind: 'needless-intents' }
  | { readonly kind: 'guild-missing'; readonly guildId: Snowflake; readonly use: 'staff' | 'game' }
  | { readonly kind: 'no-mfa' }
  | { readonly kind: 'role-missing'; readonly role: string; readonly roleId: Snowflake }
  | { readonly kind: 'role-unfit'; readonly role: string; readonly roleId: Snowflake }
  | { readonly kind: 'bot-is-administrator'; readonly guildId: Snowflake }
  /** Activities are approved, and this server's calendar is closed to the bot: they are told of in the channel alone. */
  | { readonly kind: 'no-calendar'; readonly guildId: Snowflake }
  | { readonly kind: 'channel-missing'; readonly channelId: Snowflake; readonly use: ChannelUse }
  | { readonly kind: 'channel-elsewhere'; readonly channelId: Snowflake; readonly use: ChannelUse }
  | { readonly kind: 'channel-public'; readonly channelId: Snowflake; readonly use: ChannelUse }
  | { readonly kind: 'card-hidden'; readonly channelId: Snowflake }
  | { readonly kind: 'channel-shared'; readonly channelId: Snowflake; readonly count: number }
  /** The content producers' role lets them read where cases are shown. Source: DESIGN §1, they see no conversation. */
  | { readonly kind: 'producer-reads-cases'; readonly channelId: Snowflake }
  | {
      readonly kind: 'permissions-missing';
      readonly channelId: Snowflake;
      readonly use: ChannelUse;
      readonly names: readonly string[];
    }
  | { readonly kind: 'no-fallback' | 'no-escalation' }
  /** Who is to be called is not in the staff guild, so that no direct message can reach them. */
  | { readonly kind: 'coordinator-unreachable'; readonly userId: Snowflake }
  | { readonly kind: 'webhook-unreachable' }
  /** `days` since the last one; absent: none is known. */
  | { readonly kind: 'backup-old'; readonly days?: number }
  | { readonly kind: 'setup-unfinished'; readonly municipality: string }
  | { readonly kind: 'settings-damaged'; readonly municipality: string }
  | { readonly kind: 'not-test-posted' }
  | { readonly kind: 'never-open' | 'school-hours-only' }
  /** Nobody has checked them, or it is too long ago. Names of services; `national`: not the municipality's own. */
  | { readonly kind: 'contacts-overdue'; readonly national: boolean; readonly names: readonly string[] }
  | { readonly kind: 'not-approved'; readonly strategy: Strategy }
  | { readonly kind: 'approval-expired'; readonly strategy: Strategy; readonly on: LocalDate }
  | { readonly kind: 'review-soon'; readonly strategy: Strategy; readonly on: LocalDate }
  | { readonly kind: 'approval-unreadable' | 'intake-paused' }
  | {
      readonly kind:
        | 'store-new'
        | 'store-unreadable'
        | 'store-restored'
        | 'store-open-to-others'
        | 'ledger-new'
        | 'ledger-unwritable';
    }
  | { readonly kind: 'store-refused'; readonly code: string }
  | { readonly kind: 'audit-broken'; readonly sequence: number }
  | { readonly kind: 'little-space'; readonly megabytes: number }
  | { readonly kind: 'alerts-waiting'; readonly seconds: number };

/** A fault stops the service from doing its work, or puts somebody at risk; a warning should be looked at. */
export const isFault: Readonly<Record<Finding['kind'], boolean>> = {
  'settings-refused': true,
  'token-missing': true,
  'token-refused': true,
  'discord-unreachable': true,
  'clock-off': true,
  persona: false,
  'no-team': false,
  'needless-intents': false,
  'guild-missing': true,
  'no-mfa': true,
  'role-missing': true,
  'role-unfit': true,
  'bot-is-administrator': true,
  'no-calendar': false,
  'channel-missing': true,
  'channel-elsewhere': true,
  'channel-public': true,
  'card-hidden': false,
  'channel-shared': false,
  'producer-reads-cases': true,
  'permissions-missing': true,
  'coordinator-unreachable': false,
  'webhook-unreachable': false,
  'backup-old': false,
  'setup-unfinished': false,
  'settings-damaged': true,
  'not-test-posted': false,
  'no-fallback': false,
  'no-escalation': false,
  'never-open': true,
  'school-hours-only': false,
  'contacts-overdue': false,
  'not-approved': true,
  'approval-expired': true,
  'review-soon': false,
  'approval-unreadable': true,
  'intake-paused': false,
  'store-new': false,
  'store-unreadable': true,
  'store-restored': false,
  'ledger-new': false,
  'ledger-unwritable': true,
  'store-refused': true,
  'store-open-to-others': true,
  'audit-broken': true,
  'little-space': true,
  'alerts-waiting': true,
};
