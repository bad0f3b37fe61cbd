import type { Finding } from '../../core/doctor/finding.ts';
import { findingLine } from '../../i18n/doctor.ts';
import { inline } from './shown-words.ts';

/** A finding with the channel, role or person as Discord shows them to whoever reads it in the staff guild. */
export function findingText(finding: Finding): string {
  const line = inline(findingLine(finding));
  if ('userId' in finding) return line.replaceAll(finding.userId, `<@${finding.userId}>`);
  if ('roleId' in finding) return line.replaceAll(finding.roleId, `<@&${finding.roleId}>`);
  // A card lies in another server, where the reader may not be: its id is all that can be shown.
  if (!('channelId' in finding) || finding.kind === 'card-hidden' || ('use' in finding && finding.use === 'card'))
    return line;
  return line.replaceAll(finding.channelId, `<#${finding.channelId}>`);
}
