import { createReflectionActs } from '../discord/reflection-acts.ts';
import { makeReflect } from '../flows/team/reflect.ts';
import type { Ground } from './ground.ts';

/** «/navigasjonshjulet». */
export function createReflection({ now, store, municipalities, staffText }: Ground) {
  const reflect = makeReflect({ now, store, mask: staffText.mask });
  return { reflection: createReflectionActs({ reflect, municipalities }) };
}
