/** Markup that is safe to send. Only `html` makes it, and everything put into a template is escaped on the way. */
export class Html {
  readonly text: string;

  /** Never call this with words of people; use `html`. */
  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** Nothing is written for false, null and undefined. */
export type Content = Html | string | number | false | null | undefined | readonly Content[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

export const escape = (text: string): string => text.replaceAll(/[&<>"'`]/gu, (sign) => entities[sign] ?? sign);

function write(content: Content): string {
  if (content instanceof Html) return content.text;
  if (typeof content === 'string') return escape(content);
  if (typeof content === 'number') return String(content);
  return content ? content.map(write).join('') : '';
}

/** Values stand between tags or inside double-quoted attributes; nowhere else. */
export const html = (parts: TemplateStringsArray, ...values: readonly Content[]): Html =>
  new Html(parts.reduce((text, part, index) => `${text}${index > 0 ? write(values[index - 1]) : ''}${part}`, ''));

/** Text with its line breaks kept. */
export const lines = (text: string): readonly Content[] =>
  text.split('\n').flatMap((line, index): Content[] => (index === 0 ? [line] : [html`<br />`, line]));
