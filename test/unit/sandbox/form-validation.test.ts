import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../sandbox/errors.ts';
import type { JsonObject, JsonValue } from '../../../sandbox/json.ts';
import { checkModal } from '../../../sandbox/validation/modal.ts';

/** The body of the refusal in one line, or `accepted`. */
function outcome(modal: JsonValue): string {
  try {
    checkModal(modal);
    return 'accepted';
  } catch (error) {
    if (error instanceof ApiError) return JSON.stringify(error.errors);
    throw error;
  }
}

const label = (component: JsonObject, given: JsonObject = {}): JsonObject => ({
  type: 18,
  label: 'Navn',
  component,
  ...given,
});
const input = (given: JsonObject = {}): JsonObject => ({ type: 4, custom_id: 'a', style: 1, ...given });
const modal = (components: readonly JsonObject[], given: JsonObject = {}): JsonObject => ({
  custom_id: 'f',
  title: 'Skjema',
  components,
  ...given,
});
const options = (count: number): JsonValue =>
  Array.from({ length: count }, (_, index) => ({ label: 'x', value: String(index) }));
const five = Array.from({ length: 5 }, (_, index) => label(input({ custom_id: String(index) })));

describe('a form', () => {
  it.each<[string, JsonValue]>([
    ['a text in a label', modal([label(input())])],
    ['five fields', modal(five)],
    ['an explanation', modal([{ type: 10, content: 'Les dette' }, label(input())])],
    ['a text in an action row, the older form', modal([{ type: 1, components: [input({ label: 'Navn' })] }])],
    ['a radio group', modal([label({ type: 21, custom_id: 'r', options: options(2) })])],
    ['ticks', modal([label({ type: 22, custom_id: 'c', options: options(10) })])],
    ['one tick', modal([label({ type: 23, custom_id: 'c' })])],
    [
      'a choice that need not be made',
      modal([label({ type: 3, custom_id: 's', required: false, min_values: 0, options: options(3) })]),
    ],
    ['a person to choose', modal([label({ type: 5, custom_id: 's' })])],
    ['4,000 characters', modal([label(input({ style: 2, max_length: 4000 }))])],
  ])('may have %s', (_what, body) => {
    expect(outcome(body)).toBe('accepted');
  });

  it.each<[string, JsonValue, string]>([
    ['a title of 46', modal([label(input())], { title: 'x'.repeat(46) }), '"title"'],
    ['six fields', modal([...five, label(input({ custom_id: '6' }))]), '"components"'],
    ['no field', modal([{ type: 10, content: 'x' }]), 'BASE_TYPE_REQUIRED'],
    ['a label of 46', modal([label(input(), { label: 'x'.repeat(46) })]), '"label"'],
    ['a description of 101', modal([label(input(), { description: 'x'.repeat(101) })]), '"description"'],
    ['a label inside a label', modal([label(input({ label: 'x' }))]), '"label"'],
    ['no label in an action row', modal([{ type: 1, components: [input()] }]), 'BASE_TYPE_REQUIRED'],
    [
      'a button',
      modal([{ type: 1, components: [{ type: 2, style: 1, label: 'x', custom_id: 'b' }] }]),
      'UNION_TYPE_CHOICES',
    ],
    [
      'a select in an action row',
      modal([{ type: 1, components: [{ type: 3, custom_id: 's', options: options(2) }] }]),
      'UNION_TYPE_CHOICES',
    ],
    ['a radio group of one', modal([label({ type: 21, custom_id: 'r', options: options(1) })]), '"options"'],
    ['a radio group of eleven', modal([label({ type: 21, custom_id: 'r', options: options(11) })]), '"options"'],
    [
      'two marked in a radio group',
      modal([
        label({
          type: 21,
          custom_id: 'r',
          options: [1, 2].map((n) => ({ label: 'x', value: String(n), default: true })),
        }),
      ]),
      'TOO_MANY_DEFAULTS',
    ],
    ['a disabled field', modal([label({ type: 5, custom_id: 's', disabled: true })]), 'COMPONENT_DISABLED_IN_MODAL'],
    ['the same custom id twice', modal([label(input()), label(input())]), 'COMPONENT_CUSTOM_ID_DUPLICATED'],
    ['an unknown key', modal([label(input({ colour: 1 }))]), 'UNKNOWN_KEY'],
    ['a least length above the most', modal([label(input({ min_length: 9, max_length: 3 }))]), 'MIN_LENGTH_GREATER'],
    ['more than 4,000 characters', modal([label(input({ max_length: 4001 }))]), 'NUMBER_TYPE_MAX'],
  ])('must not have %s', (_what, body, expected) => {
    expect(outcome(body)).toContain(expected);
  });
});
