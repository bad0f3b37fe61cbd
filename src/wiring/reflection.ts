import { createReflectionActs } from '../discord/reflection-acts.ts';
import { makeReflect } from '../flows/team/reflect.ts';
import { createStaffTextMask } from '../system/staff-text-mask.ts';
import type { Ground } from './ground.ts';

/** «/navigasjonshjulet». */
export function createReflection({ now, store, municipalities, protectedNumbers }: Ground) {
  const reflect = makeReflect({ now, store, mask: createStaffTextMask(protectedNumbers) });
  return { reflection: createReflectionActs({ reflect, municipalities }) };
}
