import type { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import type { Case } from '../core/case.ts';

/** «… skriver» in the sender's conversation, for the ten seconds Discord shows it. Where no conversation is open, nothing. */
export const createShowTyping =
  (rest: Pick<REST, 'post'>, onFault: (fault: unknown) => void) =>
  ({ dmChannelId }: Case): void => {
    if (dmChannelId) rest.post(Routes.channelTyping(dmChannelId)).catch(onFault);
  };
