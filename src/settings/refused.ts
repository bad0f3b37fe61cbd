import type { SettingsFault } from './fault.ts';

/** Something outside the program must be put right before it can start: a key, a folder, a port, a token. */
export class SettingsRefused extends Error {
  readonly faults: readonly SettingsFault[];

  constructor(where: string, what: string, options?: { cause?: unknown }) {
    super(`${where}: ${what}`, options);
    this.name = 'SettingsRefused';
    this.faults = [{ where, what }];
  }
}
