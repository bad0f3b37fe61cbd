import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { serviceName } from './context.ts';

/** Why words are not taken in: not approved, or stopped for now. */
export function notTakenIn(municipality: Municipality, language: Language): string {
  const { sender, approval } = textsIn(language, municipality);
  const service = serviceName(municipality, language);
  return municipality.intakePaused ? approval.intakePaused({ service }) : sender.notActive({ service });
}
