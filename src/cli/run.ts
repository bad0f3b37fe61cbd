import { readFile } from 'node:fs/promises';
import { systemClock } from '../system/clock.ts';
import type { Terminal } from './terminal.ts';

type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

/** Each command in its own file, loaded when it is asked for. */
const commands: Readonly<Record<string, { readonly about: string; readonly load: () => Promise<Command> }>> = {
  start: {
    about: 'run against Discord when DISCORD_TOKEN is set, otherwise in the local sandbox',
    load: async () => (await import('./start.ts')).start,
  },
  analyse: {
    about: 'read text or JSONL on standard input and write what redaction and triage say of it',
    load: async () => (await import('./analyse.ts')).analyse,
  },
  evaluate: {
    about: 'score triage on your own labelled examples (JSONL)',
    load: async () => (await import('./evaluate.ts')).evaluate,
  },
  hours: {
    about: 'print the opening hours of a schedule file as JSON',
    load: async () => {
      const { hours } = await import('./hours.ts');
      return (args, { out, err }) =>
        hours(args, { stdout: out, stderr: err, readFile: (path) => readFile(path, 'utf8'), now: systemClock });
    },
  },
  audit: {
    about: 'check that no row of the audit was changed or cut off',
    load: async () => (await import('./audit.ts')).audit,
  },
  doctor: {
    about: 'look at settings, store and Discord, and say what is wrong and what to do about it',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  keys: {
    about: 'count what each master key protects, or move all to the current one',
    load: async () => (await import('./keys.ts')).keys,
  },
  settings: {
    about: 'carry the settings of one municipality to another, without names, numbers or channels',
    load: async () => (await import('./settings.ts')).settings,
  },
  'sign-in': {
    about: 'part a staff member from a sign-in at the desk they no longer have',
    load: async () => (await import('./sign-in.ts')).signIn,
  },
  backup: {
    about: 'copy the store while it is in use',
    load: async () => (await import('./backup.ts')).backup,
  },
  restore: {
    about: 'put a backup in the store’s place; nothing erased comes back, nothing is sent twice',
    load: async () => (await import('./backup.ts')).restore,
  },
};

const terminal: Terminal = {
  environment: process.env,
  input: process.stdin,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};

/** Runs one command. Answers its exit code; 64 when there is no such command (sysexits.h EX_USAGE). */
export async function run(args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return (await command.load())(rest, terminal);
  const usage = [
    'usage: utekontakt COMMAND',
    ...Object.entries(commands).map(([one, { about }]) => `  ${one}  ${about}`),
  ];
  const isHelp = name === 'help' || name === '--help';
  (isHelp ? terminal.out : terminal.err)(`${usage.join('\n')}\n`);
  return isHelp ? 0 : 64;
}
