import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openExportFolder } from '../../../src/system/export-folder.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'uk-folder-'));
});
afterEach(() => {
  rmSync(place, { recursive: true, force: true });
});
const file = (name: string, text: string) => ({ name, content: new TextEncoder().encode(text) });

describe('the export folder', () => {
  it('holds every file whole, under its name only, and is made when it is not there', async () => {
    const folder = join(place, 'new');
    expect(await openExportFolder(folder).put([file('a.pdf', 'en'), file('b.json', 'to')])).toMatchObject({
      kind: 'put',
    });
    expect(readdirSync(folder).toSorted()).toEqual(['a.pdf', 'b.json']);
    expect(readFileSync(join(folder, 'b.json'), 'utf8')).toBe('to');
  });

  it('is as it was after the files are taken back', async () => {
    const filing = await openExportFolder(place).put([file('a.pdf', 'en')]);
    if (filing.kind !== 'put') throw new Error(filing.kind);
    await filing.takeBack();
    expect(readdirSync(place)).toEqual([]);
  });

  it('holds none of the files when one cannot be written', async () => {
    mkdirSync(join(place, 'b.json.part'));
    expect(await openExportFolder(place).put([file('a.pdf', 'en'), file('b.json', 'to')])).toEqual({
      kind: 'unavailable',
    });
    expect(readdirSync(place)).not.toContain('a.pdf');
  });

  it('is unavailable when its place is taken by a file', async () => {
    writeFileSync(join(place, 'taken'), '');
    expect(await openExportFolder(join(place, 'taken')).put([file('a', 'x')])).toEqual({ kind: 'unavailable' });
  });

  it('says that it is full when the disk is', async () => {
    // Every write to this device is answered as a full disk answers.
    symlinkSync('/dev/full', join(place, 'a.pdf.part'));
    expect(await openExportFolder(place).put([file('a.pdf', 'en')])).toEqual({ kind: 'full' });
  });
});
