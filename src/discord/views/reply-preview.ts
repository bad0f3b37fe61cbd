import type { Case } from '../../core/case.ts';
import type { CaseId, Snowflake } from '../../core/ids.ts';
import type { Language } from '../../core/language.ts';
import type { ReplyConcern } from '../../core/reply-concerns.ts';
import type { StaffText } from '../../core/staff-text.ts';
import type { ReplyWarnings } from '../../flows/reply-to-sender.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';
import type { ReplyFault } from '../compose-reply.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { Emphasis, MessageBody } from './body.ts';
import { removedText } from './counted.ts';
import { replyTexts } from './sender-reply.ts';
import type { Signed } from './sender-reply.ts';
import { inline } from './shown-words.ts';

const concernTexts: Readonly<Record<ReplyConcern, (texts: Pick<Catalogue, 'forms' | 'caseWork'>) => string>> = {
  method: ({ forms }) => forms.warningMethod(),
  'health-advice': ({ forms }) => forms.warningHealthAdvice(),
  promise: ({ caseWork }) => caseWork.warningPromise(),
};

/** What to think of before such words are sent. */
export const concernText = (concern: ReplyConcern, texts: Pick<Catalogue, 'forms' | 'caseWork'>): string =>
  concernTexts[concern](texts);

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

/** A reply that waits: exactly what the sender would see, what to look at first, and the way on. */
export function replyPreview(current: Case, { text, warnings, writtenIn, signed, language }: Preview): MessageBody {
  const { forms, staff, caseWork } = textsIn(language);
  const { personalData, concerns, answeredBy } = warnings;
  const pauses = [
    ...(answeredBy === undefined ? [] : [caseWork.warningAnswered({ signature: inline(answeredBy) })]),
    ...(personalData.length > 0 ? [forms.warningPersonalData({ things: removedText(language, personalData) })] : []),
    ...concerns.map((concern) => concernText(concern, { forms, caseWork })),
  ];
  const confirm = encodeCustomId('case-reply-confirm', current.id, writtenIn);
  const again = (emphasis: Emphasis) =>
    button(staff.rewriteButton(), encodeCustomId('case-reply-again', current.id, writtenIn), emphasis);
  return message({
    texts: [
      forms.previewTitle({ caseName: staff.caseName({ caseNumber: current.number }) }),
      ...replyTexts(text, signed),
      pauses.length > 0 ? [forms.warningsTitle(), ...pauses.map((pause) => `- ${pause}`)].join('\n') : '',
    ],
    buttons:
      pauses.length > 0
        ? [again('primary'), button(staff.sendAnywayButton(), confirm, 'danger')]
        : [button(staff.sendButton(), confirm, 'primary'), again('secondary')],
    accent: pauses.length > 0 ? 'serious' : 'calm',
  });
}

/** Why a reply is not sent, and the way back to what was written. */
export function replyToMend(
  why: ReplyFault,
  {
    caseId,
    writtenIn,
    language,
  }: { readonly caseId: CaseId; readonly writtenIn: Snowflake; readonly language: Language },
): MessageBody {
  const { staff, standardTexts } = textsIn(language);
  const whys = {
    empty: standardTexts.replyEmpty,
    'too-long': standardTexts.replyTooLong,
    'not-usable': standardTexts.notUsable,
  };
  return message({
    texts: [whys[why]()],
    buttons: [button(staff.rewriteButton(), encodeCustomId('case-reply-again', caseId, writtenIn), 'primary')],
    accent: 'serious',
  });
}
