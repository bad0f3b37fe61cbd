import { Events, Listener } from '@sapphire/framework';
import type { InteractionHandlerError } from '@sapphire/framework';

/** A press or form failed: its sender gets a sentence and a reference. */
export class InteractionHandlerErrorListener extends Listener<typeof Events.InteractionHandlerError> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.InteractionHandlerError });
  }

  override async run(fault: unknown, { interaction, handler }: InteractionHandlerError): Promise<void> {
    await this.container.app.apologise(interaction, fault, handler.name);
  }
}
