/** The parts of the set-up, in the order they are asked for. Each is saved by itself, and may be changed at any time. */
export const sections = [
  'service',
  'staff',
  'roles',
  'visit',
  'privacy',
  'retention',
  'duties',
  'hours',
  'contacts',
  'cards',
] as const;
export type Section = (typeof sections)[number];

/** The settings each part sets: keys of `municipality.json`, or `hours` or `contacts` as a whole. */
export const keysOfSection: Readonly<Record<Section, readonly string[]>> = {
  service: ['name', 'service', 'organisationNumber', 'language'],
  staff: ['staffChannelId', 'fallbackChannelIds', 'escalation'],
  roles: ['roles'],
  visit: ['visit'],
  privacy: ['privacyStatement', 'dataProtectionOfficer'],
  retention: ['retention'],
  duties: ['duties'],
  hours: ['hours'],
  contacts: ['contacts'],
  cards: ['gameGuilds'],
};

export const fieldsOfSection = {
  service: ['name', 'service', 'organisationNumber', 'language'],
  staff: ['staffChannelId', 'fallbackChannelIds', 'coordinatorIds', 'webhook'],
  roles: ['caseworker', 'dutyLead', 'coordinator', 'contentProducer'],
  visit: ['address', 'phone', 'email', 'web'],
  privacy: ['privacyStatement', 'officerName', 'officerEmail', 'officerPhone'],
  retention: ['conversationHours', 'originalHours'],
  duties: ['taushetsplikt', 'avvergingsplikt', 'opplysningsplikt'],
  hours: ['weekly', 'publicHolidays'],
  contacts: ['barnevern', 'barnevernvakt', 'helsestasjon', 'legevakt', 'politidistrikt'],
  cards: ['cardChannels'],
} as const satisfies Readonly<Record<Section, readonly string[]>>;
export type SetupField = (typeof fieldsOfSection)[Section][number];

/** One text per field. Of a select: the chosen ids with a space between. What was left empty is not there. */
export type SetupFields = Readonly<Partial<Record<SetupField, string>>>;
