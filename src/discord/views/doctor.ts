import { isFault } from '../../core/doctor/finding.ts';
import type { Finding } from '../../core/doctor/finding.ts';
import { findingLine } from '../../i18n/doctor.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';
import { inline } from './shown-words.ts';

/** Characters for the list: what does not fit is counted. */
const room = 3_400;

/** «/doctor»: faults first, then what should be looked at; each with what to do. Bokmål only. */
export function doctorView(findings: readonly Finding[]): MessageBody {
  const faults = findings.filter(({ kind }) => isFault[kind]);
  const lines = [
    ...faults.map((finding) => `- **Feil:** ${inline(findingLine(finding))}`),
    ...findings.filter(({ kind }) => !isFault[kind]).map((finding) => `- Se på: ${inline(findingLine(finding))}`),
  ];
  const shown: string[] = [];
  let used = 0;
  for (const line of lines) {
    used += line.length + 1;
    if (used > room) break;
    shown.push(line);
  }
  const left = lines.length - shown.length;
  return message({
    texts: [
      `# Helsesjekk\n${faults.length} feil, ${findings.length - faults.length} å se på.`,
      shown.join('\n'),
      left > 0 ? `…og ${left} til. Kjør «utekontakt doctor» på maskinen for å se alle.` : '',
    ],
    accent: faults.length > 0 ? 'serious' : 'calm',
  });
}
