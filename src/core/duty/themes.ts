/** What somebody on duty would like to talk about today: a closed list, so that it can be shown in every language. */
export const dutyThemes = [
  'school',
  'friends',
  'family',
  'love',
  'body',
  'mind',
  'substances',
  'online',
  'leisure',
  'work',
] as const;
export type DutyTheme = (typeof dutyThemes)[number];

export const isDutyTheme = (value: string): value is DutyTheme => (dutyThemes as readonly string[]).includes(value);
