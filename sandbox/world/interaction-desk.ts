import { randomBytes } from 'node:crypto';
import type { ChoiceView, ModalView } from '../control-api.ts';
import { refuse } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { Message } from './model.ts';

/** What the person saw; the control API turns messages into views. */
export type Receipt =
  | { readonly kind: 'failed' | 'silent' }
  | { readonly kind: 'message' | 'thinking' | 'updated'; readonly message: Message }
  | { readonly kind: 'modal'; readonly modal: ModalView }
  | { readonly kind: 'choices'; readonly choices: readonly ChoiceView[] };

export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** Discord's interaction type: 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly type: 2 | 3 | 4 | 5;
  readonly userId: string;
  readonly channelId: string;
  readonly guildId: string | null;
  /** Full command name, for the message's header. */
  readonly name: string | null;
  readonly commandType: number | null;
  /** The message whose component was pressed, also behind a form opened from it. */
  readonly source: Message | null;
  /** Monotonic milliseconds. */
  readonly startedAt: number;
  /** Epoch milliseconds on the sandbox's clock. */
  readonly openedAt: number;
  acknowledged: boolean;
  /** Message behind `@original`. */
  original: Message | null;
  /** The first answer is a placeholder waiting to be filled. */
  waiting: boolean;
  settle: (receipt: Receipt) => void;
}

/** A form on somebody's screen. */
export interface OpenForm {
  readonly customId: string;
  readonly components: readonly JsonObject[];
  readonly by: Interaction;
}

export interface Limits {
  readonly firstAnswerMs: number;
  readonly interactionTokenMs: number;
}

/** The interactions under way and the forms that are open. */
export class InteractionDesk {
  readonly #byId = new Map<string, Interaction>();
  readonly #byToken = new Map<string, Interaction>();
  readonly #forms = new Map<string, OpenForm>();
  readonly #timers = new Set<NodeJS.Timeout>();

  /** Starts an interaction; the promise tells what the person saw within the time of a first answer. */
  begin(
    given: Omit<Interaction, 'token' | 'startedAt' | 'acknowledged' | 'original' | 'waiting' | 'settle'>,
    limits: Limits,
  ): { readonly interaction: Interaction; readonly seen: Promise<Receipt> } {
    this.#forgetOlderThan(given.openedAt - 2 * limits.interactionTokenMs);
    const { promise, resolve } = Promise.withResolvers<Receipt>();
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      resolve({ kind: 'failed' });
    }, limits.firstAnswerMs);
    this.#timers.add(timer);
    const interaction: Interaction = {
      ...given,
      token: randomBytes(60).toString('base64url'),
      startedAt: performance.now(),
      acknowledged: false,
      original: null,
      waiting: false,
      settle: (receipt) => {
        clearTimeout(timer);
        this.#timers.delete(timer);
        resolve(receipt);
      },
    };
    this.#byId.set(interaction.id, interaction);
    this.#byToken.set(interaction.token, interaction);
    return { interaction, seen: promise };
  }

  /** The interaction waiting for its first answer. @throws ApiError 10062 when unknown or late, 40060 when answered */
  toAnswer(id: string, token: string, limits: Limits): Interaction {
    const interaction = this.#byId.get(id);
    if (interaction?.token !== token) throw refuse(10062);
    if (interaction.acknowledged) throw refuse(40060);
    if (performance.now() - interaction.startedAt > limits.firstAnswerMs) throw refuse(10062);
    return interaction;
  }

  /** The answered interaction behind a webhook token. @throws ApiError 50027 when unknown or expired, 10015 before the first answer */
  byToken(token: string, now: number, limits: Limits): Interaction {
    const interaction = this.#byToken.get(token);
    if (interaction === undefined || now - interaction.openedAt > limits.interactionTokenMs) throw refuse(50027);
    if (!interaction.acknowledged) throw refuse(10015);
    return interaction;
  }

  openForm(form: OpenForm): void {
    this.#forms.set(form.by.id, form);
  }

  form(interactionId: string): OpenForm | undefined {
    return this.#forms.get(interactionId);
  }

  /** A form that is sent closes; the same one cannot be sent twice. */
  closeForm(interactionId: string): void {
    this.#forms.delete(interactionId);
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #forgetOlderThan(limit: number): void {
    for (const [id, interaction] of this.#byId) {
      if (interaction.openedAt >= limit) return;
      this.#byId.delete(id);
      this.#byToken.delete(interaction.token);
      this.#forms.delete(id);
    }
  }
}
