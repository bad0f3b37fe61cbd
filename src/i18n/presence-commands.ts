import { command } from './command-text.ts';
import type { CommandText } from './command-text.ts';

/** For coordinators and content producers: how the service shows itself, and what it tells of. */
export const presenceCommands = {
  profile: command('profil', {
    norwegian: 'profil',
    english: 'profile',
    norwegianDescription: 'For koordinator: se og sett botens navn, bilde og omtale',
    description: 'For the coordinator: see and set the bot’s name, picture and bio',
  }),
} as const satisfies Readonly<Record<string, CommandText>>;
