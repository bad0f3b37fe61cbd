import { isMoved } from '../core/triage/settings.ts';
import type { AssessorSetup } from '../system/assessor-messages.ts';
import type { Ground } from './ground.ts';

/** What redaction and triage must know of those who are served, as it is at the moment. */
export const assessorSetup = (ground: Pick<Ground, 'live' | 'localWords' | 'protectedNumbers'>): AssessorSetup => ({
  protectedNumbers: ground.protectedNumbers(),
  triage: ground.live.all().flatMap(({ id, triage }) => (isMoved(triage) ? [[id, triage] as const] : [])),
  local: ground.localWords(),
});
