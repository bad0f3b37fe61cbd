import { Events, Listener } from '@sapphire/framework';
import type { UnknownChatInputCommandPayload } from '@sapphire/framework';
import { ephemeral } from '../src/discord/reply.ts';

/** A command this version no longer has: says so. */
export class UnknownCommandListener extends Listener<typeof Events.UnknownChatInputCommand> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.UnknownChatInputCommand });
  }

  override async run({ interaction }: UnknownChatInputCommandPayload): Promise<void> {
    await interaction.reply(ephemeral(this.container.app.stale(interaction, interaction.guildId)));
  }
}
