/** One thing to put right before the program can start. */
export interface SettingsFault {
  /** A variable (`MASTER_KEY`) or a file with a place in it (`config/eksempelvik/municipality.json: roles.caseworker`). */
  readonly where: string;
  /** What is wrong, in plain English. Never repeats a secret value. */
  readonly what: string;
}

export type Settled<Value> =
  | { readonly ok: true; readonly value: Value }
  /** Everything that is wrong, never empty. */
  | { readonly ok: false; readonly faults: readonly SettingsFault[] };

/** Exit code for a configuration that cannot be used. Source: sysexits.h, EX_CONFIG. */
export const configurationExitCode = 78;

/** One line per fault: «where: what». */
export const faultLine = ({ where, what }: SettingsFault): string => `${where}: ${what}`;
