import { describe, expect, it } from 'vitest';
import { redactor } from './redactor-fixture.ts';

const handles = (text: string): readonly string[] =>
  redactor
    .find(text)
    .filter(({ kind }) => kind === 'USERNAME')
    .map(({ start, end }) => text.slice(start, end));

describe('words no list holds in a message about an app', () => {
  it.each([
    ['karixo 👈 insta', 'karixo'],
    ['bolleknask - snap', 'bolleknask'],
    ['snap? vaffelhjerte', 'vaffelhjerte'],
    ['snappen er lett å huske, vaffelhjerte', 'vaffelhjerte'],
    ['jeg er grusomgrus på reddit', 'grusomgrus'],
    ['spiller som gråspurv på cs', 'gråspurv'],
    ['han blokka meg på snap så jeg lagde qvildo i går', 'qvildo'],
    ['send til vaffelhjerte.x', 'vaffelhjerte.x'],
  ])('are handles in «%s»', (text, handle) => {
    expect(handles(text)).toEqual([handle]);
  });

  it.each([
    'skjermtid på tiktok er et tema',
    'nettmobbing på snap er vanlig',
    'hxxps er en skrivemåte for lenker på discord',
    'konto for refusjon er tom',
  ])('leaves «%s»', (text) => {
    expect(handles(text)).toEqual([]);
  });
});

describe('apps in disguise', () => {
  it.each([
    '5nap',
    '5n4pch4t:',
    'legg til på gule appen',
    'på den gule spøkelsesappen heter jeg',
    'min i g er',
    'be real:',
  ])('announce a handle as «%s»', (cue) => {
    expect(handles(`${cue} karixo`)).toEqual(['karixo']);
  });
});

describe('the sign before a handle in words', () => {
  it.each(['alfakrøll bolleknask på tiktok', '(a)bolleknask på tiktok'])('is read in «%s»', (text) => {
    expect(handles(text)).toEqual(['bolleknask']);
  });

  it('takes the numbers at the end of a handle with it', () => {
    expect(handles('brukernavn: bolle understrek knask nitti ni')).toEqual(['bolle understrek knask nitti ni']);
  });
});
