import type { Case } from '../../core/case.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Language } from '../../core/language.ts';
import type { StandardText } from '../../core/standard-text.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { listText } from '../../i18n/time-text.ts';
import { encodeCustomId } from '../custom-id.ts';
import { fields } from '../written-form.ts';
import { limits } from './body.ts';
import { field, note, optionalSelect, writing } from './form.ts';
import type { FormBody } from './form.ts';
import { maxReplyLength } from './sender-reply.ts';
import { cutTo, inline } from './shown-words.ts';

interface Writing {
  /** Who it will be signed by. */
  readonly signature: string;
  /** Those who are writing in the same case. */
  readonly colleagues?: readonly string[];
  /** What it begins with. */
  readonly text?: string;
  /** Approved texts that may be sent instead of, or after, what is written; at most 25 are offered. */
  readonly ready?: readonly StandardText[];
}

/** «Svar»: what to know before writing, the words, and an approved text to choose where there are any. */
export function replyForm(
  current: Case,
  language: Language,
  { signature, colleagues = [], text = '', ready = [] }: Writing,
): FormBody {
  const { forms, staff, caseWork } = textsIn(language);
  return {
    custom_id: encodeCustomId('case-reply-sent', current.id),
    title: forms.replyTitle({ caseName: staff.caseName({ caseNumber: current.number }) }),
    components: [
      note(
        [
          ...(colleagues.length > 0
            ? [
                caseWork.writingNow({
                  names: listText(language, colleagues.map(firstNameOf)),
                  count: colleagues.length,
                }),
              ]
            : []),
          forms.replyReminder({ signature: inline(signature) }),
        ].join('\n'),
      ),
      field(
        forms.replyLabel(),
        writing(fields.words, maxReplyLength, { value: text, required: ready.length === 0 }),
        forms.replyDescription(),
      ),
      ...(ready.length > 0 ? [readyTexts(ready, language)] : []),
    ],
  };
}

/** The name of each text, with its beginning under it. */
function readyTexts(ready: readonly StandardText[], language: Language) {
  const { standardTexts } = textsIn(language);
  const choices = ready
    .slice(0, limits.choices)
    .map(({ id, title, text }) => ({ value: id, label: title, description: cutTo(text, limits.label) }));
  return field(standardTexts.chooseLabel(), optionalSelect(fields.ready, choices), standardTexts.chooseDescription());
}

const firstNameOf = (signature: string): string => inline(signature.split(',')[0] ?? signature);

/** «Endre»: one's own reply as it stands, to be written anew. */
export function changeReplyForm(current: Case, replyId: Snowflake, text: string, language: Language): FormBody {
  const { forms, staff } = textsIn(language);
  return {
    custom_id: encodeCustomId('case-reply-edit-sent', current.id, replyId),
    title: forms.replyTitle({ caseName: staff.caseName({ caseNumber: current.number }) }),
    components: [
      field(forms.replyLabel(), writing(fields.words, maxReplyLength, { value: text }), forms.replyDescription()),
    ],
  };
}
