import { Events, Listener } from '@sapphire/framework';
import type { ChatInputCommandErrorPayload } from '@sapphire/framework';

/** A command failed: its sender gets a sentence and a reference. */
export class ChatInputCommandErrorListener extends Listener<typeof Events.ChatInputCommandError> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.ChatInputCommandError });
  }

  override async run(fault: unknown, { interaction, command }: ChatInputCommandErrorPayload): Promise<void> {
    await this.container.app.apologise(interaction, fault, command.name);
  }
}
