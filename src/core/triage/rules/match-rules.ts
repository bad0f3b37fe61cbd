import type { ConceptHit } from '../lexicon/find-concepts.ts';
import type { Rule } from './rule.ts';

/** More hits of one concept than this add nothing. */
const mostHitsPerConcept = 4;

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
  /** True when one of the rule's harmless frames stands in the same stretch: the rule then needs the model's support. */
  readonly framed: boolean;
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
  if (hits.length === 0) return [];
  const found: (ConceptHit[] | undefined)[] = new Array<ConceptHit[] | undefined>(conceptCount).fill(undefined);
  for (const hit of hits) {
    if (hit.negated) continue;
    const list = found[hit.concept];
    if (list === undefined) found[hit.concept] = [hit];
    else if (list.length < mostHitsPerConcept) list.push(hit);
  }
  const matches: RuleMatch[] = [];
  for (const { rule, slots, excluded } of rules) {
    const used: ConceptHit[] = [];
    for (const slot of slots) {
      const hit = firstUnused(slot, found, used);
      if (hit === undefined) break;
      used.push(hit);
    }
    if (used.length < slots.length) continue;
    matches.push({ rule, hits: used, framed: excluded.some((concept) => found[concept] !== undefined) });
  }
  return matches;
}

function firstUnused(
  slot: readonly number[],
  found: readonly (readonly ConceptHit[] | undefined)[],
  used: readonly ConceptHit[],
): ConceptHit | undefined {
  for (const concept of slot) {
    const free = found[concept]?.find(
      (hit) => !used.some((other) => other.start === hit.start && other.end === hit.end),
    );
    if (free !== undefined) return free;
  }
  return undefined;
}
