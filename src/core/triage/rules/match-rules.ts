import type { ConceptHit } from '../lexicon/find-concepts.ts';
import type { Rule } from './rule.ts';

interface CompiledRule {
  readonly rule: Rule;
  /** Concept numbers that fill each slot. */
  readonly slots: readonly (readonly number[])[];
  readonly excluded: readonly number[];
}

export interface RuleMatch {
  readonly rule: Rule;
  /** The hits that filled the slots. */
  readonly hits: readonly ConceptHit[];
}

/** Resolves concept names once. Throws a `RangeError` that names the rule when a concept is unknown. */
export function compileRules(rules: readonly Rule[], conceptNames: readonly string[]): readonly CompiledRule[] {
  const numberOf = (rule: Rule, name: string): number => {
    const found = conceptNames.indexOf(name);
    if (found < 0) throw new RangeError(`rule ${rule.id}: unknown concept ${name}`);
    return found;
  };
  return rules.map((rule) => ({
    rule,
    slots: rule.needs.map((slot) => slot.split('|').map((name) => numberOf(rule, name))),
    excluded: rule.excludes.map((name) => numberOf(rule, name)),
  }));
}

/**
 * The rules whose slots are all filled by these hits. One hit fills one slot: the same words never prove two things,
 * unless another hit of a different concept covers other words.
 */
export function matchRules(
  rules: readonly CompiledRule[],
  hits: readonly ConceptHit[],
  conceptCount: number,
): RuleMatch[] {
  const first: (ConceptHit | undefined)[] = new Array<ConceptHit | undefined>(conceptCount).fill(undefined);
  for (const hit of hits) if (!hit.negated && first[hit.concept] === undefined) first[hit.concept] = hit;
  const matches: RuleMatch[] = [];
  for (const { rule, slots, excluded } of rules) {
    const used: ConceptHit[] = [];
    let complete = true;
    for (const slot of slots) {
      let filled: ConceptHit | undefined;
      for (const concept of slot) {
        const hit = first[concept];
        if (hit !== undefined && !used.some((other) => other.start === hit.start && other.end === hit.end)) {
          filled = hit;
          break;
        }
      }
      if (filled === undefined) {
        complete = false;
        break;
      }
      used.push(filled);
    }
    if (complete && !excluded.some((concept) => first[concept] !== undefined)) matches.push({ rule, hits: used });
  }
  return matches;
}
