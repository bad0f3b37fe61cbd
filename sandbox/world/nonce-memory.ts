/** Nonces the bot asked to be enforced, by channel, for a while of real time. */
export class NonceMemory {
  readonly #seen = new Map<string, { readonly messageId: string; readonly at: number }>();

  /** The message this nonce made within the window, if any. Times are monotonic milliseconds. */
  find(channelId: string, nonce: string, now: number, windowMs: number): string | null {
    const seen = this.#seen.get(`${channelId}:${nonce}`);
    return seen !== undefined && now - seen.at <= windowMs ? seen.messageId : null;
  }

  remember(channelId: string, nonce: string, messageId: string, now: number, windowMs: number): void {
    this.#seen.set(`${channelId}:${nonce}`, { messageId, at: now });
    if (this.#seen.size % 1_000 === 0) this.#forgetBefore(now - windowMs);
  }

  #forgetBefore(limit: number): void {
    for (const [key, { at }] of this.#seen) {
      if (at < limit) this.#seen.delete(key);
    }
  }
}
