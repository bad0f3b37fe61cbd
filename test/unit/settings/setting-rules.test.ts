import { describe, expect, it } from 'vitest';
import { municipalityFileSchema } from '../../../src/core/municipality.ts';
import { asksForNewRound, needsTwoPersons, settingRules } from '../../../src/core/settings/setting-rules.ts';
import { settingName } from '../../../src/i18n/setting-names.ts';

describe('the table of settings', () => {
  it('judges every setting there is', () => {
    const keys = Object.keys(municipalityFileSchema.shape).filter(
      (key) => !['id', 'invented', 'approval'].includes(key),
    );
    expect(Object.keys(settingRules).sort()).toEqual([...keys, 'hours', 'contacts'].sort());
    for (const key of Object.keys(settingRules)) expect(settingName(key)).not.toBe(key);
  });

  it.each(['staffChannelId', 'fallbackChannelIds', 'escalation', 'roles', 'staffView', 'guildId', 'not-a-setting'])(
    'lets %s be changed by two persons only',
    (key) => {
      expect(needsTwoPersons(['visit', key])).toBe(true);
    },
  );

  it('lets one person change what harms nobody', () => {
    expect(needsTwoPersons(['visit', 'hours', 'texts'])).toBe(false);
    expect(asksForNewRound(['visit', 'hours', 'texts', 'roles', 'not-a-setting'])).toEqual([]);
  });
});
