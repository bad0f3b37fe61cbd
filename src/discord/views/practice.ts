import { isTrained, scenarioIds, subjects } from '../../core/practice/practice.ts';
import type { ScenarioId, Training } from '../../core/practice/practice.ts';
import { practiceNb as say } from '../../i18n/practice/nb.ts';
import { scenarios } from '../../i18n/practice/scenarios-nb.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { accentOf } from './case-card.ts';

/** The cases to practise, and the worker's own list of what they have learnt. */
export const practiceMenu = (training: Training): MessageBody =>
  message({
    texts: [say.mark(), say.menu(), say.subjects(), isTrained(training) ? say.trained() : say.notTrained()],
    buttons: [
      ...scenarioIds.map((id) => {
        const { title } = scenarios[id];
        const label = training.done.includes(id) ? say.done({ title }) : title;
        return button(label, encodeCustomId('practice', id, 0, -1), 'primary');
      }),
      ...subjects.map((subject) =>
        button(
          say.subject({ subject, ticked: training.ticked.includes(subject) }),
          encodeCustomId('practice-tick', subject),
        ),
      ),
    ],
    accent: 'done',
  });

/** Where a press leads: a step with what it answers, or the end. Nothing when there is no such step. */
export function practiceStep(id: ScenarioId, step: number, choice: number): MessageBody | undefined {
  const { severity, steps, afterwards } = scenarios[id];
  const at = steps[step];
  const chosen = at?.choices[choice];
  if (!at || (choice >= 0 && !chosen)) return undefined;
  const shown = chosen ? (chosen.next === undefined ? undefined : steps[chosen.next]) : at;
  const index = chosen?.next ?? step;
  const thought = chosen ? [say.youChose(chosen), chosen.thought].join('\n') : '';
  const level = textsIn('nb').words.severity({ severity });
  if (!shown) {
    return message({
      texts: [say.mark(), thought, say.over({ afterwards })],
      buttons: [button(say.again(), encodeCustomId('practice-menu'))],
      accent: 'done',
    });
  }
  return message({
    texts: [say.mark(), thought, say.card({ level }), say.said({ text: shown.said }), say.choose()],
    buttons: shown.choices.map(({ label }, n) => button(label, encodeCustomId('practice', id, index, n))),
    accent: accentOf(severity),
  });
}

/** Whether this press ends the practice. */
export const endsPractice = (id: ScenarioId, step: number, choice: number): boolean => {
  const chosen = scenarios[id].steps[step]?.choices[choice];
  return chosen !== undefined && chosen.next === undefined;
};
