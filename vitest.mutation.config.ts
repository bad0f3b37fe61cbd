import { defineConfig } from 'vitest/config';

/** The tests that hold the decision code; `npm run mutate` changes that code and asks whether they notice. */
export default defineConfig({
  test: {
    include: [
      'test/unit/core/decide.test.ts',
      'test/unit/triage/{rules,settings,triage,reach,level,weigh,readability,match-rules,change}.test.ts',
    ],
  },
});
