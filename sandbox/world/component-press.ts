import { ComponentType, MessageFlags } from '../discord-codes.ts';
import type { PressComponent } from '../control-api.ts';
import { flagOf, numberOf, objectsOf, textOf, textsOf, type JsonObject, type Wire } from '../json.ts';
import { walk } from '../validation/component-tree.ts';
import type { Channel } from './model.ts';
import { channelFor, messageFor, notPossible, resolve, startInteraction } from './interaction-start.ts';
import type { World } from './world.ts';

/** Kinds of ids each select of ids takes. */
const KINDS: Readonly<Record<number, readonly ('user' | 'role' | 'channel')[]>> = {
  [ComponentType.UserSelect]: ['user'],
  [ComponentType.RoleSelect]: ['role'],
  [ComponentType.MentionableSelect]: ['user', 'role'],
  [ComponentType.ChannelSelect]: ['channel'],
};

export function isSelect(type: number): boolean {
  return type === ComponentType.StringSelect || type in KINDS;
}

/** Checks chosen values as Discord's client does. @throws ApiError 400 */
export function checkChoice(world: World, channel: Channel, select: JsonObject, values: readonly string[]): Wire {
  const type = numberOf(select, 'type') ?? 0;
  const least = numberOf(select, 'min_values') ?? 1;
  const most = numberOf(select, 'max_values') ?? 1;
  if (values.length < least || values.length > most) throw notPossible(`choose ${least} to ${most} values`);
  if (new Set(values).size !== values.length) throw notPossible('the same value twice');
  const kinds = KINDS[type];
  if (kinds !== undefined) return resolve(world, channel, values, kinds);
  const known = new Set(objectsOf(select, 'options').map((option) => textOf(option, 'value')));
  const stranger = values.find((value) => !known.has(value));
  if (stranger !== undefined) throw notPossible(`no option «${stranger}»`);
  return {};
}

/** A press on a button or a choice in a select. @throws ApiError when the person cannot do that */
export async function pressComponent(world: World, userId: string, press: PressComponent) {
  const channel = channelFor(world, userId, press.channelId);
  const message = messageFor(world, userId, channel, press.messageId);
  if (message.authorId !== world.botId) throw notPossible('this message has no components of the bot');
  if ((message.flags & MessageFlags.Loading) !== 0) throw notPossible('the message is not there yet');
  const component = walk(message.components).find(([entry]) => textOf(entry, 'custom_id') === press.customId)?.[0];
  if (component === undefined) throw notPossible('no component with this custom id');
  if (flagOf(component, 'disabled') === true) throw notPossible('the component is disabled');
  const type = numberOf(component, 'type') ?? 0;
  const chosen = isSelect(type) ? selection(world, channel, component, press.values ?? []) : {};
  const data = { custom_id: press.customId, component_type: type, id: numberOf(component, 'id') ?? 0, ...chosen };
  return startInteraction(world, { userId, channel, type: 3, data, source: message });
}

function selection(world: World, channel: Channel, select: JsonObject, values: readonly string[]): Wire {
  const resolved = checkChoice(world, channel, select, values);
  return { values, ...(Object.keys(resolved).length === 0 ? {} : { resolved }) };
}

/** Values chosen beforehand in a select, by options or default values. */
export function preset(select: JsonObject): readonly string[] {
  const byOption = objectsOf(select, 'options').filter((option) => flagOf(option, 'default') === true);
  const byId = objectsOf(select, 'default_values').flatMap((entry) => textOf(entry, 'id') ?? []);
  return [
    ...byOption.flatMap((option) => textOf(option, 'value') ?? []),
    ...byId,
    ...(textsOf(select, 'values') ?? []),
  ];
}
