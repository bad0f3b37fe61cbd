import type { LogFields } from './log.ts';

/**
 * The loggable part of an error: its kind, code, status and route pattern. Messages, stacks, bodies and addresses may
 * hold a young person's words or an interaction's token and stay behind (RELIABILITY §1.9).
 */
export function describeFault(fault: unknown): Pick<LogFields, 'fault' | 'code' | 'status' | 'route'> {
  if (!(fault instanceof Error)) return { fault: typeof fault };
  const { code, status, method, url } = fault as Error & Partial<Record<'code' | 'status' | 'method' | 'url', unknown>>;
  return {
    fault: fault.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof status === 'number' ? { status } : {}),
    ...(typeof method === 'string' && typeof url === 'string' ? { route: `${method}:${routePattern(url)}` } : {}),
  };
}

/** `/channels/123/messages` → `/channels/id/messages`; tokens are cut as well. */
const routePattern = (url: string): string =>
  new URL(url, 'http://discord.invalid').pathname.replace(/\/\d{15,20}/g, '/id').replace(/\/[\w-]{40,}/g, '/token');
