import type { Case } from '../../core/case.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Language } from '../../core/language.ts';
import type { StaffText } from '../../core/staff-text.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { listText } from '../../i18n/time-text.ts';
import { encodeCustomId } from '../custom-id.ts';
import { fields } from '../written-form.ts';
import { field, note, writing } from './form.ts';
import type { FormBody } from './form.ts';
import { maxReplyLength } from './sender-reply.ts';
import { inline } from './shown-words.ts';

interface Writing {
  /** Who it will be signed by. */
  readonly signature: string;
  /** Those who are writing in the same case. */
  readonly colleagues?: readonly string[];
  /** What it begins with. */
  readonly text?: string;
}

/** «Svar»: one field, and what to know before writing in it. */
export function replyForm(
  current: Case,
  language: Language,
  { signature, colleagues = [], text = '' }: Writing,
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
      field(forms.replyLabel(), writing(fields.words, maxReplyLength, { value: text }), forms.replyDescription()),
    ],
  };
}

const firstNameOf = (signature: string): string => inline(signature.split(',')[0] ?? signature);

/** «Endre»: one's own reply as it stands, to be written anew. */
export function changeReplyForm(current: Case, replyId: Snowflake, text: StaffText, language: Language): FormBody {
  const { forms, staff } = textsIn(language);
  return {
    custom_id: encodeCustomId('case-reply-edit-sent', current.id, replyId),
    title: forms.replyTitle({ caseName: staff.caseName({ caseNumber: current.number }) }),
    components: [
      field(forms.replyLabel(), writing(fields.words, maxReplyLength, { value: text }), forms.replyDescription()),
    ],
  };
}
