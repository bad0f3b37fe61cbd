// Scores our redaction on one labelled file, and times it:  node bench/redaction/score.ts FILE.jsonl
// Definitions: test/examples/redaction/measure.ts. Speed is messages per second of processor time, the best of five rounds.
import { measure, readExamples } from '../../test/examples/redaction/measure.ts';

const file = process.argv[2];
const examples = file === undefined ? undefined : readExamples(new URL(file, `file://${process.cwd()}/`));
if (examples === undefined) throw new Error('usage: node bench/redaction/score.ts FILE.jsonl');

const started = performance.now();
const { createRedactor } = await import('../../src/core/redaction/redact.ts');
const imported = performance.now();
const redactor = createRedactor({ protectedNumbers: [] });
redactor.find('hei');
const ready = performance.now();

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const all = measure(redactor, examples);
console.log(`${String(examples.length)} messages, ${String(all.entities)} entities`);
console.log(`recall ${percent(all.recall)}`);
for (const kind of ['pii', 'adversarial'])
  console.log(
    `recall, ${kind} ${percent(
      measure(
        redactor,
        examples.filter((example) => example.kind === kind),
      ).recall,
    )}`,
  );
for (const [type, recall] of Object.entries(all.recallByKind).sort()) console.log(`  ${type} ${percent(recall)}`);
console.log(`messages with a leak ${percent(all.leakyMessages)}`);
console.log(`characters leaked ${percent(all.charactersLeaked)}`);
console.log(`character precision ${percent(all.characterPrecision)}`);
console.log(`false alarms on clean ${percent(all.falseAlarmClean)}`);

let best = 0;
for (let round = 0; round < 5; round++) {
  const since = process.cpuUsage();
  let count = 0;
  let seconds = 0;
  while (seconds < 0.5) {
    for (const { text } of examples) redactor.find(text);
    count += examples.length;
    const { user, system } = process.cpuUsage(since);
    seconds = (user + system) / 1e6;
  }
  best = Math.max(best, count / seconds);
}
console.log(`${String(Math.round(best))} messages/s of processor time`);
console.log(
  `imported in ${(imported - started).toFixed(0)} ms, first answer ${(ready - imported).toFixed(0)} ms later`,
);
