import type { MunicipalityId } from '../../src/core/ids.ts';
import type { PermittedAct } from '../../src/core/settings/permitted-acts.ts';
import { readProposal } from '../../src/flows/settings/proposal-record.ts';
import { makeTwoPersons } from '../../src/flows/settings/two-persons.ts';
import type { Clock, Store } from '../../src/ports.ts';
import { kari, ola, snowflake } from './cases.ts';

let presses = 0;
const press = (): string => snowflake(70_000 + (presses += 1));

/** One asks, another confirms. */
export async function agreeByTwo(
  store: Pick<Store, 'findSetting' | 'commit'>,
  now: Clock,
  municipalityId: MunicipalityId,
  act: PermittedAct,
): Promise<void> {
  const confirmChange = () => Promise.reject(new Error('not a change of settings'));
  const { ask, decide } = makeTwoPersons({ now, store, confirmChange });
  await ask({ cause: press(), staff: { ...kari, municipalityId, roles: ['coordinator'] } }, act);
  const { version } = await readProposal(store, municipalityId, now());
  const outcome = await decide(
    { cause: press(), staff: { ...ola, municipalityId, roles: ['dutyLead'] } },
    version,
    true,
  );
  if (outcome.kind !== 'confirmed') throw new Error(outcome.kind);
}
