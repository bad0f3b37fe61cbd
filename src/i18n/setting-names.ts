import type { SettingKey } from '../core/settings/setting-rules.ts';

/** What coordinators and papers call each setting. */
const names: Readonly<Record<SettingKey, string>> = {
  name: 'kommunen (behandlingsansvarlig)',
  organisationNumber: 'organisasjonsnummer',
  service: 'tjenestens navn',
  language: 'målform',
  guildId: 'de ansattes server',
  staffChannelId: 'vaktkanal',
  fallbackChannelIds: 'reservekanaler',
  escalation: 'hvem som kontaktes når ingen tar en sak',
  roles: 'roller: hvem som leser og kan åpne en lukket original',
  staffView: 'hvor de ansatte leser',
  gameGuilds: 'spillservere med kort',
  retention: 'slettefrister',
  conversation: 'tid før påminnelse',
  visit: 'besøk og telefon',
  privacyStatement: 'adressen til personvernerklæringen',
  publishedNumbers: 'numre som ikke maskeres',
  redaction: 'lokale navn, skoler og gater',
  dataProtectionOfficer: 'personvernombud',
  duties: 'pliktene, med egne ord',
  training: 'krav om øvelse før vakt',
  profile: 'botens profil',
  triage: 'vurdering av alvor',
  texts: 'egne tekster',
  translations: 'oversettelser til samisk',
  hours: 'åpningstid',
  contacts: 'kontakter',
};

/** A key of a later version is shown as it is. */
export const settingName = (key: string): string => (Object.hasOwn(names, key) ? names[key as SettingKey] : key);
