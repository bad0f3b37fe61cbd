/** A command's, or a part of a command's, name and description in the languages Discord knows. Shaped as discord.js takes them. */
export interface CommandText {
  /** Stable: what the program calls it. Lower case, ASCII. */
  readonly name: string;
  readonly description: string;
  readonly nameLocalizations: { readonly no: string; readonly 'en-GB': string; readonly 'en-US': string };
  readonly descriptionLocalizations: { readonly no: string };
}

/** A choice of a command's option. */
export interface Choice {
  readonly name: string;
  readonly nameLocalizations: { readonly no: string };
  readonly value: string;
}

interface Words {
  /** Shown to readers of Norwegian; may hold æ, ø and å. */
  readonly norwegian: string;
  readonly english: string;
  readonly norwegianDescription: string;
  /** The default for every other language. */
  readonly description: string;
}

export const command = (name: string, words: Words): CommandText => ({
  name,
  description: words.description,
  nameLocalizations: { no: words.norwegian, 'en-GB': words.english, 'en-US': words.english },
  descriptionLocalizations: { no: words.norwegianDescription },
});
