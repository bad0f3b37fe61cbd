import { describe, expect, it } from 'vitest';
import { redactor } from './redactor-fixture.ts';

const names = (text: string): readonly string[] =>
  redactor
    .find(text)
    .filter(({ kind }) => kind === 'NAME')
    .map(({ start, end }) => text.slice(start, end));

describe('words written small in company only a person keeps', () => {
  it.each([
    ['mai er venninna mi', ['mai']],
    ['dag er stefaren min', ['dag']],
    ['hauk er rusa hele tida', ['hauk']],
    ['Hope is my sister', ['Hope']],
    ['tjalve heter jeg', ['tjalve']],
    ['har sol sagt noe?', ['sol']],
    ['jeg og storm krangla', ['storm']],
    ['tjalve og gjengen hans', ['tjalve']],
    ['tjalve (16) slår', ['tjalve']],
    ['tjalve, 16, slår', ['tjalve']],
    ['kåre & tjalve', ['kåre', 'tjalve']],
    ['1. kåre 2. tjalve', ['kåre', 'tjalve']],
  ])('are names in «%s»', (text, found) => {
    expect(names(text)).toEqual(found);
  });

  it.each([
    ['kysset tjalve på festen', 'tjalve'],
    ['festen til storm', 'storm'],
    ['har mista kontakt med tjalve', 'tjalve'],
    ['hei jeg er tjalve', 'tjalve'],
    ['rip tjalve', 'tjalve'],
    ['han der per er farlig', 'per'],
    ['my name is will', 'will'],
    ['Lille-Per stjal snusen', 'Lille-Per'],
  ])('are names after a word that announces one: «%s»', (text, name) => {
    expect(names(text)).toEqual([name]);
  });

  it.each([
    'sola er borte',
    'dag er bedre enn natt',
    'mai er lang',
    'har dag snudd til natt',
    'mye stein og gjerder',
    'takk for sist',
    'slo rekord i dag',
    'ringte legevakta',
  ])('are left in «%s»', (text) => {
    expect(names(text)).toEqual([]);
  });
});
