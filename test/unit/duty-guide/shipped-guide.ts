import { loadDutyGuide } from '../../../src/settings/duty-guide-file.ts';

const loaded = await loadDutyGuide('config');
if (!loaded.ok) throw new Error(loaded.faults.map(({ where, what }) => `${where} ${what}`).join('\n'));

/** The guide as it is shipped. */
export const guide = loaded.value;
