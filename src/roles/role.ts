/** One part of the program, running. */
export interface RunningRole {
  /** What is missing before it can do its work; empty when it can. */
  missing(): readonly string[];
  /** Finishes what was begun and stops. */
  stop(): Promise<void>;
}
