import { describe, expect, it } from 'vitest';
import { concernsIn } from '../../../src/core/reply-concerns.ts';

describe('a reply of staff', () => {
  it.each([
    ['Hvor mange paracet har du tatt?', ['method']],
    ['Har du tenkt å kutte deg i kveld?', ['method']],
    ['Det er farlig å ta overdose av sovetabletter', ['method']],
    ['Ta 500mg og legg deg', ['health-advice']],
    ['Du bør slutte med medisinen din', ['health-advice']],
    ['Jeg tror du har depresjon', ['health-advice']],
    ['Jeg lover at ingen får vite det', ['promise']],
    ['Dette blir mellom oss', ['promise']],
    ['Eg lovar å hjelpe deg', ['promise']],
    ['I promise I won’t tell anyone', ['promise']],
    ['Jeg er alltid her for deg', ['promise']],
    ['DET KOMMER TIL Å GÅ BRA', ['promise']],
  ] as const)('gives pause: %s', (text, concerns) => {
    expect(concernsIn(text)).toEqual(concerns);
  });

  it.each([
    'Takk for at du skrev. Vil du fortelle mer?',
    'Du kan ringe legevakt, de er der hele døgnet.',
    'Er det noen voksne du stoler på?',
    'Vi må si fra til barnevernet. Vil du være med på hvordan?',
    'Vi har åpent til klokka ni i kveld.',
    'Har du tanker om å ta livet ditt? Det er bra at du sier det.',
    'Hvordan har du det nå? Er du trygg der du er?',
    'Kan du gå til helsesykepleier på skolen i morgen?',
    'Det høres vanskelig ut. Du er ikke alene.',
    'Lovisa på kontoret hilser.',
  ])('goes without a question when it is plain: %s', (text) => {
    expect(concernsIn(text)).toEqual([]);
  });
});
