/** @import { CommandOptions, CommandOptionView, CommandView } from '../../control-api.ts' */

/**
 * A command a person can run: the command itself or one of its subcommands.
 * @typedef {{
 *   readonly shown: string,
 *   readonly description: string,
 *   readonly run: { readonly name: string, readonly subcommandGroup?: string, readonly subcommand?: string },
 *   readonly options: readonly CommandOptionView[],
 * }} Runnable
 */

const SUBCOMMAND = 1;
const GROUP = 2;

/**
 * @param {readonly CommandView[]} commands
 * @returns {Runnable[]} slash commands only, subcommands spelt out, in alphabetical order
 */
export function runnables(commands) {
  const list = commands
    .filter(({ type }) => type === 1)
    .flatMap((command) => {
      const { name, shownName } = command;
      return spread(shownName, command.shownDescription, { name }, command.options);
    });
  return list.sort((a, b) => a.shown.localeCompare(b.shown, 'nb'));
}

/**
 * @param {string} shown
 * @param {string} description
 * @param {Runnable['run']} run
 * @param {readonly CommandOptionView[]} options
 * @returns {Runnable[]}
 */
function spread(shown, description, run, options) {
  const nested = options.filter(({ type }) => type === SUBCOMMAND || type === GROUP);
  if (nested.length === 0) return [{ shown, description, run, options }];
  return nested.flatMap((option) =>
    spread(
      `${shown} ${option.shownName}`,
      option.shownDescription,
      option.type === GROUP ? { ...run, subcommandGroup: option.name } : { ...run, subcommand: option.name },
      option.options,
    ),
  );
}

/**
 * @param {readonly Runnable[]} list
 * @param {string} typed what stands in the composer, with its slash
 * @returns {Runnable[]} those that begin with it first, then those that contain it
 */
export function matching(list, typed) {
  const wanted = typed.replace(/^\//u, '').trim().toLowerCase();
  const begins = list.filter(({ shown }) => shown.toLowerCase().startsWith(wanted));
  const contains = list.filter(
    (one) => !begins.includes(one) && `${one.shown} ${one.description}`.toLowerCase().includes(wanted),
  );
  return [...begins, ...contains];
}

/**
 * @param {readonly CommandOptionView[]} options
 * @param {Readonly<Record<string, string>>} typed by option name
 * @returns {{ options: CommandOptions } | { fault: string }}
 */
export function readOptions(options, typed) {
  /** @type {Record<string, string | number | boolean>} */
  const read = {};
  for (const { name, shownName, type, required } of options) {
    const text = typed[name] ?? '';
    if (text === '') {
      if (required) return { fault: `«${shownName}» må fylles ut.` };
    } else if (type === 4 || type === 10) {
      const number = Number(text.replace(',', '.'));
      if (!Number.isFinite(number) || (type === 4 && !Number.isInteger(number))) {
        return { fault: `«${shownName}» må være et tall.` };
      }
      read[name] = number;
    } else {
      read[name] = type === 5 ? text === 'true' : text;
    }
  }
  return { options: read };
}
