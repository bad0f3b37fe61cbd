import { feedbackAnswers, feedbackThemes } from '../../core/feedback.ts';
import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { encodeCustomId } from '../custom-id.ts';
import { fields } from '../written-form.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { field, note, radios } from './form.ts';
import type { FormBody } from './form.ts';
import { helpNowButton } from './help-now-button.ts';

/** «Tilbakemelding»: choices only, counted without a sender. */
export function feedbackForm(municipality: Municipality, language: Language): FormBody {
  const { feedback } = textsIn(language);
  return {
    custom_id: encodeCustomId('feedback-sent', municipality.id),
    title: feedback.title(),
    components: [
      note(feedback.note()),
      field(
        feedback.answerLabel(),
        radios(
          fields.answer,
          feedbackAnswers.map((value) => ({ value, label: feedback.answer({ answer: value }) })),
        ),
      ),
      field(
        feedback.themeLabel(),
        radios(
          fields.theme,
          feedbackThemes.map((value) => ({ value, label: feedback.theme({ theme: value }) })),
        ),
      ),
    ],
  };
}

/** Thanks, and where words belong. */
export function feedbackThanks(municipality: Municipality, language: Language, mayWrite: boolean): MessageBody {
  const { feedback, pages } = textsIn(language, municipality);
  return message({
    texts: [feedback.thanks(), mayWrite ? feedback.sayMore() : ''],
    buttons: [
      ...(mayWrite ? [button(pages.writeButton(), encodeCustomId('write-to-us', municipality.id), 'primary')] : []),
      helpNowButton(language, municipality),
    ],
    accent: 'calm',
  });
}
