import type { Case, CaseEntry } from '../../core/case.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Instant } from '../../core/time.ts';
import { requestTexts as texts } from '../../i18n/requests.ts';
import type { Paper, PaperPart } from '../paper.ts';
import { heading, readable, text } from './frame.ts';

interface Copied {
  readonly municipality: Municipality;
  readonly madeAt: Instant;
  readonly cases: readonly {
    readonly case: Case;
    readonly entries: readonly CaseEntry[];
    readonly eraseAt: Instant;
    readonly isDocumented: boolean;
  }[];
}

/** A copy of what is stored, for the one it is about. Source: GDPR article 15(3). */
export const subjectCopy = ({ municipality, madeAt, cases }: Copied): Paper => ({
  title: texts.paperTitle,
  marking: 'Taushetsbelagt',
  author: municipality.name,
  madeAt,
  language: 'nb-NO',
  footer: `${municipality.service}, ${readable(madeAt)}`,
  pageLabel: (page, pages) => `Side ${page} av ${pages}`,
  parts: [
    text(texts.paperIntroduction),
    ...cases.flatMap(({ case: one, entries, eraseAt, isDocumented }): readonly PaperPart[] => [
      heading(`Samtale ${one.number}`),
      {
        kind: 'facts',
        rows: [
          [texts.paperOpened, readable(one.openedAt)],
          [texts.paperErased, readable(eraseAt)],
          ...entries.map((entry): readonly [string, string] => [
            `${readable(entry.at)}, ${entry.from === 'sender' ? texts.paperYou : texts.paperUs}`,
            entry.body.kind === 'text' ? entry.body.text : texts.paperNoText,
          ]),
        ],
      },
      ...(isDocumented ? [text(texts.documented)] : []),
    ]),
    text(
      `Personvernombud: ${municipality.dataProtectionOfficer.name}, ${municipality.dataProtectionOfficer.email}. Du kan klage til Datatilsynet.`,
    ),
  ],
});
