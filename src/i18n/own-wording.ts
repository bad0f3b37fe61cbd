import { fill, placeholdersIn } from '../core/texts/own-text.ts';
import type { SourceText } from '../core/texts/own-text.ts';
import type { Catalogue } from './nb.ts';

type Text = (parameters: unknown) => string;
type Section = Readonly<Record<string, Text>>;

/** What the public reads. What staff read under stress, and single words inside sentences, are the same everywhere. */
const sections = ['sender', 'pages', 'dataSubject', 'forms'] as const satisfies readonly (keyof Catalogue)[];

/** Forms for staff stand in the same section. */
const publicForms: ReadonlySet<string> = new Set(['writeTitle', 'writeLabel', 'writeDescription']);

/** Not in a municipality's own words: what a reader must know again everywhere, and what says who or what is writing. */
const marks: ReadonlySet<string> = new Set([
  'pages.helpNowButton',
  'pages.helpTitle',
  'pages.helpStoresNothing',
  'sender.botSignature',
  'sender.humanSignature',
]);

/** Not in anybody's own words: sentences built differently for one and for several, and what staff and measurements say. */
const fixed: ReadonlySet<string> = new Set([
  'dataSubject.conversation',
  'dataSubject.notShown',
  'dataSubject.erasedConversation',
  'dataSubject.noteErasureRequested',
  'dataSubject.entry',
  'pages.alwaysOpen',
  'pages.aboutTitle',
  'pages.aboutWhat',
  'pages.aboutNoticing',
  'pages.aboutFigures',
  'pages.aboutLimits',
  'pages.aboutVersion',
]);

/** A text that is chosen among several by one parameter is several texts: `sender.acuteAction.medical`. */
const choices: Readonly<Record<string, { readonly parameter: string; readonly values: readonly string[] }>> = {
  'sender.acuteAction': { parameter: 'danger', values: ['medical', 'police', 'either'] },
  'sender.seriousAction': { parameter: 'danger', values: ['medical', 'police', 'either'] },
};

/** Stands for a value that is not known yet: reads as `{name}`, and what is taken out of it as `{name.part}`. */
const open = (name: string): unknown =>
  new Proxy(
    {},
    {
      get: (_, part) => (typeof part === 'symbol' ? () => `{${name}}` : open(name === '' ? part : `${name}.${part}`)),
    },
  );

function template(text: Text, chosen: Readonly<Record<string, string>>): string {
  const parameters = new Proxy(chosen, {
    get: (known, name) => (typeof name === 'string' ? (known[name] ?? open(name)) : undefined),
  });
  return text(parameters);
}

/** `own`: a municipality's own wording. `translation`: a human translation, which may say the marks as well. */
export type Rewording = 'own' | 'translation';

/** The texts of a catalogue that may be said otherwise, by key, e.g. `pages.cardInvitation`. */
export function sourceTexts(catalogue: Catalogue, as: Rewording = 'own'): ReadonlyMap<string, SourceText> {
  const found = new Map<string, SourceText>();
  for (const section of sections) {
    for (const [name, text] of Object.entries(catalogue[section] as unknown as Section)) {
      const key = `${section}.${name}`;
      if (fixed.has(key) || (as === 'own' && marks.has(key)) || (section === 'forms' && !publicForms.has(name)))
        continue;
      const choice = choices[key];
      const variants = choice
        ? choice.values.map((value) => [`${key}.${value}`, { [choice.parameter]: value }] as const)
        : ([[key, {}]] as const);
      for (const [variant, chosen] of variants) {
        const written = template(text, chosen);
        found.set(variant, { template: written, placeholders: placeholdersIn(written) });
      }
    }
  }
  return found;
}

/** A value out of a text's parameters; undefined where there is none. `emergency.police` reads the part of a part. */
function valueIn(parameters: unknown, name: string): string | undefined {
  const value = name
    .split('.')
    .reduce<unknown>(
      (of, part) => (typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[part] : undefined),
      parameters,
    );
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/**
 * A catalogue with a municipality's own words, or a translator's, put in. A text that lacks a value for one of its placeholders,
 * such as a closing time when none is planned, gives way to the catalogue's.
 */
export function worded(catalogue: Catalogue, own: Readonly<Record<string, string>>, as: Rewording = 'own'): Catalogue {
  const texts = sourceTexts(catalogue, as);
  const usable = new Map(Object.entries(own).filter(([key]) => texts.has(key)));
  const reworded = (section: (typeof sections)[number]): Section =>
    Object.fromEntries(
      Object.entries(catalogue[section] as unknown as Section).map(([name, text]) => {
        const key = `${section}.${name}`;
        const choice = choices[key];
        const said: Text = (parameters) => {
          const words = usable.get(choice ? `${key}.${valueIn(parameters, choice.parameter) ?? ''}` : key);
          return (words && fill(words, (value) => valueIn(parameters, value))) ?? text(parameters);
        };
        return [name, said];
      }),
    );
  return { ...catalogue, ...(Object.fromEntries(sections.map((one) => [one, reworded(one)])) as Partial<Catalogue>) };
}
