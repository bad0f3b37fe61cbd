import type { Case } from '../../core/case.ts';
import type { Language } from '../../core/language.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { encodeCustomId } from '../custom-id.ts';
import { fields } from '../written-form.ts';
import { field, note, writing } from './form.ts';
import type { FormBody } from './form.ts';
import { maxReplyLength } from './sender-reply.ts';
import { inline } from './shown-words.ts';

/** «Svar»: one field, and who it will be signed by. */
export function replyForm(current: Case, language: Language, signature: string): FormBody {
  const { forms, staff } = textsIn(language);
  return {
    custom_id: encodeCustomId('case-reply-sent', current.id),
    title: forms.replyTitle({ caseName: staff.caseName({ caseNumber: current.number }) }),
    components: [
      note(forms.replyReminder({ signature: inline(signature) })),
      field(forms.replyLabel(), writing(fields.words, maxReplyLength), forms.replyDescription()),
    ],
  };
}
