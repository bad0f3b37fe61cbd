import { isSnowflake } from '../../core/ids.ts';
import { settingName } from '../../i18n/setting-names.ts';
import { setupTexts as texts } from '../../i18n/setup.ts';
import { cutTo, inline } from './shown-words.ts';

const longest = 300;

/** How the ids in a setting are mentioned. */
const mentions: Readonly<Record<string, (id: string) => string>> = {
  staffChannelId: (id) => `<#${id}>`,
  fallbackChannelIds: (id) => `<#${id}>`,
  cardChannelId: (id) => `<#${id}>`,
  roles: (id) => `<@&${id}>`,
  coordinatorIds: (id) => `<@${id}>`,
};

/** A setting as a person reads it before they agree to it: every value, ids as the names Discord shows for them. */
export const settingChange = (key: string, before: unknown, after: unknown): string =>
  texts.change({ name: settingName(key), before: shown(key, before), after: shown(key, after) });

const shown = (key: string, value: unknown): string => {
  const text = valueText(key, value);
  return text === '' ? texts.nothing : cutTo(text, longest);
};

function valueText(key: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') {
    const mention = mentions[key];
    return mention && isSnowflake(value) ? mention(value) : inline(value);
  }
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (typeof value === 'number')
    return key.endsWith('Hours') && value % 24 === 0 ? texts.days({ days: value / 24 }) : String(value);
  if (Array.isArray(value)) return value.map((item) => valueText(key, item)).join(', ');
  return Object.entries(value)
    .map(([part, item]) => [part, valueText(key === 'roles' ? key : part, item)] as const)
    .filter(([, item]) => item !== '')
    .map(([part, item]) => `${partName(part)} ${item}`)
    .join('; ');
}

const partName = (part: string): string =>
  Object.hasOwn(texts.field, part) ? `${texts.field[part as keyof typeof texts.field]}:` : `${part}:`;
