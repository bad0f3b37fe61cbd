import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIContainerComponent,
  APIFileComponent,
  APIMediaGalleryComponent,
  APISelectMenuComponent,
  APITextDisplayComponent,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../core/ids.ts';
import type { Speech } from '../../core/speech.ts';
import { cutTo, unbroken } from './shown-words.ts';

/** A whole Discord message as JSON: Components V2, nobody mentioned unless named. */
export interface MessageBody {
  flags: number;
  components: [APIContainerComponent];
  allowed_mentions: { parse: []; roles?: Snowflake[]; users?: Snowflake[] };
}

/** What the messenger needs to post one speech. `marker` becomes the container's id, so that an own copy is recognised. */
export type RenderSpeech = (
  speech: Exclude<Speech, { kind: 'case-thread' | 'reply-withdrawal' | 'sender-thread' | 'activity-event' }>,
  marker?: number,
) => MessageBody;

/** Discord's limits for one message. */
export const limits = { text: 4_000, components: 40, buttonsInRow: 5, choices: 25, label: 100 } as const;

/** An extra for those who see colours; the level always stands in words too. */
export type Accent = 'acute' | 'serious' | 'concern' | 'calm' | 'done';
const accents: Readonly<Record<Accent, number>> = {
  acute: 0xb3261e,
  serious: 0xb25000,
  concern: 0x7a6200,
  calm: 0x1f5fa8,
  done: 0x5f6368,
};

export type Emphasis = 'primary' | 'secondary' | 'success' | 'danger';
const styles = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const;

type Row = APIActionRowComponent<APIButtonComponentWithCustomId | APISelectMenuComponent>;

/** @param label at most 80 characters */
export const button = (
  label: string,
  customId: string,
  emphasis: Emphasis = 'secondary',
): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style: styles[emphasis],
  label,
  custom_id: customId,
});

interface Choice {
  readonly value: string;
  /** At most 100 characters. */
  readonly label: string;
}

/** One of up to 25 choices. @param placeholder at most 150 characters */
export const choice = (placeholder: string, customId: string, choices: readonly Choice[]): APISelectMenuComponent => ({
  type: ComponentType.StringSelect,
  custom_id: customId,
  placeholder,
  options: choices.slice(0, limits.choices).map(({ value, label }) => ({ value, label: cutTo(label, limits.label) })),
});

/** One member of the guild. @param placeholder at most 150 characters */
export const memberChoice = (placeholder: string, customId: string): APISelectMenuComponent => ({
  type: ComponentType.UserSelect,
  custom_id: customId,
  placeholder,
});

interface Message {
  /** In reading order, most important first. Empty ones are left out. */
  readonly texts: readonly string[];
  readonly buttons?: readonly APIButtonComponentWithCustomId[];
  /** Each in a row of its own, below the buttons. */
  readonly selects?: readonly APISelectMenuComponent[];
  readonly accent?: Accent;
  /** Positive 31-bit number. */
  readonly marker?: number | undefined;
  /** Names of files that go along with the message, shown between texts and buttons. */
  readonly pictures?: readonly string[];
  /** Names of files to be fetched that go along with the message. */
  readonly files?: readonly string[];
  /** Roles that are called; the mention itself stands in the text. */
  readonly calls?: readonly Snowflake[];
  /** One person who is called by name. */
  readonly callsPerson?: Snowflake;
}

/**
 * One message: texts first, buttons after. Text beyond Discord's 4,000 characters is cut with «…» at the end; views keep
 * within it by what they choose to say.
 */
export function message({
  texts,
  buttons = [],
  selects = [],
  pictures = [],
  files = [],
  accent,
  marker,
  calls = [],
  callsPerson,
}: Message): MessageBody {
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [
      {
        type: ComponentType.Container,
        ...(marker === undefined ? {} : { id: marker }),
        ...(accent === undefined ? {} : { accent_color: accents[accent] }),
        components: [
          ...textDisplays(texts),
          ...gallery(pictures),
          ...files.map(fileOf),
          ...rows(buttons),
          ...selects.map(ownRow),
        ],
      },
    ],
    allowed_mentions: {
      parse: [],
      ...(calls.length > 0 ? { roles: [...calls] } : {}),
      ...(callsPerson === undefined ? {} : { users: [callsPerson] }),
    },
  };
}

function textDisplays(texts: readonly string[]): APITextDisplayComponent[] {
  let left: number = limits.text;
  const displays: APITextDisplayComponent[] = [];
  for (const text of texts) {
    if (text === '' || left <= 0) continue;
    const content = cutTo(unbroken(text), left);
    left -= content.length;
    displays.push({ type: ComponentType.TextDisplay, content });
  }
  return displays;
}

const gallery = (names: readonly string[]): APIMediaGalleryComponent[] =>
  names.length === 0
    ? []
    : [{ type: ComponentType.MediaGallery, items: names.map((name) => ({ media: { url: `attachment://${name}` } })) }];
const ownRow = (select: APISelectMenuComponent): Row => ({ type: ComponentType.ActionRow, components: [select] });

const fileOf = (name: string): APIFileComponent => ({
  type: ComponentType.File,
  file: { url: `attachment://${name}` },
});

function rows(buttons: readonly APIButtonComponentWithCustomId[]): Row[] {
  const count = Math.ceil(buttons.length / limits.buttonsInRow);
  return Array.from({ length: count }, (_, index) => ({
    type: ComponentType.ActionRow,
    components: buttons.slice(index * limits.buttonsInRow, (index + 1) * limits.buttonsInRow),
  }));
}
