import { wheelFirst, wheelLast } from '../core/reflection.ts';
import type { Reflection } from '../core/reflection.ts';
import type { Municipality } from '../core/municipality.ts';
import type { Instant } from '../core/time.ts';
import { reflectionTexts as texts } from '../i18n/reflection.ts';
import { timeTextIn } from '../i18n/time-text.ts';
import type { Paper } from '../papers/paper.ts';

/** What the team has weighed, newest first, for its meeting. */
export function reflectionsPaper(
  reflections: readonly Reflection[],
  { name, service, hours }: Municipality,
  madeAt: Instant,
): Paper {
  return {
    title: texts.paper,
    author: name,
    madeAt,
    language: 'nb-NO',
    footer: `${service}, ${name}`,
    pageLabel: texts.page,
    parts: [
      { kind: 'text', text: texts.paperIntro, tone: 'quiet' },
      ...(reflections.length === 0 ? [{ kind: 'text', text: texts.none } as const] : []),
      ...reflections.flatMap(
        ({ at, answers }) =>
          [
            { kind: 'heading', level: 2, text: texts.when(timeTextIn('nb', hours.timeZone).day(at)) },
            {
              kind: 'facts',
              rows: [...wheelFirst, ...wheelLast].flatMap((field) => {
                const answer = answers[field];
                return answer === undefined ? [] : [[texts.asked[field].label, answer] as const];
              }),
            },
          ] as const,
      ),
    ],
  };
}
