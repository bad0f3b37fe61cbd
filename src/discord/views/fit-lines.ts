/** As many whole lines from the start as fit, and how many are left. @param room characters, line breaks included */
export function fitLines(lines: readonly string[], room: number): { readonly text: string; readonly left: number } {
  const shown: string[] = [];
  let used = 0;
  for (const line of lines) {
    used += line.length + 1;
    if (used > room) break;
    shown.push(line);
  }
  return { text: shown.join('\n'), left: lines.length - shown.length };
}
