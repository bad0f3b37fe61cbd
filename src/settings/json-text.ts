export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  /** `place` is «line 3, column 14» where the parser knew it, else «the end of the file». */
  | { readonly ok: false; readonly place: string };

/** Parses a file a person wrote. A fault gives the place only: the parser's own message quotes the contents. */
export function parseJson(text: string): ParsedJson {
  try {
    // Editors on Windows put a byte order mark first.
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const found = /line (\d+) column (\d+)/.exec(cause.message);
    return { ok: false, place: found ? `line ${found[1] ?? ''}, column ${found[2] ?? ''}` : 'the end of the file' };
  }
}
