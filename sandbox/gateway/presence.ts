import { z } from 'zod';

const presence = z.object({
  status: z.string(),
  activities: z.array(z.object({ name: z.string(), state: z.string().nullish(), type: z.number().int() })).nullish(),
});

/** Status and first activity out of a presence update; the text of a custom status is its `state`. */
export function readPresence(d: unknown): { readonly status: string; readonly activity: string | null } {
  const given = presence.safeParse(d);
  if (!given.success) return { status: 'online', activity: null };
  const activity = given.data.activities?.[0];
  const shown = activity === undefined ? null : activity.type === 4 ? (activity.state ?? null) : activity.name;
  return { status: given.data.status, activity: shown };
}
