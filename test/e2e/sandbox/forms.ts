import { ComponentType, TextInputStyle, type APIModalInteractionResponseCallbackData } from 'discord.js';

const options = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }));

export const fieldsForm = {
  custom_id: 'felt',
  title: 'Felt',
  components: [
    {
      type: ComponentType.Label,
      label: 'Fri tekst',
      component: { type: ComponentType.TextInput, custom_id: 'tekst', style: TextInputStyle.Paragraph },
    },
    {
      type: ComponentType.Label,
      label: 'Velg én',
      component: { type: ComponentType.StringSelect, custom_id: 'valg', options: [{ label: 'En', value: '1' }] },
    },
    {
      type: ComponentType.Label,
      label: 'Radio nå',
      component: { type: ComponentType.RadioGroup, custom_id: 'radio', options },
    },
    {
      type: ComponentType.Label,
      label: 'Velg flere',
      component: { type: ComponentType.CheckboxGroup, custom_id: 'flere', options },
    },
    { type: ComponentType.Label, label: 'Sett kryss', component: { type: ComponentType.Checkbox, custom_id: 'kryss' } },
  ],
} satisfies APIModalInteractionResponseCallbackData;

export const choicesForm = {
  custom_id: 'valg',
  title: 'Valg',
  components: [
    {
      type: ComponentType.Label,
      label: 'Hvem er med',
      component: { type: ComponentType.UserSelect, custom_id: 'hvem' },
    },
    {
      type: ComponentType.Label,
      label: 'Hvilken rolle',
      component: { type: ComponentType.RoleSelect, custom_id: 'rolle' },
    },
    {
      type: ComponentType.Label,
      label: 'Hvilken kanal',
      component: { type: ComponentType.ChannelSelect, custom_id: 'kanal' },
    },
  ],
} satisfies APIModalInteractionResponseCallbackData;

export const smallForm = {
  custom_id: 'lite',
  title: 'Lite skjema',
  components: [
    {
      type: ComponentType.Label,
      label: 'Navn',
      component: { type: ComponentType.TextInput, custom_id: 'navn', style: TextInputStyle.Short },
    },
  ],
} satisfies APIModalInteractionResponseCallbackData;
