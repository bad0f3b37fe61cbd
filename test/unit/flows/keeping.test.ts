import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { municipalityFileSchema } from '../../../src/core/municipality.ts';
import { caseErasure, longestKeeping, originalErasure } from '../../../src/core/retention.ts';
import { hourMs } from '../../../src/core/time.ts';
import { setupForm } from '../../../src/discord/views/setup-form.ts';
import { privacy } from '../../../src/discord/views/privacy.ts';
import { deadlines } from '../../../src/papers/privacy/deadlines.ts';
import { kari } from '../../examples/cases.ts';
import { openFlowScene } from './scene.ts';

let scene: Awaited<ReturnType<typeof openFlowScene>>;
beforeEach(async () => {
  scene = await openFlowScene();
});
afterEach(() => scene.store.close());

const file = JSON.parse(
  readFileSync(new URL('../../../config/eksempelvik/municipality.json', import.meta.url), 'utf8'),
) as object;

describe('how long a conversation is kept', () => {
  it('is what the municipality had set when it began, whatever it sets later', async () => {
    scene.state.municipality = { ...scene.eksempelvik, retention: { conversationHours: 24, originalHours: 48 } };
    await scene.receive(scene.message('hei'));
    scene.state.municipality = { ...scene.eksempelvik, retention: longestKeeping };
    await scene.receive(scene.message('hei igjen'));
    const open = await scene.openCase();
    const at = scene.now();
    expect(caseErasure({ ...open, state: { kind: 'closed', by: kari, at } }) - at).toBe(24 * hourMs);
    expect(originalErasure(open, at) - at).toBe(48 * hourMs);
  });

  it.each([
    [{ conversationHours: 721 }, 'is more than 720 hours'],
    [{ originalHours: 337 }, 'is more than 336 hours'],
    [{ conversationHours: 12 }, 'is less than 24 hours'],
  ])('cannot be set to %j', (retention, what) => {
    const parsed = municipalityFileSchema.safeParse({ ...file, retention });
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual([what]);
  });

  it('can be chosen up to the ceiling only', () => {
    const form = JSON.stringify(setupForm('retention', { conversationHours: '72', originalHours: '72' }));
    expect(form.match(/"value":"720"/gu)).toHaveLength(1);
    expect(form.match(/"value":"336"/gu)).toHaveLength(2);
  });

  it('is what young people and the papers are told', () => {
    const retention = { conversationHours: 168, originalHours: 336 };
    const shown = JSON.stringify(privacy({ ...scene.eksempelvik, retention }, 'nb'));
    expect(shown).toContain('168 timer');
    expect(shown).toContain('336 timer');
    expect(JSON.stringify(deadlines(retention))).toMatch(/7 døgn etter.*14 døgn/u);
  });
});
