import { caseId } from '../../examples/cases.ts';
import { stateAt } from '../../../src/core/hours/opening-state.ts';
import { approvalForms } from '../../../src/core/approval/written.ts';
import { catalogueLanguages, samiLanguages } from '../../../src/core/language.ts';
import type { Language } from '../../../src/core/language.ts';
import { personalDataKinds } from '../../../src/core/redaction/redaction.ts';
import { unreadableRecords } from '../../../src/core/store-trouble.ts';
import { severities } from '../../../src/core/triage/assessment.ts';
import type { MessageBody } from '../../../src/discord/views/body.ts';
import { about } from '../../../src/discord/views/about.ts';
import { answeredAlert, caseAlert } from '../../../src/discord/views/case-alert.ts';
import { caseCard } from '../../../src/discord/views/case-card.ts';
import { caseEntryParts } from '../../../src/discord/views/case-entry.ts';
import { caseNote } from '../../../src/discord/views/case-note.ts';
import type { FormBody } from '../../../src/discord/views/form.ts';
import { dutyHandover } from '../../../src/discord/views/duty-handover.ts';
import { checkInOutcome, checkOutOutcome } from '../../../src/discord/views/duty-outcome.ts';
import { dutyPost } from '../../../src/discord/views/duty-post.ts';
import { followUp } from '../../../src/discord/views/follow-up.ts';
import { helpNow } from '../../../src/discord/views/help-now.ts';
import { openingHours } from '../../../src/discord/views/opening-hours.ts';
import {
  apology,
  claimOutcome,
  closeOutcome,
  formRefusal,
  replyOutcome,
  staleOutcome,
} from '../../../src/discord/views/outcome.ts';
import { languageChosen, languageMissing, languageQuestion } from '../../../src/discord/views/language-choice.ts';
import { privacy } from '../../../src/discord/views/privacy.ts';
import { publicCard } from '../../../src/discord/views/public-card.ts';
import { replyForm } from '../../../src/discord/views/reply-form.ts';
import { replyPreview } from '../../../src/discord/views/reply-preview.ts';
import { senderNotice } from '../../../src/discord/views/sender-notice.ts';
import { senderReply } from '../../../src/discord/views/sender-reply.ts';
import { troubleNote } from '../../../src/discord/views/trouble-note.ts';
import { answerForm, requestForm, requestOverview, requestShown } from '../../../src/discord/views/requests.ts';
import { stoppedNote } from '../../../src/discord/views/stopped-note.ts';
import { whoAreYou } from '../../../src/discord/views/who-are-you.ts';
import { longest } from '../../../src/core/standard-text.ts';
import type { StandardText } from '../../../src/core/standard-text.ts';
import { shownText, textForm, textList } from '../../../src/discord/views/standard-texts.ts';
import { sections } from '../../../src/core/setup/sections.ts';
import { setupForm } from '../../../src/discord/views/setup-form.ts';
import { approvalForm } from '../../../src/discord/views/approval-form.ts';
import { worriedFriend } from '../../../src/discord/views/worried-friend.ts';
import { writeToUsForm } from '../../../src/discord/views/write-to-us-form.ts';
import { incidentForms } from './incident-bodies.ts';
import * as sample from './samples.ts';

const { municipality, contacts, openTime, closedTime, neverOpen, signature } = sample;

/** As long as may be, with all the history that is kept. */
const standardText = (length: number): StandardText => {
  const by = { id: sample.snowflake('100000000000000002'), signature };
  const written = { what: 'written', by, at: openTime } as const;
  return {
    id: 'abcd',
    title: 'T'.repeat(longest.title),
    text: 'å'.repeat(length),
    author: by,
    approval: { by, at: openTime, reviewAt: openTime + 1 },
    history: Array(longest.history).fill(written),
    takenOut: false,
  };
};

type Named = readonly [name: string, body: MessageBody];

