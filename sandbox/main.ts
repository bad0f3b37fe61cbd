import { startSandbox } from './sandbox.ts';
import type { Sandbox } from './sandbox.ts';

/** Where the sandbox is looked for when no port is chosen. */
const firstPort = 4_100;
const portsTried = 50;

const isTaken = (fault: unknown): boolean => (fault as NodeJS.ErrnoException).code === 'EADDRINUSE';

/** On the chosen port, or on the first free one near 4100. */
async function startNearby(chosen: string | undefined): Promise<Sandbox> {
  if (chosen) return startSandbox({ port: Number(chosen) });
  for (let port = firstPort; port < firstPort + portsTried; port += 1) {
    try {
      return await startSandbox({ port });
    } catch (fault) {
      if (!isTaken(fault)) throw fault;
    }
  }
  return startSandbox();
}

try {
  const { url, apiUrl, token } = await startNearby(process.env['SANDBOX_PORT']);
  if (process.send) process.send({ url, apiUrl, token });
  else process.stdout.write(`Sandbox: ${url}\n`);
} catch (fault) {
  if (!isTaken(fault)) throw fault;
  // A parent process says it in its own words.
  if (!process.send) process.stderr.write(`SANDBOX_PORT: port ${process.env['SANDBOX_PORT'] ?? ''} is in use\n`);
  process.exitCode = 78;
}
