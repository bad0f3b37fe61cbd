import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { personalDataKinds } from '../../../src/core/redaction/redaction.ts';
import { explain, ruleExplanations } from '../../../src/core/redaction/rules.ts';
import { placeholderFor, placeholdersIn } from '../../../src/core/redaction/placeholders.ts';

const room = new URL('../../../src/core/redaction/', import.meta.url);

describe('rules', () => {
  it('have one Norwegian line each, ending in a full stop', () => {
    for (const [ruleId, line] of Object.entries(ruleExplanations)) {
      expect(explain(ruleId)).toBe(line);
      expect(line).toMatch(/^\p{Lu}.{10,200}\.$/u);
    }
  });

  it('answer nothing for an id no rule has', () => {
    expect(explain('name.nothing')).toBeUndefined();
    expect(explain('toString')).toBeUndefined();
  });

  it('are all in use', () => {
    const source = readdirSync(room)
      .filter((file) => file.endsWith('.ts') && file !== 'rules.ts')
      .map((file) => readFileSync(new URL(file, room), 'utf8'))
      .join('\n');
    expect(Object.keys(ruleExplanations).filter((ruleId) => !source.includes(`'${ruleId}'`))).toEqual([]);
  });
});

describe('placeholders', () => {
  it.each(['nb', 'nn', 'en'] as const)('are recognised again in %s', (language) => {
    for (const kind of personalDataKinds) {
      const placeholder = placeholderFor(kind, language, 12);
      expect(placeholdersIn(`x ${placeholder} y`)).toEqual([{ start: 2, end: 2 + placeholder.length }]);
    }
  });

  it('are not seen where nobody put one', () => {
    expect(placeholdersIn('[hei] navn 1 [navn')).toEqual([]);
  });
});
