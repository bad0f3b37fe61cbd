import { ruleTable } from './rule.ts';

const danger =
  'KILL_SELF|SUICIDE_WORD|WANT_DEAD|I_DIE|DIE|NOT_HERE_TOMORROW|GOODBYE|LETTER|GIVING_AWAY|DECIDED|MEANS|MEANS_READY|TOOK_PILLS|' +
  'TOOK_SOMETHING|DONE_IT|ON_PLACE|HIGH_PLACE|NOT_SAFE_SELF|REUNITE|CUT|SELF_HARM|DEEP_CUT|HIT|HURTS_ME|HURTS_OTHERS|THREAT_HOME|' +
  'RAGE|DRUNK|BLOOD_INJURY|FORCED|HONOUR|AIRPORT|LOCKED_IN|LOCKED_OUT|HIDING|HOME_FEAR|NEGLECT|TOUCH|RAPE|NUDE|SHARE_THREAT|ASKS_SEX|' +
  'STRANGER_ADULT|MET_ONLINE|VEHICLE|SPIKED|WEAPON|ATTACK_PLAN|KILL_OTHER|HURT_OTHER|ATTACKED|MISSION|DEBT|STUCK|GANG|LABOUR|DRUG|' +
  'UNCONSCIOUS|BREATH|MISSING|OUT_COLD|LOST|RUN|PSYCHOSIS|FEAR|YOU_STAFF|KYS|PURGE|ED_WORD';

/**
 * What remains when nothing more exact matches: something dangerous is mentioned, and the model is already worried.
 * These have no category of their own; the model names the likeliest.
 */
export const generalRules = ruleTable([
  {
    id: 'general.danger-now',
    level: 'acute',
    weight: 'hint',
    categories: [],
    needs: [danger, 'NOW|ONGOING|SOON|RECENT|HELP|LOCKED_IN|HIDING|UNCONSCIOUS|BREATH|MISSING|DEEP_CUT|FEAR|GOODBYE'],
    reason: 'Nevner noe farlig, og skriver at det skjer nå eller snart.',
    examplesMatch: ['noen må ta pillene fra meg nå', 'he has a knife and is outside'],
    examplesNot: ['vi baker boller i kveld'],
  },
  {
    id: 'general.danger',
    level: 'serious',
    weight: 'hint',
    categories: [],
    needs: [danger],
    reason: 'Nevner noe som kan være farlig.',
    examplesMatch: ['jeg ser på pillene', 'han har en kniv'],
    examplesNot: ['hva heter sangen'],
  },
]);
