import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { severities } from '../core/triage/assessment.ts';
import { RawText } from '../core/raw-text.ts';
import { scoreTriage } from '../core/triage/score.ts';
import type { LabelledRow, Share, TriageScore } from '../core/triage/score.ts';
import { createTriage } from '../core/triage/triage.ts';
import { parseJson } from '../settings/json-text.ts';
import type { Terminal } from './terminal.ts';

/** As in sysexits.h, so that scripts can tell the cases apart. */
const exitCodes = { usage: 64, badContent: 65, noInput: 66 } as const;

const rowSchema = z.object({
  id: z.string(),
  text: z.string(),
  level: z.enum(severities),
  categories: z.array(z.string()).default([]),
  lang: z.string().default('nb'),
  kind: z.string().default('worry'),
  context: z.array(z.string()).default([]),
});
type Row = z.infer<typeof rowSchema>;

/**
 * `utekontakt evaluate CORPUS.jsonl [--json]`: how triage does on a municipality's own labelled examples. Each line holds
 * `id`, `text`, `level` and optionally `categories`, `lang`, `kind` and `context`. Nothing is stored.
 * @returns 0, 64 wrong use, 65 a line that cannot be read, 66 a file that cannot be read
 */
export async function evaluate(args: readonly string[], { out, err }: Terminal): Promise<number> {
  const asJson = args.includes('--json');
  const [path, ...others] = args.filter((argument) => argument !== '--json');
  if (path === undefined || others.length > 0) {
    err('usage: utekontakt evaluate CORPUS.jsonl [--json]\n');
    return exitCodes.usage;
  }
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    err(`${path}: cannot be read\n`);
    return exitCodes.noInput;
  }
  const rows: Row[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const json = parseJson(line);
    const parsed = json.ok ? rowSchema.safeParse(json.value) : undefined;
    if (!parsed?.success) {
      err(`line ${index + 1}: needs id, text and a level of ${severities.join(', ')}\n`);
      return exitCodes.badContent;
    }
    rows.push(parsed.data);
  }
  const score = scoreTriage(rows satisfies readonly LabelledRow[], predictionsFor(rows));
  out(asJson ? `${JSON.stringify(score)}\n` : `${report(score)}\n`);
  return 0;
}

function predictionsFor(rows: readonly Row[]) {
  const triage = createTriage();
  return rows.map(({ id, text, context }) => {
    const earlier = context.map((words) => new RawText(words));
    const { severity, categories } = triage.assess(new RawText(text), { earlier, channel: 'dm' });
    return { id, level: severity, categories };
  });
}

const share = ({ k, n, p, lo, hi }: Share): string =>
  p === null || lo === null || hi === null
    ? 'none to count'
    : `${(100 * p).toFixed(1)} % (${k} of ${n}, 95 % interval ${(100 * lo).toFixed(0)}–${(100 * hi).toFixed(0)})`;

function report({ n, recall, falseAlerts }: TriageScore): string {
  return [
    `${n} messages`,
    ...Object.entries(recall).map(([name, value]) => `seen, ${name}: ${share(value)}`),
    ...Object.entries(falseAlerts).map(
      ([name, { any, serious, acute }]) =>
        `false alerts, ${name}: any ${share(any)}; serious ${share(serious)}; acute ${share(acute)}`,
    ),
    'The examples are yours and few: read the intervals, not the percentages. No program catches everything.',
  ].join('\n');
}
