import {
  ComponentType,
  MessageFlags,
  ButtonStyle,
  TextInputStyle,
  type APIModalInteractionResponseCallbackData,
  type MessageCreateOptions,
} from 'discord.js';

/** What the stand-in bot sends: one of every kind of thing the page must show. */

const button = (
  label: string,
  customId: string,
  style: ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Success | ButtonStyle.Danger,
  disabled = false,
) => ({ type: ComponentType.Button, style, label, custom_id: customId, disabled }) as const;

export const card = {
  flags: MessageFlags.IsComponentsV2,
  components: [
    {
      type: ComponentType.Container,
      accent_color: 0x0d5c63,
      components: [
        { type: ComponentType.TextDisplay, content: '# Utekontakten\nVoksne som jobber for **Eksempelvik kommune**.' },
        { type: ComponentType.Separator },
        {
          type: ComponentType.Section,
          components: [{ type: ComponentType.TextDisplay, content: 'Onsdag og fredag 18–21' }],
          accessory: button('Når er dere her?', 'hours', ButtonStyle.Secondary),
        },
        {
          type: ComponentType.ActionRow,
          components: [
            button('Skriv til oss', 'write', ButtonStyle.Primary),
            button('Hjelp nå', 'help', ButtonStyle.Danger),
            button('Stengt', 'closed', ButtonStyle.Secondary, true),
            {
              type: ComponentType.Button,
              style: ButtonStyle.Link,
              label: 'Personvern',
              url: 'https://eksempel.no/personvern',
            },
          ],
        },
      ],
    },
  ],
} as const;

export const caseMessage = (roleId: string, text: string): MessageCreateOptions => ({
  content: `<@&${roleId}> ny sak`,
  allowedMentions: { roles: [roleId] },
  embeds: [
    {
      title: 'Sak 4821',
      description: `> ${text}`,
      color: 0xa3261f,
      fields: [{ name: 'Nivå', value: 'haster', inline: true }],
    },
  ],
  components: [
    {
      type: ComponentType.ActionRow,
      components: [
        button('Jeg tar den', 'take', ButtonStyle.Success),
        button('Skjema', 'form', ButtonStyle.Primary),
        button('Svarer aldri', 'never', ButtonStyle.Secondary),
      ],
    },
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.UserSelect,
          custom_id: 'assign',
          placeholder: 'Gi saken til',
          min_values: 1,
          max_values: 2,
        },
      ],
    },
  ],
});

export const municipalityMenu = {
  content: 'Hvilken kommune gjelder det?',
  components: [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: 'municipality',
          placeholder: 'Velg kommune',
          options: [
            { label: 'Eksempelvik kommune', value: 'eksempelvik', description: 'Du er med i Eksempelvik Minecraft' },
            { label: 'Prøvestad bydel', value: 'provestad' },
          ],
        },
      ],
    },
  ],
} as const;

export const writeForm: APIModalInteractionResponseCallbackData = {
  title: 'Skriv til oss',
  custom_id: 'write-form',
  components: [
    {
      type: ComponentType.Label,
      label: 'Hva vil du si?',
      component: {
        type: ComponentType.TextInput,
        custom_id: 'text',
        style: TextInputStyle.Paragraph,
        min_length: 5,
        max_length: 4000,
      },
    },
  ],
};

const option = (label: string, value: string) => ({ label, value });

export const caseForm: APIModalInteractionResponseCallbackData = {
  title: 'Skjema',
  custom_id: 'case-form',
  components: [
    {
      type: ComponentType.Label,
      label: 'Kategori',
      component: {
        type: ComponentType.StringSelect,
        custom_id: 'category',
        placeholder: 'Velg',
        options: [option('Vold', 'vold'), option('Selvskading', 'selvskading')],
      },
    },
    {
      type: ComponentType.Label,
      label: 'Er identiteten kjent?',
      component: {
        type: ComponentType.RadioGroup,
        custom_id: 'identity',
        options: [option('Ja', 'yes'), option('Nei', 'no')],
      },
    },
    {
      type: ComponentType.Label,
      label: 'Hva er gjort?',
      component: {
        type: ComponentType.CheckboxGroup,
        custom_id: 'done',
        required: false,
        min_values: 0,
        options: [option('Ringt 113', 'health'), option('Ringt barnevernvakta', 'child')],
      },
    },
    {
      type: ComponentType.Label,
      label: 'Avtalt med leder',
      component: { type: ComponentType.Checkbox, custom_id: 'leader' },
    },
    {
      type: ComponentType.Label,
      label: 'Notat',
      description: 'Kort og uten navn',
      component: {
        type: ComponentType.TextInput,
        custom_id: 'note',
        style: TextInputStyle.Short,
        required: false,
        max_length: 100,
      },
    },
  ],
};
