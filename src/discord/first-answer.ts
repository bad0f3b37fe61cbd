interface AskingTwice {
  /** At most this many times, at least 1. */
  readonly attempts: number;
  /** With no answer after this long, milliseconds, the same is asked once more beside it. */
  readonly afterMs: number;
  /** Whether asking at once again may help. */
  readonly isPassing: (fault: unknown) => boolean;
}

/**
 * The first answer of several to the same question, asked again when one fails or is slow. Only for what can be asked any
 * number of times. @throws the last fault, or the first that does not pass
 */
export function firstAnswer<Answer>(
  ask: () => Promise<Answer>,
  { attempts, afterMs, isPassing }: AskingTwice,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let asked = 0;
    let failed = 0;
    let timer: NodeJS.Timeout | undefined;
    const askOnce = (): void => {
      clearTimeout(timer);
      asked += 1;
      if (asked < attempts) timer = setTimeout(askOnce, afterMs);
      ask().then(
        (answer) => {
          clearTimeout(timer);
          asked = attempts;
          resolve(answer);
        },
        (fault: unknown) => {
          failed += 1;
          if (isPassing(fault) && asked < attempts) askOnce();
          else if (!isPassing(fault) || failed === attempts) {
            clearTimeout(timer);
            asked = attempts;
            reject(fault instanceof Error ? fault : new Error('failed', { cause: fault }));
          }
        },
      );
    };
    askOnce();
  });
}
