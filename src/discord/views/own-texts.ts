import type { Snowflake } from '../../core/ids.ts';
import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { PersonalDataKind } from '../../core/redaction/redaction.ts';
import { mostCharacters, withSamples } from '../../core/texts/own-text.ts';
import type { WordingFault } from '../../core/texts/own-text.ts';
import type { RewordOutcome, TextPlace, TextRevision } from '../../flows/texts/reword.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { sourceText } from '../../i18n/check-wording.ts';
import { timeTextIn } from '../../i18n/time-text.ts';
import { setupTexts } from '../../i18n/setup.ts';
import { encodeCustomId } from '../custom-id.ts';
import { fields } from '../written-form.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { removedText } from './counted.ts';
import { field, note, writing } from './form.ts';
import type { FormBody } from './form.ts';
import { cutTo } from './shown-words.ts';

/** UTF-16 units of one text when several are shown. */
const roomForOne = 280;
const mostListed = 10;
const mostRevisions = 5;

const fieldsOf = ({ language, key }: TextPlace): string =>
  (sourceText(language, key)?.placeholders ?? []).map((name) => `{${name}}`).join(', ');
const ownWords = (municipality: Municipality, { language, key }: TextPlace): string | undefined =>
  municipality.texts[language]?.[key];
/** Everything between the marks is shown as it is written. */
const asWritten = (text: string, room = roomForOne): string =>
  `\`\`\`\n${cutTo(text.replaceAll('`', '’'), room)}\n\`\`\``;

/** «/tekster vis» without a text: what the municipality says in its own words. */
export function ownTextsList({ texts }: Municipality, reader: Language): MessageBody {
  const { wording } = textsIn(reader);
  const own = (['nb', 'nn', 'en'] as const).flatMap((language) =>
    Object.entries(texts[language] ?? {}).map(([key, words]) => ({ language, key, words })),
  );
  return message({
    texts:
      own.length === 0
        ? [wording.none()]
        : [
            `# ${wording.listTitle()}`,
            ...own.slice(0, mostListed).map(({ words, ...place }) => `${wording.place(place)}\n${asWritten(words)}`),
            ...(own.length > mostListed ? [textsIn(reader).staff.moreReasons({ count: own.length - mostListed })] : []),
          ],
    accent: 'calm',
  });
}

/** «/tekster vis» with one: the standard, and the municipality's own. */
export function ownText(municipality: Municipality, place: TextPlace, reader: Language): MessageBody {
  const { wording } = textsIn(reader);
  const source = sourceText(place.language, place.key);
  if (!source) return message({ texts: [wording.unknown()], accent: 'done' });
  const own = ownWords(municipality, place);
  return message({
    texts: [
      `# ${wording.place(place)}`,
      `**${wording.standardTitle()}**\n${asWritten(source.template, 1_500)}`,
      own === undefined ? wording.notOwn() : `**${wording.ownTitle()}**\n${asWritten(own, 1_500)}`,
      source.placeholders.length > 0 ? wording.fields({ fields: fieldsOf(place) }) : '',
    ],
    buttons: [button(wording.againButton(), encodeCustomId('text-edit', place.language, place.key), 'primary')],
    accent: 'calm',
  });
}

/** The form, with what is in use now, or what was written last. */
export function ownTextForm(
  municipality: Municipality,
  place: TextPlace,
  reader: Language,
  written: string | undefined,
): FormBody | undefined {
  const { wording } = textsIn(reader);
  const source = sourceText(place.language, place.key);
  if (!source) return undefined;
  const now = written ?? ownWords(municipality, place) ?? source.template;
  return {
    custom_id: encodeCustomId('text-sent', place.language, place.key),
    title: wording.formTitle(),
    components: [
      note(`${wording.place(place)}\n${wording.formNote({ fields: fieldsOf(place) })}`),
      field(wording.formLabel(), writing(fields.words, mostCharacters, { value: now })),
    ],
  };
}

interface Drafted extends TextPlace {
  readonly words: string;
  /** The interaction that wrote it. */
  readonly writtenIn: Snowflake;
  readonly faults: readonly WordingFault[];
  /** Kinds of personal data the words seem to hold: pointed out, and the coordinator's to decide. */
  readonly personalData: readonly PersonalDataKind[];
}

/** A draft as it will read, or what must be put right first. */
export function ownTextPreview(
  { words, writtenIn, faults, personalData, ...place }: Drafted,
  reader: Language,
): MessageBody {
  const { wording, posts } = textsIn(reader);
  const again = button(wording.againButton(), encodeCustomId('text-edit', place.language, place.key));
  if (faults.length > 0) {
    return message({
      texts: [
        `**${wording.fixFirst()}**\n${faults.map((fault) => `- ${wording.fault(fault)}`).join('\n')}`,
        asWritten(words, 1_500),
      ],
      buttons: [again],
      accent: 'serious',
    });
  }
  return message({
    texts: [
      `# ${wording.place(place)}`,
      wording.preview(),
      withSamples(words),
      personalData.length > 0 ? posts.warnPersonalData({ things: removedText(reader, personalData) }) : '',
    ],
    buttons: [button(wording.useButton(), encodeCustomId('text-use', writtenIn), 'primary'), again],
    accent: 'calm',
  });
}

export function rewordOutcome(outcome: RewordOutcome | { readonly kind: 'expired' }, reader: Language): MessageBody {
  const { wording, outcomes } = textsIn(reader);
  switch (outcome.kind) {
    case 'saved':
      return message({ texts: [wording.saved()], accent: 'calm' });
    case 'proposed':
      return message({ texts: [setupTexts.proposed], accent: 'calm' });
    case 'stale':
      return message({ texts: [wording.stale()], accent: 'serious' });
    case 'expired':
      return message({ texts: [wording.expired()], accent: 'serious' });
    case 'not-kept':
      return message({ texts: [wording.notKept()], accent: 'serious' });
    case 'refused':
      return message({
        texts: [`**${wording.fixFirst()}**\n${outcome.faults.map((fault) => `- ${wording.fault(fault)}`).join('\n')}`],
        accent: 'serious',
      });
    case 'not-permitted':
      return message({ texts: [outcomes.notPermitted()], accent: 'done' });
  }
}

/** «/tekster historikk»: how the text read before, each a press away. */
export function ownTextHistory(
  revisions: readonly TextRevision[],
  place: TextPlace,
  { timeZone, reader }: { readonly timeZone: string; readonly reader: Language },
): MessageBody {
  const { wording } = textsIn(reader);
  const times = timeTextIn(reader, timeZone);
  const shown = revisions.slice(0, mostRevisions);
  if (shown.length === 0) return message({ texts: [wording.noHistory()], accent: 'done' });
  return message({
    texts: [
      `# ${wording.historyTitle()}\n${wording.place(place)}`,
      ...shown.map(({ at, words }, index) =>
        [
          wording.revision({ number: index + 1, at: times.on(at) }),
          words === undefined ? wording.notOwn() : asWritten(words, 500),
        ].join('\n'),
      ),
    ],
    buttons: shown.map(({ version }, index) =>
      button(
        wording.restoreButton({ number: index + 1 }),
        encodeCustomId('text-restore', place.language, place.key, String(version)),
      ),
    ),
    accent: 'calm',
  });
}
