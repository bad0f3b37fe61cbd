import { readFileSync } from 'node:fs';
import type { Case } from '../../../src/core/case.ts';
import type { DutyAnswers } from '../../../src/core/duty-guide/guide.ts';
import { dutyGuideSchema } from '../../../src/core/duty-guide/guide.ts';
import { catalogueLanguages } from '../../../src/core/language.ts';
import { categories, severities } from '../../../src/core/triage/assessment.ts';
import type { CaseReminder } from '../../../src/core/outbox.ts';
import type { MessageBody } from '../../../src/discord/views/body.ts';
import { caseCard } from '../../../src/discord/views/case-card.ts';
import { caseNote } from '../../../src/discord/views/case-note.ts';
import { caseList, resourceList } from '../../../src/discord/views/case-list.ts';
import { casePanel } from '../../../src/discord/views/case-panel.ts';
import { caseReminder } from '../../../src/discord/views/case-reminder.ts';
import {
  createdOutcome,
  handOverOutcome,
  identityOutcome,
  moveOutcome,
  noSuchCase,
} from '../../../src/discord/views/case-work-outcome.ts';
import type { FormBody } from '../../../src/discord/views/form.ts';
import { decisionForm, decisionToMend } from '../../../src/discord/views/decision.ts';
import { nextStepCard, nextStepForm } from '../../../src/discord/views/next-step.ts';
import { changedReplyOutcome, closeOutcome } from '../../../src/discord/views/outcome.ts';
import * as sample from './samples.ts';

const { municipality, contacts, signature, openTime, closedTime } = sample;
const by = { id: sample.snowflake('100000000000000002'), signature };
const to = { id: sample.snowflake('100000000000000003'), signature: 'Ola, vakthavende' };

const undecided = { cardId: 'barnevern', follows: false, reason: '', secondAssessment: '' };
const decision = { ...undecided, rowId: 'home-known', guideVersion: '1', by, at: openTime };

export const guide = dutyGuideSchema.parse(
  JSON.parse(readFileSync(new URL('../../../config/duty-guide.json', import.meta.url), 'utf8')),
);

const asideCase = (then: 'remind' | 'close'): Case => ({
  ...sample.claimedCase,
  state: { kind: 'waiting', by, at: openTime, until: openTime + 3_600_000, then },
});
export const everyState: readonly Case[] = [
  sample.openCase,
  sample.claimedCase,
  { ...sample.claimedCase, state: { kind: 'claimed', by, at: openTime, offeredTo: to } },
  asideCase('remind'),
  asideCase('close'),
  { ...sample.filedCase, handedOver: { contactId: 'legevakt', by, at: openTime } },
  sample.closedCase,
];

/** Every way through the guide that ends in one of its rows. */
const everyAnswer: readonly DutyAnswers[] = [
  {},
  ...guide.rows.map(({ when }) =>
    Object.fromEntries(Object.entries(when).flatMap(([id, [first]]) => (first === undefined ? [] : [[id, first]]))),
  ),
];

const reminders: readonly CaseReminder[] = [
  { kind: 'set-aside-over' },
  { kind: 'not-closed' },
  { kind: 'unanswered', since: closedTime },
  { kind: 'unanswered', since: openTime - 60_000 },
];

type Named = readonly [name: string, body: MessageBody];

