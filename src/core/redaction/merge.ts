import { Coverage } from './coverage.ts';
import type { Finding, PersonalDataKind } from './redaction.ts';
import type { Sighting, Stretch } from './message.ts';
import type { View } from './view.ts';

/** Which kind names a place two detectors claim; the first wins. */
const precedence: readonly PersonalDataKind[] = [
  'EMAIL',
  'COORDINATES',
  'URL',
  'IP',
  'BIRTHDATE',
  'NATIONAL_ID',
  'BANK',
  'VEHICLE',
  'USERNAME',
  'PHONE',
  'SCHOOL',
  'ADDRESS',
  'NAME',
];
const rank = new Map(precedence.map((kind, index) => [kind, index]));

/** Sightings outside `kept`, overlapping ones made one, as findings on the original. Sorted, without overlaps. */
export function mergeSightings(
  view: View,
  sightings: readonly Sighting[],
  kept: readonly Stretch[],
): readonly Finding[] {
  if (sightings.length === 0) return [];
  const away = new Coverage(view.text.length, kept);
  const free = sightings.filter(({ start, end }) => end > start && !away.touches(start, end));
  const sorted = [...free].sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Sighting[] = [];
  for (const sighting of sorted) {
    const last = merged.at(-1);
    if (last === undefined || sighting.start >= last.end) {
      merged.push(sighting);
      continue;
    }
    const first = (rank.get(sighting.kind) ?? 99) < (rank.get(last.kind) ?? 99) ? sighting : last;
    merged[merged.length - 1] = {
      start: last.start,
      end: Math.max(last.end, sighting.end),
      kind: first.kind,
      ruleId: first.ruleId,
    };
  }
  const findings = merged.map(({ start, end, kind, ruleId }) => ({
    start: view.startOf(start),
    end: view.endOf(end - 1),
    kind,
    ruleId,
  }));
  return separate(findings);
}

// Two view characters may come from one original character; ranges that meet inside it become one.
function separate(findings: readonly Finding[]): readonly Finding[] {
  const apart: Finding[] = [];
  for (const finding of findings) {
    const last = apart.at(-1);
    if (last !== undefined && finding.start < last.end)
      apart[apart.length - 1] = { ...last, end: Math.max(last.end, finding.end) };
    else apart.push(finding);
  }
  return apart;
}
