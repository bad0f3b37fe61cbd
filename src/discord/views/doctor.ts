import { isFault } from '../../core/doctor/finding.ts';
import type { Finding } from '../../core/doctor/finding.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';
import { fitLines } from './fit-lines.ts';
import { findingText } from './finding-text.ts';

/** Characters for the list: what does not fit is counted. */
const room = 3_400;

/** «/doctor»: faults first, then what should be looked at; each with what to do. Bokmål only. */
export function doctorView(findings: readonly Finding[]): MessageBody {
  const faults = findings.filter(({ kind }) => isFault[kind]);
  const lines = [
    ...faults.map((finding) => `- **Feil:** ${findingText(finding)}`),
    ...findings.filter(({ kind }) => !isFault[kind]).map((finding) => `- Se på: ${findingText(finding)}`),
  ];
  const { text, left } = fitLines(lines, room);
  return message({
    texts: [
      `# Helsesjekk\n${faults.length} feil, ${findings.length - faults.length} å se på.`,
      text,
      left > 0 ? `…og ${left} til. Rett disse først, og kjør \`/helsesjekk\` igjen.` : '',
    ],
    accent: faults.length > 0 ? 'serious' : 'calm',
  });
}