/** What staff see while they look after a case. */
export const caseWorkBodies: readonly Named[] = catalogueLanguages.flatMap((language): Named[] => {
  const own = { ...municipality, language: language === 'en' ? 'nb' : language } as const;
  const reader = { language, municipality: own };
  const here = { guide, municipality: own, national: contacts, signature, language, now: openTime };
  return [
    ...everyState.flatMap((current): Named[] => [
      [`${language} card ${current.state.kind}`, caseCard(current, own, 7, contacts)],
      ...[by.id, to.id].map((viewer): Named => [
        `${language} panel ${current.state.kind}`,
        casePanel({ case: current, municipality: own, national: contacts, viewer, language }),
      ]),
      ...severities.flatMap((severity) =>
        reminders.map((about): Named => [
          `${language} reminder ${about.kind}`,
          caseReminder({ case: { ...current, severity }, municipality: own, about }, openTime, 7),
        ]),
      ),
    ]),
    ...([0, 1, 3, 60] as const).flatMap((count): Named[] => {
      const cases = Array.from({ length: count }, (_, index) => ({
        ...(everyState[index % 6] ?? sample.openCase),
        number: 4821 + index,
        unansweredSince: closedTime,
      }));
      return (['mine', 'all'] as const).map((whose): Named => [
        `${language} list ${whose} ${count}`,
        caseList(cases, whose, { language, now: openTime }),
      ]);
    }),
    ...categories.map((category): Named => [
      `${language} resources ${category}`,
      resourceList(category, own, contacts, { language, now: openTime }),
    ]),
    ...(['taken-in', 'known-already', 'not-a-person', 'not-active', 'not-permitted'] as const).map((kind): Named => [
      `${language} created ${kind}`,
      createdOutcome({ kind }, language),
    ]),
    [`${language} no such case`, noSuchCase(language)],
    ...(
      [
        { kind: 'changed', caseNumber: 4821 },
        { kind: 'withdrawn', caseNumber: 4821 },
        { kind: 'not-yours' },
        { kind: 'withdrawn-already' },
        { kind: 'closed', caseNumber: 4821 },
        { kind: 'expired' },
        { kind: 'not-found' },
      ] as const
    ).map((outcome): Named => [`${language} reply ${outcome.kind}`, changedReplyOutcome(outcome, language)]),
    ...everyAnswer.flatMap((answers): readonly Named[] => [
      [`${language} next step`, nextStepCard(sample.openCase, { answers, decision: undefined }, here)],
      [`${language} decided`, nextStepCard(sample.openCase, { answers, decision, removed: ['NAME'] }, here)],
    ]),
    ...(['needs-reason', 'needs-second-assessment', 'not-settled', 'other-card'] as const).map((why): Named => [
      `${language} ${why}`,
      decisionToMend(sample.openCase, why, { ...undecided, reason: '*x* '.repeat(250) }, language),
    ]),
    ...(
      [
        { kind: 'closed-by-time' },
        { kind: 'reply-not-withdrawn' },
        { kind: 'reply-by-thread' },
        { kind: 'released', signature },
        { kind: 'reopened', signature },
        { kind: 'taken-over', signature },
        { kind: 'taken-over', signature, from: to.signature },
        { kind: 'offered', caseId: sample.caseId, signature, to },
        { kind: 'set-aside', signature, until: openTime, then: 'remind' },
        { kind: 'set-aside', signature, until: openTime, then: 'close' },
        { kind: 'handed-over', signature, contactId: 'legevakt' },
        { kind: 'handed-over', signature, contactId: 'no-longer-there' },
      ] as const
    ).map((note): Named => [`${language} note ${note.kind}`, caseNote(note, own, 7, contacts)]),
    ...(['release', 'take-over', 'reopen', 'snooze', 'close-later', 'offer'] as const).map((move): Named => [
      `${language} moved ${move}`,
      moveOutcome({ kind: 'moved', move, case: asideCase('remind') }, reader),
    ]),
    ...(
      [
        { kind: 'already-claimed', by, caseNumber: 4821 },
        { kind: 'already-yours', caseNumber: 4821 },
        { kind: 'not-taken', caseNumber: 4821 },
        { kind: 'closed', caseNumber: 4821 },
        { kind: 'already-closed', caseNumber: 4821 },
        { kind: 'not-closed', caseNumber: 4821 },
        { kind: 'not-waiting', caseNumber: 4821 },
        { kind: 'too-soon', until: openTime, caseNumber: 4821 },
        { kind: 'other-open', caseNumber: 4821 },
        { kind: 'not-staff' },
        { kind: 'not-permitted' },
        { kind: 'not-found' },
      ] as const
    ).map((outcome): Named => [`${language} move ${outcome.kind}`, moveOutcome(outcome, reader)]),
    [
      `${language} close too soon`,
      closeOutcome({ kind: 'too-soon', caseNumber: 4821, caseId: sample.caseId, until: openTime }, language),
    ],
    ...(
      [
        { kind: 'handed-over', caseNumber: 4821, contact: contacts.required.legevakt },
        { kind: 'closed', caseNumber: 4821 },
        { kind: 'no-contact' },
        { kind: 'not-found' },
      ] as const
    ).map((outcome): Named => [`${language} handing over ${outcome.kind}`, handOverOutcome(outcome, reader)]),
    ...(
      [
        { kind: 'shown', senderId: sample.openCase.senderId, account: 'kim_eksempel (Kim)' },
        { kind: 'shown', senderId: sample.openCase.senderId, account: undefined },
        { kind: 'not-permitted' },
      ] as const
    ).map((outcome): Named => [`${language} who`, identityOutcome(outcome, reader)]),
  ];
});

export const caseWorkForms: readonly (readonly [name: string, form: FormBody])[] = catalogueLanguages.flatMap(
  (language) =>
    everyAnswer.flatMap(
      (answers) =>
        [
          [
            `${language} decision form`,
            decisionForm(sample.openCase, { answers, typed: undecided }, { guide, language }),
          ],
          [
            `${language} next step form`,
            nextStepForm(sample.openCase, answers, {
              guide,
              municipality,
              national: contacts,
              signature,
              language,
              now: openTime,
            }),
          ],
        ] as const,
    ),
);
