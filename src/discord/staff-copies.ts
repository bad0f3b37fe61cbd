import type { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import type { StaffCopies } from '../flows/data-subject/staff-copies.ts';
import { refusalOf } from './refusal.ts';

/** Deletes what the service has posted to staff about a case: its thread, and the card the thread began from. */
export const createStaffCopies = (rest: Pick<REST, 'delete'>, onFault: (fault: unknown) => void): StaffCopies => ({
  async remove({ kind, posted: { channelId, messageId } }) {
    try {
      await rest.delete(kind === 'thread' ? Routes.channel(channelId) : Routes.channelMessage(channelId, messageId));
      return true;
    } catch (fault) {
      const refusal = refusalOf(fault);
      if (refusal.kind === 'undeliverable' && refusal.reason === 'channel-gone') return true;
      onFault(fault);
      return false;
    }
  },
});