/** What senders and the public can be shown, in all three languages. */
export const publicBodies: readonly Named[] = [
  ...sample.everyContext.flatMap((context) =>
    sample.everyNotice.map(
      (notice) => [`${context.language} notice ${JSON.stringify(notice)}`, senderNotice(notice, context, 7)] as const,
    ),
  ),
  ...catalogueLanguages.flatMap((language): Named[] => [
    [`${language} help`, helpNow({ contacts, municipality, language, now: openTime })],
    [`${language} help anywhere`, helpNow({ contacts, language, now: openTime })],
    [`${language} who`, whoAreYou(municipality, language)],
    [`${language} about`, about(municipality, language, '1.2.3')],
    [`${language} hours`, openingHours(municipality, language, { now: openTime, staffed: true })],
    [`${language} hours fortnight`, openingHours(municipality, language, { now: openTime, staffed: false, days: 14 })],
    [`${language} hours never`, openingHours(neverOpen, language, { now: closedTime })],
    [`${language} privacy`, privacy(municipality, language)],
    [`${language} friend`, worriedFriend(municipality, contacts, language, { takesIn: true })],
    [`${language} language`, languageQuestion(language, municipality)],
    [`${language} language chosen`, languageChosen(language, 'with-conversation', municipality)],
    [`${language} language chosen for now`, languageChosen(language, 'for-now')],
    [`${language} stale`, staleOutcome(language)],
    [`${language} apology`, apology('a1b2c3', 'sender', language)],
  ]),
  ...samiLanguages.map(
    (language) =>
      [`${language} missing`, languageMissing(language, { contacts, municipality, now: openTime })] as const,
  ),
  ...(['nb', 'nn'] as const).flatMap((language): Named[] => {
    const own = { ...municipality, language };
    const open = stateAt(own.hours, openTime);
    return [
      [
        `${language} card open`,
        publicCard(own, contacts, { state: open, onDuty: [{ signature, themes: ['school'] }], now: openTime }),
      ],
      [`${language} card hours`, publicCard(own, contacts, { state: open, now: openTime })],
      [`${language} card empty`, publicCard(own, contacts, { state: open, onDuty: [], now: openTime })],
      [
        `${language} card closed`,
        publicCard(own, contacts, { state: stateAt(own.hours, closedTime), now: closedTime }),
      ],
      [
        `${language} post opened`,
        dutyPost(
          { kind: 'opened', until: openTime, onDuty: [{ signature, themes: ['mind', 'work'] }] },
          own,
          contacts,
          7,
        ),
      ],
      [`${language} post closed`, dutyPost({ kind: 'closed', next: openTime }, own, contacts, 7)],
      [`${language} post closed for good`, dutyPost({ kind: 'closed' }, own, contacts, 7)],
      [
        `${language} card unapproved`,
        publicCard(own, contacts, { state: open, onDuty: [], approved: false, now: openTime }),
      ],
      [
        `${language} card paused`,
        publicCard({ ...own, intakePaused: true }, contacts, {
          state: open,
          onDuty: [],
          approved: false,
          now: openTime,
        }),
      ],
      [
        `${language} card inert`,
        publicCard(own, contacts, { state: open, onDuty: [], approved: false, inert: true, now: openTime }),
      ],
      [`${language} hours unapproved`, openingHours(own, language, { now: openTime, approved: false })],
      [
        `${language} card never`,
        publicCard({ ...neverOpen, language }, contacts, { state: { kind: 'closed' }, now: closedTime }),
      ],
    ];
  }),
];

const reply = sample.redacted('Takk for at du skrev. Ring oss gjerne, eller se https://www.ung.no/hjelp');

/** «/innsyn», in bokmål for every reader. */
function requestBodies(language: string): readonly Named[] {
  const times = { receivedAt: openTime, registeredAt: openTime, dueAt: closedTime };
  const request = {
    number: 1,
    sender: sample.openCase.sender,
    requester: 'self',
    proof: 'logged-in',
    ...times,
  } as const;
  const one = { case: sample.openCase, entries: [sample.entry], eraseAt: closedTime, isDocumented: true };
  const weighed = [{ caseId: sample.openCase.id, caseNumber: 4821, dueAt: closedTime }];
  return [
    [
      `${language} requests`,
      requestOverview({ kind: 'overview', weighed, written: [request] }, municipality, openTime),
    ],
    [
      `${language} no requests`,
      requestOverview({ kind: 'overview', weighed: [], written: [] }, municipality, openTime),
    ],
    ...(['guardian', 'not-proven'] as const).map((why): Named => [
      `${language} request withheld`,
      requestShown({ kind: 'withheld', request, why }, municipality),
    ]),
    ...[true, false].map((mayCopy): Named => [
      `${language} request`,
      requestShown({ kind: 'found', request, mayCopy, data: { cases: [one] } }, municipality),
    ]),
    [
      `${language} request empty`,
      requestShown({ kind: 'found', request, mayCopy: true, data: { cases: [] } }, municipality),
    ],
  ];
}

