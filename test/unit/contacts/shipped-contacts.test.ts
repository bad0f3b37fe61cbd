import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emergencyBlock, localContactsSchema, nationalContactsSchema } from '../../../src/core/contacts/register.ts';
import { openNow } from '../../../src/core/contacts/verification.ts';

const read = (name: string): string => readFileSync(new URL(`../../../config/${name}`, import.meta.url), 'utf8');
const nationalText = read('national-contacts.json');
const localText = read('eksempelvik/contacts.json');
const national = nationalContactsSchema.parse(JSON.parse(nationalText));
const local = localContactsSchema.parse(JSON.parse(localText));
const all = [...national.contacts, ...local];

describe('the shipped contacts', () => {
  it('give each required service its own number', () => {
    const numbers = Object.fromEntries(Object.entries(national.required).map(([id, { phone }]) => [id, phone.written]));
    expect(numbers).toEqual({
      'nodnummer-politi': '112',
      'nodnummer-ambulanse': '113',
      'nodnummer-brann': '110',
      legevakt: '116 117',
      alarmtelefonen: '116 111',
      'mental-helse': '116 123',
      'politi-ikke-akutt': '02800',
    });
  });

  it('put the emergency numbers in the block, most urgent first', () => {
    expect(emergencyBlock(national).map(({ phone }) => phone.written)).toEqual([
      '112',
      '113',
      '110',
      '116 117',
      '116 111',
    ]);
  });

  it('claim to be open only where a law says so, until somebody has checked', () => {
    const open = national.contacts.filter((contact) => openNow(contact, Date.UTC(2026, 10, 22, 19)) === 'open');
    expect(open.map(({ id }) => id)).toEqual([
      'nodnummer-politi',
      'nodnummer-ambulanse',
      'nodnummer-brann',
      'legevakt',
    ]);
  });

  it.each([
    ['an outdated number for texting', '47716111'],
    ['an unverified number', '91508588'],
    ['another unverified number', '22444050'],
  ])('leave out %s', (_, digits) => {
    expect(all.map(({ phone }) => phone?.digits)).not.toContain(digits);
  });

  it.each(['RUStelefonen', 'SPISFO', 'slettmeg', 'anonym', 'alltid'])('do not write %s', (word) => {
    const words = all.flatMap(({ names, about }) => [names, about].flatMap(({ nb, nn = '', en = '' }) => [nb, nn, en]));
    expect(words.filter((text) => text.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
  });

  it.each(all.map(({ id, names, about }) => ({ id, names, about })))(
    'speak all three languages: $id',
    ({ names, about }) => {
      for (const words of [names, about]) expect(Object.keys(words).sort()).toEqual(['en', 'nb', 'nn']);
    },
  );

  it('put the line for children before other lines about violence', () => {
    const lines = national.contacts.filter(({ themes }) => themes.includes('abuse_home')).map(({ id }) => id);
    expect(lines[0]).toBe('alarmtelefonen');
  });
});
