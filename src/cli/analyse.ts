import { createInterface } from 'node:readline';
import { z } from 'zod';
import { publishedNumbers } from '../core/municipality.ts';
import { RawText } from '../core/raw-text.ts';
import { redactorWords } from '../core/redaction/local-words.ts';
import { createRedactor } from '../core/redaction/redact.ts';
import { createTriage } from '../core/triage/triage.ts';
import { loadConfiguration } from '../settings/configuration.ts';
import { readEnvironment } from '../settings/environment.ts';
import { configurationExitCode, faultLine } from '../settings/fault.ts';
import { parseJson } from '../settings/json-text.ts';
import { explanations } from './explanations.ts';
import type { Terminal } from './terminal.ts';

/** Some lines could not be read. Source: sysexits.h, EX_DATAERR. */
const badDataExitCode = 65;

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  context: z.array(z.string()).default([]),
});
type Line = z.infer<typeof lineSchema>;

/**
 * `utekontakt analyse [--explain]`: what redaction and triage say about each line of standard input, so that a
 * municipality can judge them before anything is turned on. Plain text, or JSON with `id`, `text` and optionally
 * `context`. Writes one JSON object per line; offsets are UTF-16 code units of `text`. Nothing is stored.
 * @returns 0, 65 when some lines could not be read (the others are written all the same), 78 for a wrong configuration
 */
export async function analyse(args: readonly string[], { environment, input, out, err }: Terminal): Promise<number> {
  const settings = readEnvironment(environment);
  const configuration = settings.ok ? await loadConfiguration(settings.value.configDir) : settings;
  if (!configuration.ok) {
    for (const fault of configuration.faults) err(`${faultLine(fault)}\n`);
    return configurationExitCode;
  }
  const { municipalities, national } = configuration.value;
  const redactor = createRedactor({
    protectedNumbers: municipalities.flatMap((municipality) => publishedNumbers(municipality, national)),
    ...redactorWords(municipalities.map(({ redaction }) => redaction)),
  });
  const triage = createTriage();
  const explain = args.includes('--explain');

  let exitCode = 0;
  let number = 0;
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    if (text.trim() === '') continue;
    const line = readLine(text, number);
    if (typeof line === 'string') {
      err(`line ${number}: ${line}\n`);
      exitCode = badDataExitCode;
    } else out(`${JSON.stringify(analysed(line))}\n`);
  }
  return exitCode;

  function analysed({ id, text, context }: Line): object {
    const raw = new RawText(text);
    const earlier = context.map((words) => new RawText(words));
    const redaction = redactor.redact(raw, {
      language: 'nb',
      memory: { entries: [] },
      digest: (normalised) => normalised,
      earlier,
    });
    const assessment = triage.assess(raw, { earlier, channel: 'dm' });
    return {
      id,
      redacted: redaction.text,
      spans: redaction.findings.map(({ start, end, kind, ruleId }) => ({ start, end, type: kind, ruleId })),
      level: assessment.severity,
      categories: assessment.categories,
      reasons: assessment.reasons,
      ...(explain ? { explanation: explanations(redactor, text, redaction.findings, assessment) } : {}),
    };
  }
}

/** One line of input, or what is wrong with it. A line that does not begin as JSON is plain text, named by its number. */
function readLine(text: string, number: number): Line | string {
  if (!text.trimStart().startsWith('{')) return { id: String(number), text, context: [] };
  const json = parseJson(text);
  if (!json.ok) return 'is not valid JSON';
  const parsed = lineSchema.safeParse(json.value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return `${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is wrong'}`.trim();
}
