import { ruleTable } from './rule.ts';

/** In force where a municipality has added words of its own; the word is taken away, the rule is not switched off. */
export const localWordRule = ruleTable([
  {
    id: 'local.word',
    level: 'concern',
    weight: 'firm',
    categories: [],
    needs: ['LOCAL'],
    reason: 'Inneholder et ord kommunen selv har lagt til.',
    examplesMatch: [],
    examplesNot: [],
  },
]);
