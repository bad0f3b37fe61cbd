import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

export interface RegexLiteral {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression literal in the files of a folder, once each. */
export function regexLiteralsIn(folder: URL): readonly RegexLiteral[] {
  const found = new Map<string, RegexLiteral>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
    const parsed = ts.createSourceFile(file, readFileSync(new URL(file, folder), 'utf8'), ts.ScriptTarget.Latest);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        found.set(node.text, { file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
      }
      ts.forEachChild(node, visit);
    };
    visit(parsed);
  }
  return [...found.values()];
}
