import type { Settings } from './control-api.ts';

export type MutableSettings = { -readonly [Key in keyof Settings]: Settings[Key] };

export function defaultSettings(): MutableSettings {
  return {
    nonceWindowMs: 180_000,
    sessionLifetimeMs: 180_000,
    helloDelayMs: 0,
    heartbeatIntervalMs: 41_250,
    firstAnswerMs: 3_000,
    interactionTokenMs: 900_000,
    unauthorized: false,
    rateLimits: 'generous',
    replayOverlap: 0,
    refuseResume: false,
  };
}
