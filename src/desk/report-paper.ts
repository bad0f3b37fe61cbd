import type { Report } from '../core/incident/report.ts';
import type { DutyGuide } from '../core/duty-guide/guide.ts';
import type { Instant } from '../core/time.ts';
import { deskTextsIn } from '../i18n/desk/catalogue.ts';
import type { DeskLanguage, DeskTexts } from '../i18n/desk/catalogue.ts';
import type { FieldText } from '../i18n/desk/nb/form.ts';
import type { Paper, PaperPart } from '../papers/paper.ts';

interface ReportPaper {
  readonly report: Report;
  readonly guide: DutyGuide;
  /** The report as it was hashed; travels inside the paper. */
  readonly json: string;
  /** SHA-256 of that, hexadecimal. */
  readonly hash: string;
  readonly madeAt: Instant;
  readonly language: DeskLanguage;
}

/** The report for reading, printing and the archive. */
export function reportPaper({ report, guide, json, hash, madeAt, language }: ReportPaper): Paper {
  const words = deskTextsIn(language);
  const { print: texts } = words;
  const { municipality, caseNumber } = report;
  return {
    title: texts.title(caseNumber),
    marking: texts.confidential,
    author: municipality.name,
    madeAt,
    language: `${language}-NO`,
    footer: `${texts.hash}: ${hash}`,
    pageLabel: texts.page,
    parts: [
      { kind: 'text', text: `${municipality.service}, ${municipality.name} (${municipality.organisationNumber})` },
      { kind: 'text', text: texts.made(report.madeBy, readable(report.madeAt.local)), tone: 'quiet' },
      ...received(report, words),
      ...stepParts(report, words),
      ...guideParts(report, guide, words),
      ...afterParts(report, words),
      ...talkParts(report, words),
      { kind: 'heading', level: 2, text: texts.proof },
      { kind: 'text', text: texts.proofText(fileName(caseNumber, 'json')) },
      { kind: 'facts', rows: [[texts.hash, hash]] },
    ],
    attached: [
      {
        name: fileName(caseNumber, 'json'),
        type: 'application/json',
        description: texts.title(caseNumber),
        text: json,
      },
    ],
  };
}

export const fileName = (caseNumber: number, ending: 'json' | 'pdf'): string =>
  `utekontakt-sak-${caseNumber}.${ending}`;

/** «2026-11-22 21:55:03», on the municipality's own clock. */
const readable = (iso: string): string => iso.slice(0, 19).replace('T', ' ');

const received = ({ received: facts }: Report, { overview }: DeskTexts): readonly PaperPart[] => [
  { kind: 'heading', level: 2, text: overview.facts },
  {
    kind: 'facts',
    rows: [
      [overview.first, facts.firstAt ? bothClocks(facts.firstAt) : overview.unknown],
      [overview.last, facts.lastAt ? bothClocks(facts.lastAt) : overview.unknown],
      [overview.recipient, facts.recipient],
      [overview.takenBy, facts.takenBy ?? overview.nobody],
      [overview.userId, facts.discordUserId ?? overview.unknown],
      [overview.channel, facts.channelId ?? overview.unknown],
      [overview.messages, facts.messageIds.join(', ') || overview.unknown],
    ],
  },
];

const bothClocks = ({ local, utc }: { readonly local: string; readonly utc: string }): string =>
  `${readable(local)} (UTC ${readable(utc)})`;

const stepParts = ({ steps: saved }: Report, { steps, overview }: DeskTexts): readonly PaperPart[] =>
  saved.flatMap(({ step, by, at, values }): PaperPart[] => {
    const words: Readonly<Record<string, FieldText>> = steps[step].fields;
    return [
      { kind: 'heading', level: 2, text: steps[step].title },
      { kind: 'text', text: overview.done(by, readable(at.local)), tone: 'quiet' },
      {
        kind: 'facts',
        rows: Object.entries(values)
          .filter(([, value]) => value !== '')
          .map(([id, value]) => [words[id]?.label ?? id, words[id]?.choices?.[value] ?? value]),
      },
    ];
  });

function guideParts(
  { guide: answered }: Report,
  guide: DutyGuide,
  { guide: guideTexts }: DeskTexts,
): readonly PaperPart[] {
  const rows = guide.questions.flatMap(({ id, text, answers }) => {
    const given = answers.find((one) => one.id === answered.answers[id]);
    return given ? [[text, given.label] as const] : [];
  });
  const { decision } = answered;
  const version = guideTexts.version(answered.version, guide.effectiveFrom);
  return [
    { kind: 'heading', level: 2, text: guideTexts.title },
    ...(rows.length === 0
      ? [{ kind: 'text', text: guideTexts.notStarted } as const]
      : [{ kind: 'text', text: `${answered.card}. ${version}` } as const]),
    ...(answered.approved ? [] : [{ kind: 'framed', text: guideTexts.notApproved } as const]),
    { kind: 'facts', rows },
    ...(decision
      ? ([
          {
            kind: 'text',
            text: `${guideTexts.decided(decision.by, readable(decision.at.local))} ${decision.follows ? guideTexts.followed : guideTexts.against}`,
          },
          {
            kind: 'facts',
            rows: [
              ...(decision.reason === '' ? [] : [[guideTexts.reason, decision.reason] as const]),
              ...(decision.secondAssessment === undefined
                ? []
                : [[guideTexts.second, decision.secondAssessment] as const]),
            ],
          },
        ] as const)
      : []),
  ];
}

function afterParts({ after }: Report, { after: afterTexts }: DeskTexts): readonly PaperPart[] {
  const rows = [
    ...(after.closing ? [[afterTexts.closing, afterTexts.codes[after.closing]] as const] : []),
    ...(after.recontact ? [[afterTexts.recontact, afterTexts.recontactOn] as const] : []),
    ...after.referrals.map(
      ({ to, at, received: arrived }) =>
        [
          `${afterTexts.referral}: ${to}`,
          `${afterTexts.sent(readable(at.local))} ${arrived ? afterTexts.receivedBy(arrived.name, readable(arrived.at.local)) : afterTexts.awaited}`,
        ] as const,
    ),
  ];
  return rows.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: afterTexts.title },
        { kind: 'facts', rows },
      ];
}

const talkParts = ({ conversation: said }: Report, { conversation }: DeskTexts): readonly PaperPart[] =>
  said.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: conversation.title },
        { kind: 'text', text: conversation.intro, tone: 'quiet' },
        {
          kind: 'facts',
          rows: said.map(({ at, from, text, note }) => [
            `${readable(at.local)}, ${from === 'sender' ? conversation.sender : conversation.staff}`,
            text ?? withoutWords(note, conversation),
          ]),
        },
      ];

function withoutWords(note: Report['conversation'][number]['note'], conversation: DeskTexts['conversation']): string {
  if (note === 'unmaskable') return conversation.unmaskable;
  return note === 'deleted-by-staff' ? conversation.deletedByStaff : conversation.deleted;
}
