import { addGuild, addText, hide, municipalityBotPermissions, role, seedIds, show, staffPermissions } from './seed.ts';
import type { World } from './world/world.ts';

/** A second invented municipality, for what happens when a sender shares servers with two. */
export const neighbourIds = {
  guild: '1300000000000000400',
  roles: {
    koordinator: '1300000000000000411',
    saksbehandler: '1300000000000000412',
    vakthavende: '1300000000000000413',
    bot: '1300000000000000419',
  },
  channels: { vakt: '1300000000000000422' },
} as const;

/** Ola and Berit work there; Kim, who plays in Eksempelvik too, is in its server. */
export function addNeighbour(world: World): void {
  const { guild: id, roles, channels } = neighbourIds;
  const { users, bot } = seedIds;
  const guild = addGuild(world, {
    id,
    name: 'Nabovik kommune',
    roles: [
      role(roles.saksbehandler, 'saksbehandler', staffPermissions, 1),
      role(roles.vakthavende, 'vakthavende', staffPermissions, 2, { mentionable: true }),
      role(roles.koordinator, 'koordinator', staffPermissions, 3),
      role(roles.bot, 'Utekontakten Eksempelvik', municipalityBotPermissions, 4, { botId: bot }),
    ],
    members: {
      [bot]: [roles.bot],
      [users.ola]: [roles.saksbehandler, roles.vakthavende],
      [users.berit]: [roles.koordinator],
      [users.kim]: [],
      [users.eier]: [],
    },
  });
  addText(world, guild, channels.vakt, 'nabovik-vakt', 'Saker til vakta i Nabovik', [
    hide(id),
    show(roles.saksbehandler),
    show(roles.vakthavende),
    show(roles.koordinator),
    show(roles.bot),
  ]);
}
