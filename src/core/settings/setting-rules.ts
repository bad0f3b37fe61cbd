import type { MunicipalityFile } from '../municipality.ts';

/** Everything a coordinator can set: a key of `municipality.json`, or `hours` or `contacts` as a whole. */
export type SettingKey = Exclude<keyof MunicipalityFile, 'id' | 'invented' | 'approval'> | 'hours' | 'contacts';

interface SettingRule {
  /** While the service is in use, a change waits until somebody else confirms it. Source: DESIGN §5 Security. */
  readonly twoPersons: boolean;
  /** Management approved something else: it must look again. Source: 002:372–462. */
  readonly newRound: boolean;
}

const free: SettingRule = { twoPersons: false, newRound: false };
const byTwo: SettingRule = { twoPersons: true, newRound: false };
const again: SettingRule = { twoPersons: false, newRound: true };
const byTwoAndAgain: SettingRule = { twoPersons: true, newRound: true };

/** What a change of each setting asks for. */
export const settingRules: Readonly<Record<SettingKey, SettingRule>> = {
  name: again,
  organisationNumber: again,
  service: free,
  language: free,
  guildId: byTwoAndAgain,
  staffChannelId: byTwo,
  fallbackChannelIds: byTwo,
  escalation: byTwo,
  /** Who reads, and who may open a sealed original. */
  roles: byTwo,
  staffView: byTwoAndAgain,
  /** A server is a platform, and is assessed as one. Source: 000:1. */
  gameGuilds: again,
  /** Longer, it is not what was approved; shorter, something may be gone before it is needed. */
  retention: byTwoAndAgain,
  conversation: free,
  visit: free,
  privacyStatement: free,
  publishedNumbers: free,
  redaction: free,
  dataProtectionOfficer: free,
  duties: free,
  training: free,
  profile: free,
  /** Its own trial never lets the acute become weaker. */
  triage: free,
  texts: free,
  translations: free,
  hours: free,
  contacts: free,
};

const isSetting = (key: string): key is SettingKey => Object.hasOwn(settingRules, key);

/** What nobody has judged is judged by two. */
export const needsTwoPersons = (keys: readonly string[]): boolean =>
  keys.some((key) => !isSetting(key) || settingRules[key].twoPersons);

/** Those of the keys that management must look at again. */
export const asksForNewRound = (keys: readonly string[]): readonly SettingKey[] =>
  keys.filter(isSetting).filter((key) => settingRules[key].newRound);
