/** What a spreadsheet would take as the beginning of a formula. Source: OWASP, «CSV Injection». */
const formula = /^[=+\-@\t\r\n|%]/u;

/**
 * Rows as a file for a spreadsheet set up in Norwegian: semicolons, CRLF, a byte order mark. A cell that a spreadsheet
 * would run is kept as text by an apostrophe.
 */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number): string => {
    const text = typeof value === 'number' ? String(value) : value;
    const safe = typeof value === 'string' && formula.test(text.trimStart()) ? `'${text}` : text;
    return /[;"\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}
