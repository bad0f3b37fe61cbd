import { dayMs, minuteMs } from '../core/time.ts';

/** How long the store remembers what it has met, so that nothing is handled twice. */
export const rememberedMs = 14 * dayMs;
/** A DM channel nobody has written in for this long is no longer read back. */
export const cursorRetentionMs = 90 * dayMs;
/** Source: DESIGN §5, retention defaults: audit one year. */
export const auditRetentionMs = 365 * dayMs;
/** A record that cannot be opened is tried again after this. */
export const unreadableRetryMs = minuteMs;
