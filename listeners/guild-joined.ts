import { Events, Listener } from '@sapphire/framework';
import type { Guild } from 'discord.js';

/** The service was added to a server: its card is put up there. */
export class GuildJoinedListener extends Listener<typeof Events.GuildCreate> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.GuildCreate });
  }

  override async run(guild: Guild): Promise<void> {
    await this.container.app.ensureCards(guild.id);
  }
}
