import { readOptions, usage } from './options.ts';
import type { ChaosOptions } from './options.ts';
import { runChaos } from './run.ts';
import { isClean, latencies, verdictLine } from './verdict.ts';

/** `npm run chaos`: exit code 0 when nothing was lost, doubled or misdelivered; 1 otherwise; 64 for options it cannot read. */
async function main(options: ChaosOptions): Promise<number> {
  const run = await runChaos(options);
  const { verdict } = run;
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ options, ...run })}\n`);
    return isClean(verdict) ? 0 : 1;
  }
  const starts = latencies(run.startTimes);
  process.stderr.write(
    [
      `${options.messages} messages of ${run.senders} senders at ${options.rate}/s, ${options.store}, ${options.intakes} intake(s), seed ${options.seed}`,
      `kills ${run.kills} · drops ${run.drops} · blows at the store ${run.storeBlows} · identifies ${run.identifies} · resumes ${run.resumes} · starts p50 ${starts.p50} ms, max ${starts.max} ms`,
      `alerts lost ${verdict.alertsLost} · alerts p50 ${verdict.alertLatency.p50} ms · p99 ${verdict.alertLatency.p99} ms · max ${verdict.alertLatency.max} ms`,
      `answers ${JSON.stringify(run.restStatuses)} · memory ${Math.round(run.peakMemory / 1024 / 1024)} MiB`,
      ...(run.ownEnds.length > 0 ? [`ended by itself: ${run.ownEnds.join(' ')}\n${run.lastWords}`] : []),
      ...(verdict.missing.length > 0 ? [`missing: ${verdict.missing.slice(0, 20).join(' ')}`] : []),
      '',
    ].join('\n'),
  );
  process.stdout.write(`${verdictLine(verdict)}\n`);
  return isClean(verdict) ? 0 : 1;
}

let options: ChaosOptions | undefined;
try {
  options = readOptions(process.argv.slice(2));
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n${usage}\n`);
  process.exitCode = 64;
}
if (options) process.exitCode = await main(options);
