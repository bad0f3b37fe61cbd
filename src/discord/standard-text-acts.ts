import type {
  ApplicationCommandOptionChoiceData,
  AutocompleteInteraction,
  BaseInteraction,
  ChatInputCommandInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import { mayPerform } from '../core/access.ts';
import type { Language } from '../core/language.ts';
import type { Municipality } from '../core/municipality.ts';
import type { StandardText } from '../core/standard-text.ts';
import type { ListTextsOutcome, StandardTexts, TextPress } from '../flows/standard-texts.ts';
import { standardTextOptions } from '../i18n/commands.ts';
import { textsIn } from '../i18n/catalogue.ts';
import type { Clock, Municipalities } from '../ports.ts';
import { staffHere } from './actor.ts';
import type { Readers } from './readers.ts';
import { limits, message } from './views/body.ts';
import type { MessageBody } from './views/body.ts';
import type { FormOrRefusal } from './views/form.ts';
import { formRefusal } from './views/outcome.ts';
import { changeTextOutcome, shownText, textForm, textList, writeOutcome } from './views/standard-texts.ts';
import type { TextReading } from './views/standard-texts.ts';
import { answersIn, fields, wordsIn } from './written-form.ts';

interface StandardTextActsOptions {
  readonly now: Clock;
  readonly texts: StandardTexts;
  readonly municipalities: Municipalities;
  readonly readers: Readers;
}

interface Asked extends TextReading {
  readonly press: TextPress;
  readonly municipality: Municipality;
}

/** «/standardtekst», and a ready text for «/svar». */
export type StandardTextActs = ReturnType<typeof createStandardTextActs>;

export function createStandardTextActs({ now, texts, municipalities, readers }: StandardTextActsOptions) {
  const notPermitted = { kind: 'not-permitted' } as const;

  function askedBy(interaction: BaseInteraction): Asked | Language {
    const here = staffHere(interaction, municipalities);
    const language = readers.languageOfStaff(interaction, here?.staff.municipalityId);
    if (!here) return language;
    const { staff, municipality } = here;
    return { press: { cause: interaction.id, staff }, municipality, language, now: now() };
  }

  async function act(interaction: BaseInteraction, run: (asked: Asked) => Promise<MessageBody>): Promise<MessageBody> {
    const asked = askedBy(interaction);
    return typeof asked === 'string' ? formRefusal(notPermitted, asked) : run(asked);
  }

  const saying = (text: string): MessageBody => message({ texts: [text], accent: 'serious' });

  /** The text with this id, among those that are not taken out. */
  async function withText(
    { press, language }: Asked,
    id: string,
    run: (text: StandardText) => MessageBody,
  ): Promise<MessageBody> {
    const listed = await texts.listStandardTexts(press.staff);
    if (listed.kind !== 'listed') return formRefusal(listed, language);
    const text = listed.texts.find((one) => one.id === id);
    return text ? run(text) : saying(textsIn(language).standardTexts.notFound());
  }

  async function choices(
    interaction: AutocompleteInteraction,
    among: (listed: Extract<ListTextsOutcome, { kind: 'listed' }>) => readonly StandardText[],
  ): Promise<readonly ApplicationCommandOptionChoiceData[]> {
    const asked = askedBy(interaction);
    if (typeof asked === 'string') return [];
    const listed = await texts.listStandardTexts(asked.press.staff);
    if (listed.kind !== 'listed') return [];
    const typed = interaction.options.getFocused().toLowerCase();
    return among(listed)
      .filter(({ title }) => title.toLowerCase().includes(typed))
      .slice(0, limits.choices)
      .map(({ id, title }) => ({ name: title, value: id }));
  }

  return {
    newForm(interaction: BaseInteraction): FormOrRefusal {
      const asked = askedBy(interaction);
      if (typeof asked === 'string') return { kind: 'refused', body: formRefusal(notPermitted, asked) };
      return mayPerform(asked.press.staff.roles, 'standard-text.write')
        ? { kind: 'form', form: textForm(asked.language) }
        : { kind: 'refused', body: formRefusal(notPermitted, asked.language) };
    },

    /** «Skriv om». */
    async rewriteForm(interaction: BaseInteraction, id: string): Promise<FormOrRefusal> {
      const asked = askedBy(interaction);
      if (typeof asked === 'string') return { kind: 'refused', body: formRefusal(notPermitted, asked) };
      const listed = await texts.listStandardTexts(asked.press.staff);
      if (listed.kind !== 'listed') return { kind: 'refused', body: formRefusal(listed, asked.language) };
      const text = listed.texts.find((one) => one.id === id);
      return text
        ? { kind: 'form', form: textForm(asked.language, text) }
        : { kind: 'refused', body: saying(textsIn(asked.language).standardTexts.notFound()) };
    },

    written: (interaction: ModalSubmitInteraction, id: string): Promise<MessageBody> =>
      act(interaction, async (asked) => {
        const { title = '' } = answersIn(interaction, [fields.title]);
        const words = wordsIn(interaction);
        return writeOutcome(await texts.writeStandardText(asked.press, title, words, id || undefined), asked);
      }),

    list: (interaction: BaseInteraction): Promise<MessageBody> =>
      act(interaction, async (asked) => {
        const listed = await texts.listStandardTexts(asked.press.staff);
        return listed.kind === 'listed' ? textList(listed.texts, asked) : formRefusal(listed, asked.language);
      }),

    show: (interaction: ChatInputCommandInteraction): Promise<MessageBody> =>
      act(interaction, (asked) =>
        withText(asked, interaction.options.getString(standardTextOptions.text.name) ?? '', (text) =>
          shownText(text, asked),
        ),
      ),

    approve: (interaction: BaseInteraction, id: string): Promise<MessageBody> =>
      act(interaction, async (asked) => changeTextOutcome(await texts.approveStandardText(asked.press, id), asked)),

    remove: (interaction: BaseInteraction, id: string): Promise<MessageBody> =>
      act(interaction, async (asked) => changeTextOutcome(await texts.takeOutStandardText(asked.press, id), asked)),

    /** Every text that is not taken out, by what is typed of its name. */
    suggestions: (interaction: AutocompleteInteraction) => choices(interaction, (listed) => listed.texts),
    /** Only those that may be sent now. */
    readySuggestions: (interaction: AutocompleteInteraction) => choices(interaction, (listed) => listed.usable),

    /** The words of a text that may be sent now; or why it may not. */
    async readyText(
      interaction: BaseInteraction,
      id: string,
    ): Promise<{ readonly kind: 'ready'; readonly text: string } | Extract<FormOrRefusal, { kind: 'refused' }>> {
      const asked = askedBy(interaction);
      if (typeof asked === 'string') return { kind: 'refused', body: formRefusal(notPermitted, asked) };
      const listed = await texts.listStandardTexts(asked.press.staff);
      if (listed.kind !== 'listed') return { kind: 'refused', body: formRefusal(listed, asked.language) };
      const text = listed.usable.find((one) => one.id === id);
      return text
        ? { kind: 'ready', text: text.text }
        : { kind: 'refused', body: saying(textsIn(asked.language).standardTexts.notUsable()) };
    },
  };
}
