import type { OmittedContent } from '../../core/case.ts';
import type { Language } from '../../core/language.ts';
import type { PersonalDataKind } from '../../core/redaction/redaction.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { listText } from '../../i18n/time-text.ts';

/** «et telefonnummer og 2 navn»: a kind that comes several times is counted. Kinds only, never values. */
export function removedText(language: Language, kinds: readonly PersonalDataKind[]): string {
  const { words } = textsIn(language);
  const counts = new Map<PersonalDataKind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const things = Array.from(counts, ([kind, count]) =>
    count === 1 ? words.removedOne({ kind }) : words.removedMany({ kind, count }),
  );
  return listText(language, things);
}

/** «1 bilde og 2 filer». */
export function omittedText(language: Language, omitted: readonly OmittedContent[]): string {
  const { words } = textsIn(language);
  return listText(
    language,
    omitted.map(({ kind, count }) => words.omitted({ kind, count })),
  );
}
