import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personaFaults, placeOf, suggestedName } from '../../../src/core/persona.ts';

const eksempelvik = { name: 'Eksempelvik kommune', service: 'Utekontakten' };
const clear = { hasOwnAvatar: true, ownedByTeam: true };

describe('the place of a municipality', () => {
  it.each([
    ['Eksempelvik kommune', 'Eksempelvik'],
    ['Bydel Oppdiktet', 'Oppdiktet'],
    ['Oppdiktet herad', 'Oppdiktet'],
    ['Nordre Eksempel fylkeskommune', 'Nordre Eksempel'],
    ['Kommune', 'Kommune'],
    ['Kommunevik', 'Kommunevik'],
  ])('of «%s» is «%s»', (name, place) => {
    expect(placeOf({ name })).toBe(place);
  });
});

describe('a persona', () => {
  it.each([
    ['Utekontakten Eksempelvik', []],
    ['UTEKONTAKTEN, eksempelvik', []],
    ['Utekontakten i Eksempelvik kommune', ['name-too-long']],
    ['Eksempelvik: Utekontakten', []],
    ['Utekontakten', ['name-without-municipality']],
    ['Utekontakten Eksempelviken', ['name-without-municipality']],
    ['Eksempelvik', ['name-without-service']],
    ['Ungdomshjelp', ['name-without-service', 'name-without-municipality']],
    ['', ['name-without-service', 'name-without-municipality']],
  ] as const)('named «%s» has the faults %j', (name, faults) => {
    expect(personaFaults(eksempelvik, { ...clear, name }).filter((fault) => fault.startsWith('name'))).toEqual(faults);
  });

  it('has faults when its picture is Discord’s own or one person owns it', () => {
    const name = suggestedName(eksempelvik);
    expect(personaFaults(eksempelvik, { ...clear, name })).toEqual([]);
    expect(personaFaults(eksempelvik, { name, hasOwnAvatar: false, ownedByTeam: false })).toEqual([
      'default-avatar',
      'owned-by-one-person',
    ]);
  });

  it('does not take a place inside another word for the place', () => {
    expect(
      personaFaults({ name: 'Os kommune', service: 'Utekontakten' }, { ...clear, name: 'Utekontakten Oslo' }),
    ).toEqual(['name-without-municipality']);
  });

  it('is clear under the name that is suggested, whatever the place is called', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-ZÆØÅ][a-zæøå]{1,12}$/u), (place) => {
        const one = { name: `${place} kommune`, service: 'Utekontakten' };
        expect(personaFaults(one, { ...clear, name: suggestedName(one) })).toEqual([]);
      }),
    );
  });
});
