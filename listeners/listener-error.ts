import { Events, Listener } from '@sapphire/framework';
import type { ListenerErrorPayload } from '@sapphire/framework';

/** A listener failed: noted by kind, without its words. */
export class ListenerErrorListener extends Listener<typeof Events.ListenerError> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.ListenerError });
  }

  override run(fault: unknown, { piece }: ListenerErrorPayload): void {
    this.container.app.note(fault, piece.name);
  }
}
