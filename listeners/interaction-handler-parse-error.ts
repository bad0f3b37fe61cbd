import { Events, Listener } from '@sapphire/framework';
import type { InteractionHandlerParseError } from '@sapphire/framework';

/** A custom id could not be read: its sender gets a sentence and a reference. */
export class InteractionHandlerParseErrorListener extends Listener<typeof Events.InteractionHandlerParseError> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.InteractionHandlerParseError });
  }

  override async run(fault: unknown, { interaction, handler }: InteractionHandlerParseError): Promise<void> {
    await this.container.app.apologise(interaction, fault, handler.name);
  }
}
