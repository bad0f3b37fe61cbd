import { z } from 'zod';
import { InteractionResponseType as R } from '../discord-codes.ts';
import { invalidField, refuse } from '../errors.ts';
import { isObject, type JsonObject, type JsonValue } from '../json.ts';
import { check, list, text } from '../validation/form.ts';
import type { UploadedFile } from '../validation/message.ts';
import { checkModal } from '../validation/modal.ts';
import type { Interaction } from './interaction-desk.ts';
import { changeAnswer, showPlaceholder, speak } from './interaction-speech.ts';
import type { Message } from './model.ts';
import type { World } from './world.ts';

/** First answers to interactions. Source: Discord API docs, "Receiving and Responding". */

/** Callback types each interaction type takes: 2 command, 3 component, 4 autocomplete, 5 form. */
const TAKES: Readonly<Record<Interaction['type'], readonly number[]>> = {
  2: [4, 5, 9],
  3: [4, 5, 6, 7, 9],
  4: [8],
  5: [4, 5, 6, 7],
};

const deferral = z.strictObject({ flags: z.number().int().nullish() }).nullish();
const choices = z.strictObject({
  choices: list(
    z.strictObject({
      name: text(1, 100),
      name_localizations: z.record(z.string(), text(1, 100).nullable()).nullish(),
      value: z.union([text(0, 100), z.number()]),
    }),
    0,
    25,
  ),
});

/** What a first answer made, for `with_response`. */
export interface Answered {
  readonly interaction: Interaction;
  readonly callbackType: number;
  readonly message: Message | null;
}

/** The first answer. @throws ApiError 10062, 40060, 50035 and the limits of messages and forms */
export function answer(
  world: World,
  id: string,
  token: string,
  raw: JsonValue | undefined,
  files: readonly UploadedFile[],
): Answered {
  const interaction = world.interactions.toAnswer(id, token, world.settings);
  const body: JsonObject = isObject(raw) ? raw : {};
  const callbackType = checkType(interaction, body['type']);
  const message = carryOut(world, interaction, callbackType, body['data'], files);
  return { interaction, callbackType, message };
}

function checkType(interaction: Interaction, type: JsonValue | undefined): number {
  const takes = TAKES[interaction.type];
  const isUpdate = type === R.DeferredMessageUpdate || type === R.UpdateMessage;
  const fits = typeof type === 'number' && takes.includes(type) && !(isUpdate && interaction.source === null);
  if (fits) return type;
  if (type === undefined) throw invalidField(['type'], 'BASE_TYPE_REQUIRED', 'This field is required');
  throw invalidField(['type'], 'BASE_TYPE_CHOICES', `Value must be one of {${takes.join(', ')}}.`);
}

function carryOut(
  world: World,
  interaction: Interaction,
  type: number,
  data: JsonValue | undefined,
  files: readonly UploadedFile[],
): Message | null {
  switch (type) {
    case R.ChannelMessageWithSource: {
      const message = speak(world, interaction, data, files, null, ['data']);
      interaction.original = message;
      finish(interaction);
      interaction.settle({ kind: 'message', message });
      return message;
    }
    case R.DeferredChannelMessageWithSource: {
      const flags = check(deferral, data ?? null, ['data'])?.flags ?? 0;
      const message = showPlaceholder(world, interaction, flags);
      interaction.original = message;
      interaction.waiting = true;
      finish(interaction);
      interaction.settle({ kind: 'thinking', message });
      return message;
    }
    case R.DeferredMessageUpdate:
      interaction.original = interaction.source;
      finish(interaction);
      interaction.settle({ kind: 'silent' });
      return interaction.source;
    case R.UpdateMessage:
      return updateSource(world, interaction, data, files);
    case R.ApplicationCommandAutocompleteResult: {
      const given = check(choices, data, ['data']).choices.map(({ name, value }) => ({ name, value }));
      finish(interaction);
      interaction.settle({ kind: 'choices', choices: given });
      return null;
    }
    default:
      openForm(world, interaction, data);
      return null;
  }
}

function finish(interaction: Interaction): void {
  interaction.acknowledged = true;
}

function updateSource(
  world: World,
  interaction: Interaction,
  data: JsonValue | undefined,
  files: readonly UploadedFile[],
): Message {
  const source = interaction.source;
  if (source === null) throw refuse(10008);
  changeAnswer(world, source, data, files, ['data']);
  interaction.original = source;
  finish(interaction);
  interaction.settle({ kind: 'updated', message: source });
  return source;
}

function openForm(world: World, interaction: Interaction, data: JsonValue | undefined): void {
  const { customId, title, components } = checkModal(data);
  const modal = { interactionId: interaction.id, customId, title, components };
  world.interactions.openForm({ customId, components, by: interaction });
  finish(interaction);
  world.emit({ kind: 'modal-opened', userId: interaction.userId, modal });
  interaction.settle({ kind: 'modal', modal });
}
