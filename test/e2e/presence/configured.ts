import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The shipped configuration with some of the invented municipality's settings changed and files beside them, in a folder of its own. */
export function configurationWith(
  changes: (municipality: Record<string, unknown>) => Record<string, unknown>,
  files: Readonly<Record<string, unknown>> = {},
): {
  readonly folder: string;
  readonly remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'utekontakt-config-'));
  cpSync(fileURLToPath(new URL('../../../config/', import.meta.url)), folder, { recursive: true });
  const file = join(folder, 'eksempelvik', 'municipality.json');
  const municipality = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify({ ...municipality, ...changes(municipality) }));
  for (const [name, contents] of Object.entries(files)) {
    writeFileSync(join(folder, 'eksempelvik', name), JSON.stringify(contents));
  }
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
