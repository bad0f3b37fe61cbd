import type { CaseId } from '../../core/ids.ts';
import type { Municipality } from '../../core/municipality.ts';
import { accountProofs, erasureAnswers, requesters } from '../../core/subject-request.ts';
import type { Instant } from '../../core/time.ts';
import type { OverviewOutcome, ShownRequest } from '../../flows/data-subject/answer-requests.ts';
import type { EraseMyDataOutcome } from '../../flows/data-subject/erase-my-data.ts';
import { requestTexts as texts } from '../../i18n/requests.ts';
import { timeTextIn } from '../../i18n/time-text.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { eraseTexts } from './data-subject.ts';
import { field, line, radios } from './form.ts';
import type { FormBody } from './form.ts';

/** More at once are shown when these are answered: one message has room for so many buttons. */
const mostShown = 10;

export const requestFields = ['account', 'requester', 'proof', 'receivedOn'] as const;

const overviewButton = () => button(texts.back, encodeCustomId('request-overview'));

/** What waits for an answer, the most urgent first. */
export function requestOverview(
  { weighed, written }: Extract<OverviewOutcome, { kind: 'overview' }>,
  { hours }: Municipality,
  now: Instant,
  news = '',
): MessageBody {
  const times = timeTextIn('nb', hours.timeZone);
  const due = (dueAt: Instant) => ({ day: times.day(dueAt), isLate: dueAt < now });
  const first = weighed.toSorted((a, b) => a.dueAt - b.dueAt).slice(0, mostShown);
  const second = written.toSorted((a, b) => a.dueAt - b.dueAt).slice(0, mostShown);
  const lines = [
    ...first.map(({ caseNumber, dueAt }) => texts.weighed({ number: caseNumber, ...due(dueAt) })),
    ...second.map(({ number, dueAt }) => texts.written({ number, ...due(dueAt) })),
  ];
  return message({
    texts: [news, `${texts.title}\n${texts.introduction}`, lines.length === 0 ? texts.nothing : lines.join('\n')],
    buttons: [
      ...first.map(({ caseId, caseNumber }) =>
        button(texts.answerButton({ number: caseNumber }), encodeCustomId('request-answer', caseId), 'primary'),
      ),
      ...second.map(({ number }) =>
        button(texts.showButton({ number }), encodeCustomId('request-act', 'show', String(number)), 'primary'),
      ),
      button(texts.newButton, encodeCustomId('request-new')),
    ],
    accent: lines.length === 0 ? 'calm' : 'concern',
  });
}

/** @param today as people write it, for the form */
export const requestForm = (today: string): FormBody => ({
  custom_id: encodeCustomId('request-new-sent'),
  title: texts.formTitle,
  components: [
    field(texts.account, line('account', 20), texts.accountHint),
    field(
      texts.requester,
      radios(
        'requester',
        requesters.map((value) => ({ value, label: texts.requesters[value] })),
      ),
    ),
    field(
      texts.proof,
      radios(
        'proof',
        accountProofs.map((value) => ({ value, label: texts.proofs[value] })),
      ),
    ),
    field(texts.receivedOn, line('receivedOn', 20, { value: today }), texts.receivedOnHint),
  ],
});

export const answerForm = (caseId: CaseId): FormBody => ({
  custom_id: encodeCustomId('request-answer-sent', caseId),
  title: texts.answerTitle,
  components: [
    field(
      texts.answer,
      radios(
        'answer',
        erasureAnswers.map((value) => ({ value, label: texts.answers[value] })),
      ),
      texts.answerHint,
    ),
  ],
});

/** The receipt, for whoever asked on paper. */
export const requestErased = (number: number, outcome: EraseMyDataOutcome, municipality: Municipality): MessageBody =>
  message({
    texts: [texts.passOn, ...eraseTexts(outcome, municipality, 'nb')],
    buttons: [button(texts.closeButton, encodeCustomId('request-act', 'close', String(number))), overviewButton()],
    accent: 'calm',
  });

/** What is stored about the account, as counts and dates; nothing at all before it is right to tell. */
export function requestShown(
  shown: Exclude<ShownRequest, { kind: 'gone' | 'not-permitted' }>,
  { hours }: Municipality,
  news = '',
): MessageBody {
  const number = String(shown.request.number);
  const close = button(texts.closeButton, encodeCustomId('request-act', 'close', number));
  if (shown.kind === 'withheld') {
    const why = shown.why === 'guardian' ? texts.guardian : texts.notProven;
    return message({ texts: [news, why], buttons: [close, overviewButton()], accent: 'concern' });
  }
  const { data, mayCopy } = shown;
  const times = timeTextIn('nb', hours.timeZone);
  const isAnything = data.cases.length > 0 || data.record !== undefined;
  return message({
    texts: [
      news,
      [
        ...data.cases.map(({ case: one, entries, eraseAt, isDocumented }) =>
          [
            texts.stored({
              number: one.number,
              opened: times.on(one.openedAt),
              count: entries.length,
              day: times.day(eraseAt),
            }),
            one.state.kind === 'closed' ? '' : texts.open,
            isDocumented ? texts.documented : '',
          ]
            .filter((text) => text !== '')
            .join(' '),
        ),
        data.record ? texts.remembered({ day: times.day(data.record.eraseAt) }) : '',
        isAnything ? '' : texts.nothingStored,
      ]
        .filter((text) => text !== '')
        .join('\n'),
      isAnything ? `-# ${texts.weighedHere}` : '',
      isAnything && !mayCopy ? texts.copyAtDesk : '',
    ],
    buttons: [
      ...(isAnything && mayCopy
        ? [button(texts.copyButton, encodeCustomId('request-act', 'copy', number), 'primary')]
        : []),
      ...(isAnything ? [button(texts.eraseButton, encodeCustomId('request-act', 'erase', number), 'danger')] : []),
      close,
      overviewButton(),
    ],
    accent: 'calm',
  });
}
