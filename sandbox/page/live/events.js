/** @import { SandboxEvent } from '../../control-api.ts' */

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;

/**
 * Follows what one person sees, and connects again when the line breaks.
 * @param {string} userId
 * @param {{ onEvent: (event: SandboxEvent) => void, onLost: () => void }} listener `hello` comes after every connection
 * @returns {() => void} stops following
 */
export function followEvents(userId, { onEvent, onLost }) {
  let stopped = false;
  let waitMs = FIRST_WAIT_MS;
  /** @type {WebSocket | null} */
  let socket = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const connect = () => {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    socket = new WebSocket(`${scheme}://${location.host}/sandbox/events?user=${encodeURIComponent(userId)}`);
    socket.addEventListener('message', ({ data }) => {
      waitMs = FIRST_WAIT_MS;
      if (!stopped) onEvent(JSON.parse(String(data)));
    });
    socket.addEventListener('close', () => {
      if (stopped) return;
      onLost();
      timer = setTimeout(connect, waitMs);
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    });
  };

  connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    socket?.close();
  };
}
