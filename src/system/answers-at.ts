const limitMs = 3_000;

/** Whether anything at all answers at an address, whatever it says: nothing is sent but the question. */
export async function answersAt(url: string): Promise<boolean> {
  try {
    await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(limitMs) });
    return true;
  } catch {
    return false;
  }
}
