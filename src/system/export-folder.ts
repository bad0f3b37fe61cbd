import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportFolder } from '../ports.ts';

/**
 * A folder of the municipality's own, e.g. one its archive reads. Files come whole or not at all: each is written beside
 * its name, forced to the disk, and only then given it.
 */
export const openExportFolder = (folder: string): ExportFolder => ({
  async put(files) {
    const named = files.map(({ name, content }) => ({ path: join(folder, name), content }));
    const takeBack = async (): Promise<void> => {
      await Promise.all(named.flatMap(({ path }) => [rm(path, { force: true }), rm(`${path}.part`, { force: true })]));
    };
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      for (const { path, content } of named) {
        const handle = await open(`${path}.part`, 'w', 0o600);
        try {
          await handle.writeFile(content);
          await handle.sync();
        } finally {
          await handle.close();
        }
      }
      for (const { path } of named) await rename(`${path}.part`, path);
      const handle = await open(folder, 'r');
      await handle.sync().finally(() => handle.close());
    } catch (fault) {
      const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
      // What is half there takes room and says too little; when even this fails, the next sentence is the same.
      await takeBack().catch(() => undefined);
      return { kind: ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code) ? 'full' : 'unavailable' };
    }
    return { kind: 'put', takeBack };
  },
});
