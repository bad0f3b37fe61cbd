import { join } from 'node:path';
import { dutyGuideSchema } from '../core/duty-guide/guide.ts';
import type { DutyGuide } from '../core/duty-guide/guide.ts';
import { readJsonFile } from './configuration.ts';
import type { Settled } from './fault.ts';

/** Reads `duty-guide.json` of the configuration. Never throws; tells every fault. */
export const loadDutyGuide = (configDir: string): Promise<Settled<DutyGuide>> =>
  readJsonFile(join(configDir, 'duty-guide.json'), dutyGuideSchema);
