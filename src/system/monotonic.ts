/** Milliseconds since the program started, on a clock that is never set. For waits; says nothing of the time of day. */
export const monotonic = (): number => performance.now();
