import { z } from 'zod';
import { mayPerform } from '../../core/access.ts';
import type { MunicipalityId, Snowflake } from '../../core/ids.ts';
import { RawText } from '../../core/raw-text.ts';
import type { PersonalDataKind } from '../../core/redaction/redaction.ts';
import { keptReflections, reflectionLimits } from '../../core/reflection.ts';
import type { Reflection, WheelField } from '../../core/reflection.ts';
import type { StaffTextMask } from '../../core/staff-text.ts';
import type { Clock, Staff, Store } from '../../ports.ts';

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findSetting' | 'commit'>;
  readonly mask: StaffTextMask;
}

export type ReflectOutcome =
  | { readonly kind: 'kept'; readonly reflection: Reflection; readonly removed: readonly PersonalDataKind[] }
  | { readonly kind: 'not-permitted' | 'gone' };
export type ListReflectionsOutcome =
  { readonly kind: 'listed'; readonly reflections: readonly Reflection[] } | { readonly kind: 'not-permitted' };

export type WrittenReflection = Readonly<Partial<Record<WheelField, string>>>;

const name = 'team.reflections';
const schema = z.array(
  z.looseObject({ id: z.string(), at: z.number().int(), answers: z.record(z.string(), z.string()) }),
);

async function read(store: Pick<Store, 'findSetting'>, municipalityId: MunicipalityId) {
  const found = await store.findSetting(municipalityId, name);
  const all = found ? (schema.parse(found.value) as unknown as readonly Reflection[]) : [];
  return { version: found?.version ?? 0, all };
}

/**
 * Purpose: keep what a team has weighed for its next meeting. Personal data: none; what identifies somebody is masked, and
 * nobody's name is kept. The first half is kept when it is sent, so that nothing written is lost.
 */
export function makeReflect(deps: Deps) {
  const { now, store, mask } = deps;

  async function keep(
    cause: Snowflake,
    staff: Staff,
    id: Snowflake,
    written: WrittenReflection,
    isNew: boolean,
  ): Promise<ReflectOutcome> {
    if (!mayPerform(staff.roles, 'team.reflect')) return { kind: 'not-permitted' };
    const masked = Object.entries(written).map(
      ([field, words]) => [field, mask(new RawText(words.trim().slice(0, reflectionLimits.longest)))] as const,
    );
    const removed = [...new Set(masked.flatMap(([, { removed: kinds }]) => kinds))];
    const { municipalityId } = staff;
    const { version, all } = await read(store, municipalityId);
    const at = now();
    const before = all.find((one) => one.id === id);
    if (!isNew && !before) return { kind: 'gone' };
    const answers = { ...before?.answers, ...Object.fromEntries(masked.map(([field, { text }]) => [field, text])) };
    const reflection: Reflection = { id, at: before?.at ?? at, answers };
    const outcome = await store.commit({
      cause: `interaction:${cause}`,
      at,
      basedOn: [],
      changes: [
        {
          kind: 'save-setting',
          municipalityId,
          name,
          basedOn: version,
          value: keptReflections([...all.filter((one) => one.id !== id), reflection], at),
        },
        { kind: 'audit', entry: { event: 'team.reflected', at, municipalityId } },
      ],
    });
    return outcome === 'stale' ? keep(cause, staff, id, written, isNew) : { kind: 'kept', reflection, removed };
  }

  return {
    begin: (cause: Snowflake, staff: Staff, written: WrittenReflection): Promise<ReflectOutcome> =>
      keep(cause, staff, cause, written, true),
    finish: (cause: Snowflake, staff: Staff, id: Snowflake, written: WrittenReflection): Promise<ReflectOutcome> =>
      keep(cause, staff, id, written, false),
  };
}

/** Purpose: give the team what it has weighed, newest first. Personal data: none. */
export const makeListReflections = ({
  now,
  store,
}: Pick<Deps, 'now'> & { readonly store: Pick<Store, 'findSetting'> }) => ({
  async list({ roles, municipalityId }: Staff): Promise<ListReflectionsOutcome> {
    if (!mayPerform(roles, 'team.reflect')) return { kind: 'not-permitted' };
    const { all } = await read(store, municipalityId);
    return { kind: 'listed', reflections: keptReflections(all, now()).toReversed() };
  },
});
