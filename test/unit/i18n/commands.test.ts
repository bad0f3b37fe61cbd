import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandTexts, optionTexts, themeChoices } from '../../../src/i18n/commands.ts';

const commands = Object.values(commandTexts);
const all = [...commands, ...Object.values(optionTexts)];

describe('command texts', () => {
  it('have names Discord accepts, in every language', () => {
    for (const { name, nameLocalizations } of all) {
      for (const shown of [name, ...Object.values(nameLocalizations)]) {
        expect(shown).toMatch(/^[-_\p{L}\p{N}]{1,32}$/u);
        expect(shown).toBe(shown.toLowerCase());
      }
    }
  });

  it('have descriptions of at most 100 characters', () => {
    for (const { description, descriptionLocalizations } of all) {
      for (const shown of [description, descriptionLocalizations.no]) {
        expect(shown.length).toBeGreaterThan(0);
        expect(shown.length).toBeLessThanOrEqual(100);
      }
    }
  });

  it('are each their own in every language', () => {
    for (const locale of ['no', 'en-GB', 'en-US'] as const) {
      const names = commands.map(({ nameLocalizations }) => nameLocalizations[locale]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('show opening hours as «åpningstider» to readers of Norwegian', () => {
    expect(commandTexts.openingHours.name).toBe('apningstider');
    expect(commandTexts.openingHours.nameLocalizations.no).toBe('åpningstider');
  });
});

describe('a command named in a text', () => {
  const shown = new Set(commands.map(({ nameLocalizations }) => nameLocalizations.no));
  const texts = new URL('../../../src/', import.meta.url);
  const files = ['i18n', 'papers', 'discord/views'].flatMap((room) =>
    readdirSync(new URL(room, texts), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/(?:^|-|\/)en(?:\.|\/)/u.test(name))
      .map((name) => `${room}/${name}`),
  );

  it.each(files)('is named as readers of Norwegian see it: %s', (file) => {
    const text = readFileSync(new URL(file, texts), 'utf8').replaceAll(/^\s*(?:\/\*\*|\*|\/\/).*$/gmu, '');
    const named = Array.from(
      text.matchAll(/(?<=[`«( ])\/(\p{Ll}[\p{Ll}-]+)(?![?:\p{Ll}-])/gu),
      ([, name = '']) => name,
    );
    expect(named.filter((name) => !shown.has(name))).toEqual([]);
  });
});

describe('the themes of a shift', () => {
  it('are choices Discord accepts, each with a name of its own in Norwegian and English', () => {
    expect(themeChoices.length).toBeLessThanOrEqual(25);
    for (const { name, nameLocalizations, value } of themeChoices) {
      for (const shown of [name, nameLocalizations.no, value]) expect(shown.length).toBeLessThanOrEqual(100);
    }
    expect(new Set(themeChoices.map(({ name }) => name)).size).toBe(themeChoices.length);
    expect(new Set(themeChoices.map(({ nameLocalizations }) => nameLocalizations.no)).size).toBe(themeChoices.length);
  });
});
