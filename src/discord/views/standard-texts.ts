import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import { longest, stateOfText } from '../../core/standard-text.ts';
import type { StandardText } from '../../core/standard-text.ts';
import type { Instant } from '../../core/time.ts';
import type { ChangeTextOutcome, WriteTextOutcome } from '../../flows/standard-texts.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { timeTextIn } from '../../i18n/time-text.ts';
import { encodeCustomId } from '../custom-id.ts';
import { fields } from '../written-form.ts';
import { button, message } from './body.ts';
import type { Accent, MessageBody } from './body.ts';
import { removedText } from './counted.ts';
import { field, line, note, writing } from './form.ts';
import type { FormBody } from './form.ts';
import { concernText } from './reply-preview.ts';
import { inline, staffWords } from './shown-words.ts';

/** Whose clock, which language the staff member reads, and when. */
export interface TextReading {
  readonly municipality: Municipality;
  readonly language: Language;
  readonly now: Instant;
}

const timesOf = ({ municipality, language }: TextReading) => timeTextIn(language, municipality.hours.timeZone);

/** More than these are not shown in one message. */
const mostLines = 30;

/** «/standardtekst liste». */
export function textList(texts: readonly StandardText[], reading: TextReading): MessageBody {
  const { standardTexts: say } = textsIn(reading.language);
  if (texts.length === 0) return said(say.listEmpty(), 'calm');
  const shown = texts.slice(0, mostLines).map((text) => `- **${inline(text.title)}**: ${stateLine(text, reading)}`);
  const left = texts.length - shown.length;
  return message({
    texts: [
      `# ${say.listTitle()}`,
      [...shown, ...(left > 0 ? [say.more({ count: left })] : [])].join('\n'),
      say.listHint(),
    ],
    accent: 'calm',
  });
}

function stateLine(text: StandardText, reading: TextReading): string {
  const until = text.approval && timesOf(reading).day(text.approval.reviewAt);
  return textsIn(reading.language).standardTexts.state({ state: stateOfText(text, reading.now), until });
}

/** «/standardtekst vis»: the words as they are sent, who stands behind them, and what can be done. */
export function shownText(text: StandardText, reading: TextReading): MessageBody {
  const { standardTexts: say } = textsIn(reading.language);
  const times = timesOf(reading);
  const { id, title, author, approval, history } = text;
  return message({
    texts: [
      `## ${inline(title)}`,
      staffWords(text.text),
      [
        stateLine(text, reading),
        say.writtenBy({ author: inline(author.signature) }),
        ...(approval ? [say.approvedBy({ approver: inline(approval.by.signature), at: times.day(approval.at) })] : []),
      ].join('\n'),
      [
        say.historyTitle(),
        ...history.map(({ what, by, at }) => say.historyLine({ what, by: inline(by.signature), at: times.day(at) })),
      ].join('\n'),
    ],
    buttons: [
      button(say.approveButton(), encodeCustomId('standard-text-approve', id), 'primary'),
      button(say.rewriteButton(), encodeCustomId('standard-text-edit', id)),
      button(say.removeButton(), encodeCustomId('standard-text-remove', id)),
    ],
    accent: stateOfText(text, reading.now) === 'ready' ? 'calm' : 'concern',
  });
}

/** «/standardtekst ny» and «Skriv om». @param text as it stands; absent for a new one */
export function textForm(language: Language, text?: StandardText): FormBody {
  const { standardTexts: say } = textsIn(language);
  return {
    custom_id: encodeCustomId('standard-text-sent', text?.id ?? ''),
    title: say.formTitle(),
    components: [
      note(say.formNote()),
      field(say.titleLabel(), line(fields.title, longest.title, text ? { value: text.title } : {})),
      field(say.textLabel(), writing(fields.words, longest.text, text ? { value: text.text } : {})),
    ],
  };
}

const said = (text: string, accent: Accent = 'serious'): MessageBody => message({ texts: [text], accent });

/** What became of a text; one that cannot be kept is given back. */
export function writeOutcome(outcome: WriteTextOutcome, { language }: TextReading): MessageBody {
  const texts = textsIn(language);
  const { standardTexts: say, outcomes } = texts;
  switch (outcome.kind) {
    case 'written':
      return said(say.written(), 'calm');
    case 'not-clean': {
      const { text, personalData, concerns } = outcome;
      const faults = [
        ...(personalData.length > 0 ? [removedText(language, personalData)] : []),
        ...concerns.map((concern) => concernText(concern, texts)),
      ];
      const given = `\`\`\`\n${text.replaceAll('`', '’')}\n\`\`\``;
      return message({
        texts: [[say.notClean(), ...faults.map((fault) => `- ${fault}`)].join('\n'), given],
        accent: 'serious',
      });
    }
    case 'empty':
      return said(say.empty());
    case 'too-many':
      return said(say.tooMany());
    case 'not-found':
      return said(say.notFound());
    case 'not-permitted':
      return said(outcomes.notPermitted(), 'done');
  }
}

export function changeTextOutcome(outcome: ChangeTextOutcome, reading: TextReading): MessageBody {
  const { standardTexts: say, outcomes } = textsIn(reading.language);
  switch (outcome.kind) {
    case 'approved': {
      const { approval } = outcome.text;
      return said(say.approved({ until: timesOf(reading).day(approval?.reviewAt ?? reading.now) }), 'calm');
    }
    case 'removed':
      return said(say.removed(), 'done');
    case 'same-person':
      return said(say.samePerson());
    case 'taken-out':
      return said(say.takenOut());
    case 'not-found':
      return said(say.notFound());
    case 'not-permitted':
      return said(outcomes.notPermitted(), 'done');
  }
}
