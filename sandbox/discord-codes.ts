import * as api from 'discord-api-types/v10';

/** Discord's numbers as plain numbers, since what comes over the wire is not yet known to be one of them. */
type Numbers<Codes> = { readonly [Name in keyof Codes as Name extends string ? Name : never]: number };

export const ApplicationCommandOptionType: Numbers<typeof api.ApplicationCommandOptionType> =
  api.ApplicationCommandOptionType;
export const ApplicationCommandType: Numbers<typeof api.ApplicationCommandType> = api.ApplicationCommandType;
export const ChannelType: Numbers<typeof api.ChannelType> = api.ChannelType;
export const ComponentType: Numbers<typeof api.ComponentType> = api.ComponentType;
export const GatewayIntentBits: Numbers<typeof api.GatewayIntentBits> = api.GatewayIntentBits;
export const GatewayOpcodes: Numbers<typeof api.GatewayOpcodes> = api.GatewayOpcodes;
export const InteractionResponseType: Numbers<typeof api.InteractionResponseType> = api.InteractionResponseType;
export const MessageFlags: Numbers<typeof api.MessageFlags> = api.MessageFlags;
export const MessageType: Numbers<typeof api.MessageType> = api.MessageType;
export const PermissionFlagsBits = api.PermissionFlagsBits;
