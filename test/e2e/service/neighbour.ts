import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { neighbourIds } from '../../../sandbox/seed-neighbour.ts';
import { seedIds } from '../../../sandbox/seed.ts';
import { configurationWith } from '../presence/configured.ts';

const { guilds, channels } = seedIds;

/** Eksempelvik as it is shipped, and a neighbour made of the same words. */
export function twoMunicipalities() {
  const configuration = configurationWith(() => ({}));
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(configuration.folder, 'eksempelvik', name), 'utf8'));
  const first = read('municipality.json') as Record<string, unknown>;
  const folder = join(configuration.folder, 'nabovik');
  mkdirSync(folder);
  for (const name of ['contacts.json', 'hours.json', 'avatar.png'])
    cpSync(join(configuration.folder, 'eksempelvik', name), join(folder, name));
  const { saksbehandler: caseworker, vakthavende: dutyLead, koordinator: coordinator } = neighbourIds.roles;
  writeFileSync(
    join(folder, 'municipality.json'),
    JSON.stringify({
      ...first,
      id: 'nabovik',
      name: 'Nabovik kommune',
      guildId: neighbourIds.guild,
      staffChannelId: neighbourIds.channels.vakt,
      fallbackChannelIds: [],
      roles: { caseworker, dutyLead, coordinator },
      gameGuilds: [{ guildId: guilds.roblox, cardChannelId: channels.robloxUtekontakten }],
    }),
  );
  const gameGuilds = [{ guildId: guilds.minecraft, cardChannelId: channels.minecraftUtekontakten }];
  writeFileSync(
    join(configuration.folder, 'eksempelvik', 'municipality.json'),
    JSON.stringify({ ...first, gameGuilds }),
  );
  return configuration;
}
