import type {
  AutocompleteInteraction,
  BaseInteraction,
  ChatInputCommandInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import { isSnowflake } from '../core/ids.ts';
import type { CatalogueLanguage } from '../core/language.ts';
import { RawText } from '../core/raw-text.ts';
import type { StaffTextCheck } from '../core/staff-text.ts';
import type { Reword, TextPlace, TextPress } from '../flows/texts/reword.ts';
import { ownTextKeys, sourceText } from '../i18n/check-wording.ts';
import { textOptions } from '../i18n/presence-commands.ts';
import type { Municipalities } from '../ports.ts';
import { staffAsking } from './actor.ts';
import type { StaffAsking } from './actor.ts';
import type { Held } from './held.ts';
import type { Readers } from './readers.ts';
import type { MessageBody } from './views/body.ts';
import type { FormOrRefusal } from './views/form.ts';
import {
  ownText,
  ownTextForm,
  ownTextHistory,
  ownTextPreview,
  ownTextsList,
  rewordOutcome,
} from './views/own-texts.ts';
import { cutTo } from './views/shown-words.ts';
import { fields } from './written-form.ts';

interface OwnTextActsOptions {
  readonly reword: Reword;
  readonly drafts: Held<TextPlace & { readonly words: string }>;
  readonly checkStaffText: StaffTextCheck;
  readonly municipalities: Municipalities;
  readonly readers: Readers;
}

/** Discord's own limit. */
const mostChoices = 25;

/** «/tekster»: the municipality's own wording. */
export type OwnTextActs = ReturnType<typeof createOwnTextActs>;

export function createOwnTextActs({ reword, drafts, checkStaffText, municipalities, readers }: OwnTextActsOptions) {
  /** Nobody but a coordinator gets further. */
  const askedBy = (interaction: BaseInteraction): StaffAsking | undefined =>
    staffAsking(interaction, 'settings.change', { municipalities, readers });
  const refused = (interaction: BaseInteraction): MessageBody =>
    rewordOutcome({ kind: 'not-permitted' }, readers.languageIn(interaction, undefined));

  const placeIn = (interaction: ChatInputCommandInteraction, { municipality }: StaffAsking): TextPlace => ({
    key: interaction.options.getString(textOptions.text.name) ?? '',
    language:
      (interaction.options.getString(textOptions.language.name) as CatalogueLanguage | null) ?? municipality.language,
  });
  const draftName = ({ staff }: TextPress, { language, key }: TextPlace): string => `${staff.id}:${language}:${key}`;

  function form(interaction: BaseInteraction, placeOf: (asked: StaffAsking) => TextPlace): FormOrRefusal {
    const asked = askedBy(interaction);
    if (!asked) return { kind: 'refused', body: refused(interaction) };
    const place = placeOf(asked);
    const written = drafts.find(draftName(asked.press, place))?.words;
    const shown = ownTextForm(asked.municipality, place, asked.reader, written);
    return shown
      ? { kind: 'form', form: shown }
      : { kind: 'refused', body: ownText(asked.municipality, place, asked.reader) };
  }

  return {
    /** Texts whose key or words hold what has been typed. */
    complete(interaction: AutocompleteInteraction): readonly { readonly name: string; readonly value: string }[] {
      const asked = askedBy(interaction);
      if (!asked) return [];
      const language =
        (interaction.options.getString(textOptions.language.name) as CatalogueLanguage | null) ??
        asked.municipality.language;
      const typed = interaction.options.getFocused().toLowerCase();
      return ownTextKeys
        .map((key) => ({ value: key, name: cutTo(`${key}: ${sourceText(language, key)?.template ?? ''}`, 100) }))
        .filter(({ value, name }) => `${value} ${name}`.toLowerCase().includes(typed))
        .slice(0, mostChoices);
    },

    form: (interaction: ChatInputCommandInteraction): FormOrRefusal =>
      form(interaction, (asked) => placeIn(interaction, asked)),
    formAgain: (interaction: BaseInteraction, place: TextPlace): FormOrRefusal => form(interaction, () => place),

    /** «vis», «historikk» and «tilbakestill». */
    async answer(interaction: ChatInputCommandInteraction): Promise<MessageBody> {
      const asked = askedBy(interaction);
      if (!asked) return refused(interaction);
      const { press, municipality, reader } = asked;
      const place = placeIn(interaction, asked);
      switch (interaction.options.getSubcommand()) {
        case textOptions.history.name:
          return ownTextHistory(await reword.history(press, place), place, {
            timeZone: municipality.hours.timeZone,
            reader,
          });
        case textOptions.reset.name:
          return rewordOutcome(await reword.reset(press, place), reader);
        default:
          return place.key === '' ? ownTextsList(municipality, reader) : ownText(municipality, place, reader);
      }
    },

    /** What was written: shown as it will read, with what must be put right. */
    written(interaction: ModalSubmitInteraction, place: TextPlace): MessageBody {
      const asked = askedBy(interaction);
      if (!asked || !isSnowflake(interaction.id)) return refused(interaction);
      const words = interaction.fields.getTextInputValue(fields.words).trim();
      const draft = { ...place, words };
      drafts.hold(draftName(asked.press, place), draft);
      drafts.hold(interaction.id, draft);
      const { personalData } = checkStaffText(new RawText(words));
      const faults = reword.check(place, words);
      return ownTextPreview({ ...draft, writtenIn: interaction.id, faults, personalData }, asked.reader);
    },

    async use(interaction: BaseInteraction, writtenIn: string): Promise<MessageBody> {
      const asked = askedBy(interaction);
      if (!asked) return refused(interaction);
      const draft = drafts.find(writtenIn);
      if (!draft) return rewordOutcome({ kind: 'expired' }, asked.reader);
      return rewordOutcome(await reword.reword(asked.press, draft, draft.words), asked.reader);
    },

    async restore(interaction: BaseInteraction, place: TextPlace, version: number): Promise<MessageBody> {
      const asked = askedBy(interaction);
      if (!asked) return refused(interaction);
      return rewordOutcome(await reword.restore(asked.press, place, version), asked.reader);
    },
  };
}
