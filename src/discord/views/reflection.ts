import { reflectionLimits, wheelFirst, wheelLast } from '../../core/reflection.ts';
import type { Reflection, WheelField } from '../../core/reflection.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { ReflectOutcome } from '../../flows/team/reflect.ts';
import { reflectionTexts as texts } from '../../i18n/reflection.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { field, writing } from './form.ts';
import type { FormBody } from './form.ts';
import { inline } from './shown-words.ts';

const asking = (names: readonly WheelField[]) =>
  names.map((name) => field(texts.asked[name].label, writing(name, reflectionLimits.longest), texts.asked[name].help));

/** The situation and four of the six questions. */
export const reflectionForm = (): FormBody => ({
  custom_id: encodeCustomId('reflection-sent'),
  title: texts.title,
  components: asking(wheelFirst),
});

/** The other two, and the conclusion. */
export const reflectionLastForm = (id: Snowflake): FormBody => ({
  custom_id: encodeCustomId('reflection-more-sent', id),
  title: texts.title,
  components: asking(wheelLast),
});

export function reflectionOutcome(outcome: ReflectOutcome): MessageBody {
  switch (outcome.kind) {
    case 'not-permitted':
      return message({ texts: [texts.notPermitted], accent: 'done' });
    case 'gone':
      return message({ texts: [texts.gone], accent: 'done' });
    case 'kept': {
      const { reflection, removed } = outcome;
      const isWhole = reflection.answers.conclusion !== undefined;
      return message({
        texts: [
          isWhole ? texts.kept : texts.halfKept,
          ...(removed.length > 0 ? [texts.masked] : []),
          ...(isWhole ? [summary(reflection), texts.where] : []),
        ],
        accent: 'done',
        ...(isWhole
          ? {}
          : { buttons: [button(texts.more, encodeCustomId('reflection-more', reflection.id), 'primary')] }),
      });
    }
  }
}

/** The situation and the conclusion; all of it is on the paper. */
const summary = ({ answers }: Reflection): string =>
  (['situation', 'conclusion'] as const)
    .flatMap((name) => (answers[name] === undefined ? [] : [`**${texts.asked[name].label}** ${inline(answers[name])}`]))
    .join('\n');
