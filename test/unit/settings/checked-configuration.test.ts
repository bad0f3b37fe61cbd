import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCheckedConfiguration } from '../../../src/cli/checked-configuration.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'texts-'));
  await cp('config', dir, { recursive: true });
});
afterEach(() => rm(dir, { recursive: true }));

async function withTexts(texts: object) {
  const path = join(dir, 'eksempelvik/municipality.json');
  const file = JSON.parse(await readFile(path, 'utf8')) as object;
  await writeFile(path, JSON.stringify({ ...file, texts }));
  return loadCheckedConfiguration(dir);
}

describe('the configuration at start', () => {
  it('takes texts of the municipality’s own that keep the rules', async () => {
    expect(await withTexts({ nb: { 'sender.weOpen': 'Vi er her igjen {next}.' } })).toMatchObject({ ok: true });
  });

  it('is refused with every text that does not, named with language and key and what to change', async () => {
    const loaded = await withTexts({
      nb: { 'sender.weOpen': 'Vi er her igjen {naar}.', 'sender.dutyOnline': 'Du er anonym her.' },
      en: { 'sender.ukjent': 'Hello' },
    });
    const where = `${join(dir, 'eksempelvik/municipality.json')}: texts`;
    expect(loaded).toEqual({
      ok: false,
      faults: [
        { where: `${where}.nb["sender.weOpen"]`, what: 'Take out {naar}. Fields you can use here: {next}.' },
        { where: `${where}.nb["sender.weOpen"]`, what: 'Include {next}. Without it the reader lacks something.' },
        {
          where: `${where}.nb["sender.weOpen"]`,
          what: 'Put the most important thing in the first sentence: what the reader should do, with the same fields as in the standard text.',
        },
        { where: `${where}.nb["sender.dutyOnline"]`, what: expect.stringContaining('anonym') as string },
        { where: `${where}.en["sender.ukjent"]`, what: 'This text cannot be changed, or does not exist.' },
      ],
    });
  });
});
