import type { PersonaFault } from '../../core/persona.ts';
import type { Catalogue } from '../nb.ts';

const faults: Readonly<Record<PersonaFault, string>> = {
  'name-without-service': 'The name does not say which service it is.',
  'name-without-municipality': 'The name does not say which municipality it is.',
  'name-too-long': 'The name is too long. Discord has room for 32 characters.',
  'default-avatar':
    'The bot has Discord’s default picture. Put the coat of arms as `avatar.png` in the municipality’s folder.',
  'owned-by-one-person': 'The app is owned by one person. Move it to a team in the developer portal.',
};

export const profile: Catalogue['profile'] = {
  bio: ({ web }) =>
    `Municipal service for young people. A bot receives, humans answer. Not for emergencies. Check that it is us: ${web}`,
  title: () => 'This is how the bot will present itself',
  name: ({ name }) => `Name: **${name}**`,
  bioLine: ({ bio }) => `About: ${bio}`,
  pictures: ({ avatar, banner }) =>
    `Coat of arms: ${avatar ? 'yes, shown below' : 'missing (`avatar.png` in the municipality’s folder)'}. Banner: ${banner ? 'yes, shown below' : 'none'}.`,
  nowTitle: () => 'This is how it is now',
  now: ({ guildId, name, avatar }) => `- ${guildId}: ${name}, ${avatar ? 'own picture' : 'default picture'}`,
  notThere: ({ guildId }) => `- ${guildId}: the bot is not a member here`,
  moreGuilds: ({ count }) => `- and ${count} more`,
  fault: ({ fault }) => faults[fault],
  fixName: () => 'Correct `profile.name` before the name is used.',
  applyButton: () => 'Use it in all servers',
  applied: ({ count }) => `The profile is set in ${count} servers.`,
  refused: ({ count }) => `${count} servers refused. Give the bot “Change nickname” there, or ask the owner.`,
};
