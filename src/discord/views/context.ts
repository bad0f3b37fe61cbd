import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { timeTextIn } from '../../i18n/time-text.ts';
import type { TimeText } from '../../i18n/time-text.ts';
import type { ContactsHere } from './contact-lines.ts';
import { inline } from './shown-words.ts';

/** Everything a text to the public may need besides what it is about. */
export interface PublicContext extends ContactsHere {
  readonly language: Language;
  /** Whether somebody is checked in now; leave out when not known. */
  readonly staffed?: boolean | undefined;
  /** Those the sender is to choose between. */
  readonly services?: readonly Municipality[];
}

export const norwegianTime = 'Europe/Oslo';

export const timesFor = ({ language, municipality }: Pick<PublicContext, 'language' | 'municipality'>): TimeText =>
  timeTextIn(language, municipality?.hours.timeZone ?? norwegianTime);

/** «Utekontakten i Eksempelvik kommune». */
export const serviceName = ({ service, name }: Municipality, language: Language): string =>
  textsIn(language).words.serviceName({ service: inline(service), municipality: inline(name) });
