import type { Municipality } from '../../core/municipality.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { encodeCustomId } from '../custom-id.ts';
import { fields } from '../written-form.ts';
import type { PublicContext } from './context.ts';
import { field, note, writing } from './form.ts';
import type { FormBody } from './form.ts';
import { firstContact } from './sender-notice.ts';

/** Discord's own limit for a text field. */
const maxMessageLength = 4_000;

/** «Skriv til oss»: what must be known first stands above the field. */
export function writeToUsForm(municipality: Municipality, context: Omit<PublicContext, 'municipality'>): FormBody {
  const { forms } = textsIn(context.language, municipality);
  return {
    custom_id: encodeCustomId('write-to-us-sent', municipality.id),
    title: forms.writeTitle(),
    components: [
      note(firstContact({ ...context, municipality })),
      field(forms.writeLabel(), writing(fields.words, maxMessageLength), forms.writeDescription()),
    ],
  };
}
