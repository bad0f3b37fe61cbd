import type { Paper, PaperPart } from './paper.ts';

/** A paper as Markdown, for those who edit, compare or publish it. Says what the PDF says, without files inside. */
export function makeMarkdown({ title, marking, footer, parts }: Paper): string {
  const blocks = [
    ...(marking === undefined ? [] : [`**${plain(marking)}**`]),
    `# ${plain(title)}`,
    ...parts.map(block),
    '---',
    plain(footer),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function block(part: PaperPart): string {
  switch (part.kind) {
    case 'heading':
      return `${'#'.repeat(part.level)} ${plain(part.text)}`;
    case 'text':
      return part.tone === 'strong' ? `**${plain(part.text)}**` : lines(part.text);
    case 'facts':
      return part.rows.map(([name, text]) => `- **${plain(name)}**: ${plain(text)}`).join('\n');
    case 'list':
      return part.items.map((item, n) => `${part.numbered === true ? `${n + 1}.` : '-'} ${plain(item)}`).join('\n');
    case 'table':
      return [part.columns, part.columns.map(() => '---'), ...part.rows]
        .map((row) => `| ${row.map((cell) => plain(cell).replaceAll('|', '\\|')).join(' | ')} |`)
        .join('\n');
    case 'framed':
      return `> ${lines(part.text).replaceAll('\n', '\n> ')}`;
    case 'signature':
      return `________________________________\n${plain(part.under)}`;
  }
}

/** What Markdown would read as its own signs. */
const plain = (text: string): string => text.replaceAll(/[\\`*_[\]<>#]/gu, '\\$&').replaceAll(/\s*\n\s*/gu, ' ');
const lines = (text: string): string => text.split('\n').map(plain).join('\n');
