import type { LocalWord, SettledTriageSettings, Shift } from './settings.ts';

/** One thing a coordinator asks for. */
export type TriageChange =
  | { readonly kind: 'rule'; readonly rule: string; readonly on: boolean }
  | { readonly kind: 'shift'; readonly shift: Shift; readonly by: number }
  | { readonly kind: 'add-word'; readonly word: LocalWord }
  | { readonly kind: 'remove-word'; readonly words: string };

/** The settings with the change made; a word that is there already is replaced. Not checked yet. */
export function withChange(settings: SettledTriageSettings, change: TriageChange): SettledTriageSettings {
  const { switchedOff, localWords } = settings;
  switch (change.kind) {
    case 'rule': {
      const others = switchedOff.filter((id) => id !== change.rule);
      return { ...settings, switchedOff: change.on ? others : [...others, change.rule] };
    }
    case 'shift':
      return { ...settings, [change.shift]: change.by };
    case 'add-word':
      return { ...settings, localWords: [...without(localWords, change.word.words), change.word] };
    case 'remove-word':
      return { ...settings, localWords: without(localWords, change.words) };
  }
}

const without = (localWords: readonly LocalWord[], words: string): readonly LocalWord[] =>
  localWords.filter((word) => word.words !== words);
