import type { Case } from '../../core/case.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Language } from '../../core/language.ts';
import type { PersonalDataKind } from '../../core/redaction/redaction.ts';
import type { StaffText } from '../../core/staff-text.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { removedText } from './counted.ts';
import { replyTexts } from './sender-reply.ts';
import type { Signed } from './sender-reply.ts';

/** What in a reply should give its writer pause. */
export interface ReplyWarnings {
  readonly personalData: readonly PersonalDataKind[];
  /** It may describe a way to hurt oneself (#chatsafe). */
  readonly method?: boolean;
  /** It may be health care for one person, which social media are not for. Source: 000:11. */
  readonly healthAdvice?: boolean;
}

interface Preview {
  readonly text: StaffText;
  readonly warnings: ReplyWarnings;
  /** The interaction that wrote it; names the held reply. */
  readonly writtenIn: Snowflake;
  /** As the sender will see it. */
  readonly signed: Signed;
  /** The staff member's own. */
  readonly language: Language;
}

/** A reply that waits: exactly what the sender would see, what to look at first, and «Send likevel». */
export function replyPreview(current: Case, { text, warnings, writtenIn, signed, language }: Preview): MessageBody {
  const { forms, staff } = textsIn(language);
  const { personalData, method = false, healthAdvice = false } = warnings;
  const pauses = [
    ...(personalData.length > 0 ? [forms.warningPersonalData({ things: removedText(language, personalData) })] : []),
    ...(method ? [forms.warningMethod()] : []),
    ...(healthAdvice ? [forms.warningHealthAdvice()] : []),
  ];
  return message({
    texts: [
      forms.previewTitle({ caseName: staff.caseName({ caseNumber: current.number }) }),
      ...replyTexts(text, signed),
      pauses.length > 0 ? [forms.warningsTitle(), ...pauses.map((pause) => `- ${pause}`)].join('\n') : '',
    ],
    buttons: [
      button(staff.rewriteButton(), encodeCustomId('case-reply', current.id), 'primary'),
      button(staff.sendAnywayButton(), encodeCustomId('case-reply-confirm', current.id, writtenIn), 'danger'),
    ],
    accent: 'serious',
  });
}
