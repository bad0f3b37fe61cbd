import { longestKeeping } from '../../core/retention.ts';
import type { Section, SetupField, SetupFields } from '../../core/setup/sections.ts';
import { fieldsOfSection } from '../../core/setup/sections.ts';
import { setupTexts as texts } from '../../i18n/setup.ts';
import { encodeCustomId } from '../custom-id.ts';
import { channels, field, line, people, radios, roles, writing } from './form.ts';
import type { FormBody } from './form.ts';

type Shape =
  | { readonly kind: 'line' | 'text'; readonly most: number; readonly optional?: true }
  | { readonly kind: 'channels' | 'roles' | 'people'; readonly most: number; readonly optional?: true }
  | { readonly kind: 'choice'; readonly choices: readonly { readonly value: string; readonly label: string }[] };

const oneLine = (most: number): Shape => ({ kind: 'line', most });
const optionalLine = (most: number): Shape => ({ kind: 'line', most, optional: true });
const oneRole: Shape = { kind: 'roles', most: 1 };
const duty: Shape = { kind: 'text', most: 600 };

/** Whole days up to the ceiling: nothing above it can be chosen. */
const keptFor = (mostHours: number): Shape => ({
  kind: 'choice',
  choices: [1, 3, 7, 14, 30]
    .filter((days) => days * 24 <= mostHours)
    .map((days) => ({ value: String(days * 24), label: texts.days({ days }) })),
});

const shapes: Readonly<Record<SetupField, Shape>> = {
  name: oneLine(80),
  service: oneLine(60),
  organisationNumber: oneLine(20),
  language: {
    kind: 'choice',
    choices: [
      { value: 'nb', label: texts.nb },
      { value: 'nn', label: texts.nn },
    ],
  },
  staffChannelId: { kind: 'channels', most: 1 },
  fallbackChannelIds: { kind: 'channels', most: 5, optional: true },
  coordinatorIds: { kind: 'people', most: 10, optional: true },
  webhook: optionalLine(300),
  caseworker: oneRole,
  dutyLead: oneRole,
  coordinator: oneRole,
  contentProducer: { kind: 'roles', most: 1, optional: true },
  address: oneLine(160),
  phone: oneLine(20),
  email: oneLine(120),
  web: oneLine(200),
  privacyStatement: oneLine(200),
  officerName: oneLine(120),
  officerEmail: oneLine(120),
  officerPhone: optionalLine(20),
  conversationHours: keptFor(longestKeeping.conversationHours),
  originalHours: keptFor(longestKeeping.originalHours),
  taushetsplikt: duty,
  avvergingsplikt: duty,
  opplysningsplikt: duty,
  weekly: { kind: 'text', most: 1_000 },
  publicHolidays: {
    kind: 'choice',
    choices: [
      { value: 'closed', label: texts.closed },
      { value: 'open', label: texts.open },
    ],
  },
  barnevern: oneLine(120),
  barnevernvakt: oneLine(120),
  helsestasjon: oneLine(120),
  legevakt: oneLine(120),
  politidistrikt: oneLine(120),
  cardChannels: { kind: 'text', most: 3_000, optional: true },
};

/** The form of one part of the set-up, with what is set or proposed in it. */
export function setupForm(section: Section, filled: SetupFields): FormBody {
  const names: readonly SetupField[] = fieldsOfSection[section];
  return {
    custom_id: encodeCustomId('setup-form-sent', section),
    title: texts.section[section],
    components: names.map((name) => field(texts.field[name], component(name, filled[name]), texts.hint[name])),
  };
}

function component(name: SetupField, value: string | undefined) {
  const shape = shapes[name];
  if (shape.kind === 'choice') return radios(name, shape.choices, value);
  const required = shape.optional !== true;
  const { most } = shape;
  switch (shape.kind) {
    case 'line':
      return line(name, most, { required, ...(value === undefined ? {} : { value }) });
    case 'text':
      return writing(name, most, { required, ...(value === undefined ? {} : { value }) });
    case 'channels':
    case 'roles':
    case 'people': {
      const select = { channels, roles, people }[shape.kind];
      return select(name, { most, required, chosen: (value ?? '').split(' ').filter((id) => id !== '') });
    }
  }
}
