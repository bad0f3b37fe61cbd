/** Where in a file a fault lies, as a reader writes it: `['weekly', 'monday', 1]` → `weekly.monday[1]`. */
export const faultPath = (path: readonly PropertyKey[]): string =>
  path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`))
    .join('');
