import { generalRules } from './general.ts';
import { homeRules } from './home.ts';
import { newcomerRules } from './newcomer.ts';
import type { Rule } from './rule.ts';
import { selfRules } from './self.ts';
import { sexualRules } from './sexual.ts';
import { suicideRules } from './suicide.ts';
import { troubleRules } from './trouble.ts';
import { violenceRules } from './violence.ts';

/** Every built-in rule, in the order a reader would look for them. */
export const allRules: readonly Rule[] = [
  ...suicideRules,
  ...selfRules,
  ...homeRules,
  ...sexualRules,
  ...violenceRules,
  ...troubleRules,
  ...newcomerRules,
  ...generalRules,
];