/** What staff can be shown. */
export const staffBodies: readonly Named[] = (['nb', 'nn'] as const).flatMap((language): Named[] => {
  const own = { ...municipality, language };
  const refusals = ['not-permitted', 'not-found'] as const;
  const by = { id: sample.snowflake('100000000000000002'), signature };
  const reading = { municipality: own, language, now: openTime };
  return [
    ...requestBodies(language),
    ...severities.map((severity): Named => {
      const contacts = { from: openTime, last: openTime, messages: 3, worrying: 1 };
      return [`${language} stopped`, stoppedNote({ municipality: own, severity, contacts }, 7)];
    }),
    ...[sample.openCase, sample.claimedCase, sample.closedCase, sample.filedCase].flatMap((current) =>
      severities.map((severity): Named => [`${language} card`, caseCard({ ...current, severity }, own, 7)]),
    ),
    ...caseEntryParts(sample.entry, sample.openCase, own, 7).map((body): Named => [`${language} entry`, body]),
    ...(
      [
        { kind: 'taken', signature },
        { kind: 'closed', signature },
        { kind: 'form-filed', signature },
        { kind: 'chosen' },
        { kind: 'chose-another' },
        { kind: 'original-opened', signature, alone: true },
        { kind: 'original-opened', signature, alone: false },
        { kind: 'original-asked', signature },
        { kind: 'recontact', reported: sample.openCase.id, caseNumber: 4821 },
        { kind: 'deleted-by-sender', entryId: '1' },
        { kind: 'erasure-requested', dueAt: closedTime },
        { kind: 'wrote-while-stopped', severity: 'acute' },
        { kind: 'erasure-kept', signature },
        ...(['dm-closed', 'channel-gone', 'no-permission', 'rejected'] as const).flatMap((reason) => [
          { kind: 'reply-not-delivered', reason } as const,
          { kind: 'notice-not-delivered', reason } as const,
        ]),
      ] as const
    ).map((note): Named => [`${language} note ${note.kind}`, caseNote(note, own, 7)]),
    ...(['referral', 'debrief', 'moved-away'] as const).map((about): Named => [
      `${language} follow-up ${about}`,
      followUp({ kind: 'follow-up', municipality: own, caseId: sample.openCase.id, caseNumber: 4821, about }, 7),
    ]),
    [`${language} standard texts`, textList(Array(200).fill(standardText(9)), reading)],
    [`${language} no standard text`, textList([], reading)],
    [`${language} standard text`, shownText(standardText(longest.text), reading)],
    [`${language} answered`, answeredAlert(sample.claimedCase, own, 7)],
    ...[0, 1, 4].map((step): Named => [
      `${language} alert ${step}`,
      caseAlert(sample.openCase, own, { roleId: own.roles.dutyLead, severity: 'acute', step }, 7),
    ]),
    ...(
      [
        { kind: 'set-aside' },
        { kind: 'found-empty' },
        { kind: 'restored' },
        { kind: 'damaged' },
        ...unreadableRecords.map((record) => ({ kind: 'unreadable', record }) as const),
        ...severities.map((severity) => ({ kind: 'not-storing', severity }) as const),
      ] as const
    ).map((trouble): Named => [
      `${language} trouble ${trouble.kind}`,
      troubleNote({ kind: 'trouble-note', municipality: own, trouble }, 7),
    ]),
    [
      `${language} reply`,
      senderReply(
        { ...sample.entry, from: 'staff', signature, body: { kind: 'text', text: reply } },
        { municipality: own, language },
        7,
      ),
    ],
    [
      `${language} preview`,
      replyPreview(sample.openCase, {
        text: reply,
        warnings: {
          personalData: [...personalDataKinds],
          concerns: ['method', 'health-advice', 'promise'],
          answeredBy: signature,
        },
        writtenIn: sample.snowflake('400000000000000001'),
        signed: { signature, municipality: own, language },
        language,
      }),
    ],
    ...refusals.flatMap((kind): Named[] => [
      [`${language} claim ${kind}`, claimOutcome({ kind }, language)],
      [`${language} close ${kind}`, closeOutcome({ kind }, language)],
      [`${language} reply ${kind}`, replyOutcome({ kind }, language)],
      [`${language} form ${kind}`, formRefusal({ kind }, language)],
    ]),
    [`${language} claimed`, claimOutcome({ kind: 'claimed', caseId: sample.openCase.id, caseNumber: 4821 }, language)],
    [`${language} already`, claimOutcome({ kind: 'already-claimed', caseNumber: 4821, by }, language)],
    [`${language} claim closed`, claimOutcome({ kind: 'closed', caseNumber: 4821 }, language)],
    [`${language} closed`, closeOutcome({ kind: 'closed', caseNumber: 4821, caseId: caseId() }, language)],
    [`${language} already closed`, closeOutcome({ kind: 'already-closed', caseNumber: 4821 }, language)],
    [`${language} not taken`, closeOutcome({ kind: 'not-taken', caseNumber: 4821 }, language)],
    [`${language} queued`, replyOutcome({ kind: 'queued', caseNumber: 4821 }, language)],
    [`${language} reply closed`, replyOutcome({ kind: 'closed', caseNumber: 4821 }, language)],
    [`${language} reply expired`, replyOutcome({ kind: 'expired' }, language)],
    [`${language} form closed`, formRefusal({ kind: 'closed', caseNumber: 4821 }, language)],
    [`${language} apology`, apology('a1b2c3', 'staff', language)],
    ...[0, 1, 3, 60].flatMap((count): Named[] => {
      const waiting = Array.from({ length: count }, (_, index) => ({
        caseNumber: 4821 + index,
        severity: severities[index % severities.length] ?? 'acute',
        claimed: index % 2 === 0,
      }));
      return [
        [`${language} handover at closing ${count}`, dutyHandover({ by: 'closing', waiting, municipality: own }, 7)],
        [`${language} handover ${count}`, dutyHandover({ by: 'staff', waiting, municipality: own }, 7)],
        [`${language} out ${count}`, checkOutOutcome({ kind: 'checked-out', othersOnDuty: true, waiting }, language)],
        [`${language} last out`, checkOutOutcome({ kind: 'checked-out', othersOnDuty: false, waiting }, language)],
      ];
    }),
    ...(['not-checked-in', 'not-permitted'] as const).map((kind): Named => [
      `${language} out ${kind}`,
      checkOutOutcome({ kind }, language),
    ]),
    ...(
      [
        { kind: 'checked-in', from: openTime, until: openTime + 3_600_000, now: openTime, waiting: [] },
        {
          kind: 'checked-in',
          from: openTime,
          until: openTime + 3_600_000,
          now: closedTime,
          waiting: [{ caseNumber: 4821, severity: 'serious', claimed: false }],
        },
        { kind: 'too-early', next: openTime, now: closedTime },
        { kind: 'nothing-planned' },
        { kind: 'not-approved' },
        { kind: 'not-permitted' },
      ] as const
    ).map((outcome): Named => [`${language} in ${outcome.kind}`, checkInOutcome(outcome, language, own)]),
  ];
});

export const forms: readonly (readonly [name: string, form: FormBody])[] = [
  ...sections.map((section) => [`setup ${section}`, setupForm(section, {})] as const),
  ['request', requestForm('1.2.2027')] as const,
  ['request answer', answerForm(sample.openCase.id)] as const,
  ...approvalForms.map((form) => [`approval ${form}`, approvalForm(form, 2)] as const),
  ...catalogueLanguages.flatMap((language) => formsIn(language)),
];

function formsIn(language: Language): readonly (readonly [name: string, form: FormBody])[] {
  return [
    ...[openTime, closedTime].map(
      (now) => [`${language} write`, writeToUsForm(municipality, { contacts, language, now })] as const,
    ),
    [`${language} reply`, replyForm(sample.openCase, language, { signature })] as const,
    [
      `${language} reply with texts`,
      replyForm(sample.openCase, language, {
        signature,
        ready: Array.from({ length: 30 }, (_, n) => ({ ...standardText(longest.text), id: `text${String(n)}` })),
      }),
    ] as const,
    [`${language} standard text`, textForm(language, standardText(longest.text))] as const,
    ...incidentForms(language),
  ];
}
