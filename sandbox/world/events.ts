import type { ModalView } from '../control-api.ts';
import type { Wire } from '../json.ts';
import type { Channel, Guild, Member, Message, Role } from './model.ts';

/** Something that happened in the local Discord; the gateway tells the bot, the control API tells people. */
export type WorldEvent =
  | { readonly kind: 'message-created' | 'message-updated'; readonly channel: Channel; readonly message: Message }
  | {
      readonly kind: 'messages-deleted';
      readonly channel: Channel;
      readonly messages: readonly Message[];
      readonly bulk: boolean;
    }
  | { readonly kind: 'channel-created' | 'channel-updated' | 'channel-deleted'; readonly channel: Channel }
  | { readonly kind: 'thread-created' | 'thread-updated' | 'thread-deleted'; readonly channel: Channel }
  | {
      readonly kind: 'thread-members';
      readonly channel: Channel;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | { readonly kind: 'pins'; readonly channel: Channel }
  | {
      readonly kind: 'reaction';
      readonly added: boolean;
      readonly channel: Channel;
      readonly message: Message;
      readonly userId: string;
      readonly emoji: string;
    }
  | { readonly kind: 'typing'; readonly channel: Channel; readonly userId: string }
  | {
      readonly kind: 'member-added' | 'member-updated' | 'member-removed';
      readonly guild: Guild;
      readonly member: Member;
    }
  | { readonly kind: 'role-created' | 'role-updated'; readonly guild: Guild; readonly role: Role }
  | { readonly kind: 'guild-updated'; readonly guild: Guild }
  | { readonly kind: 'bot-joined' | 'bot-left' | 'guild-unavailable' | 'guild-available'; readonly guild: Guild }
  | {
      readonly kind: 'scheduled-event';
      readonly act: 'CREATE' | 'UPDATE' | 'DELETE';
      readonly guild: Guild;
      readonly event: Wire;
    }
  | { readonly kind: 'interaction'; readonly payload: Wire; readonly guildId: string | null }
  | { readonly kind: 'interaction-failed'; readonly interactionId: string; readonly userId: string }
  | { readonly kind: 'modal-opened'; readonly userId: string; readonly modal: ModalView }
  | { readonly kind: 'bot-user-updated' }
  | { readonly kind: 'user-updated'; readonly userId: string }
  | { readonly kind: 'commands-changed' }
  | { readonly kind: 'presence-changed' }
  | { readonly kind: 'clock-moved' };
