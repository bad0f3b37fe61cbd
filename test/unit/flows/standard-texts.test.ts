import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RawText } from '../../../src/core/raw-text.ts';
import { reviewAfterMs, stateOfText } from '../../../src/core/standard-text.ts';
import { makeStandardTexts } from '../../../src/flows/standard-texts.ts';
import type { Staff } from '../../../src/ports.ts';
import { createStaffTextGuard } from '../../../src/system/staff-text-guard.ts';
import { snowflake } from '../../examples/cases.ts';
import { openFlowScene } from './scene.ts';

let scene: Awaited<ReturnType<typeof openFlowScene>>;
let texts: ReturnType<typeof makeStandardTexts>;
beforeEach(async () => {
  scene = await openFlowScene();
  texts = makeStandardTexts({ ...scene, checkStaffText: createStaffTextGuard(() => ({ protectedNumbers: [] })).check });
});
afterEach(async () => {
  await scene.store.close();
});

const staff = (last: number, roles: Staff['roles']): Staff => ({
  id: snowflake(last),
  municipalityId: scene.eksempelvik.id,
  roles,
  signature: `Person ${last}, ansatt`,
});
const kari = () => staff(101, ['caseworker', 'dutyLead']);
const ola = () => staff(102, ['dutyLead']);
const berit = () => staff(103, ['coordinator']);
let presses = 0;
const press = (by: Staff) => {
  presses += 1;
  return { cause: snowflake(8_000 + presses), staff: by };
};
const plain = new RawText('Takk for at du skrev. Vi leser det og svarer deg her.');
const written = async () => {
  const outcome = await texts.writeStandardText(press(kari()), 'Takk', plain);
  if (outcome.kind !== 'written') throw new Error(outcome.kind);
  return outcome.text;
};
const usable = async (): Promise<number> => {
  const listed = await texts.listStandardTexts(kari());
  return listed.kind === 'listed' ? listed.usable.length : -1;
};

describe('a standard text', () => {
  it('is sent by nobody before somebody else has approved it', async () => {
    const { id } = await written();
    expect(await usable()).toBe(0);
    expect(await texts.approveStandardText(press(kari()), id)).toEqual({ kind: 'same-person' });
    expect(await usable()).toBe(0);
    expect(await texts.approveStandardText(press(ola()), id)).toMatchObject({ kind: 'approved' });
    expect(await usable()).toBe(1);
  });

  it('is out of use from its review date until it is approved again', async () => {
    const { id } = await written();
    await texts.approveStandardText(press(ola()), id);
    scene.pass(reviewAfterMs - 1);
    expect(await usable()).toBe(1);
    scene.pass(1);
    expect(await usable()).toBe(0);
    await texts.approveStandardText(press(berit()), id);
    expect(await usable()).toBe(1);
  });

  it('keeps who wrote, approved and took it out', async () => {
    const { id } = await written();
    await texts.approveStandardText(press(ola()), id);
    const taken = await texts.takeOutStandardText(press(berit()), id);
    expect(taken.kind === 'removed' && taken.text.history.map(({ what, by }) => [what, by.id])).toEqual([
      ['written', kari().id],
      ['approved', ola().id],
      ['taken-out', berit().id],
    ]);
    expect(taken.kind === 'removed' && stateOfText(taken.text, scene.now())).toBe('taken-out');
    expect(await texts.approveStandardText(press(ola()), id)).toEqual({ kind: 'taken-out' });
  });

  it('loses its approval when somebody writes it anew, and keeps its history', async () => {
    const { id } = await written();
    await texts.approveStandardText(press(ola()), id);
    const anew = await texts.writeStandardText(press(ola()), 'Takk', new RawText('Takk. Vi svarer i morgen.'), id);
    expect(anew).toMatchObject({ kind: 'written', text: { id, author: { id: ola().id } } });
    expect(await usable()).toBe(0);
    expect(await texts.approveStandardText(press(ola()), id)).toEqual({ kind: 'same-person' });
    const approved = await texts.approveStandardText(press(kari()), id);
    expect(approved.kind === 'approved' && approved.text.history.map(({ what }) => what)).toEqual([
      'written',
      'approved',
      'written',
      'approved',
    ]);
    expect(await texts.writeStandardText(press(kari()), 'x', plain, 'nosuchtext')).toEqual({ kind: 'not-found' });
  });

  it('is approved once however often the button is pressed', async () => {
    const { id } = await written();
    const once = press(ola());
    for (let n = 0; n < 50; n += 1) await texts.approveStandardText(once, id);
    const listed = await texts.listStandardTexts(kari());
    expect(listed.kind === 'listed' && listed.texts[0]?.history).toHaveLength(2);
  });

  it.each([
    ['Ring meg på 412 34 567', 'personalData'],
    ['Vi lover at ingen får vite det', 'concerns'],
    ['Ta en tablett og legg deg', 'concerns'],
  ] as const)('is not taken with what must not go to many: %s', async (words, because) => {
    const outcome = await texts.writeStandardText(press(kari()), 'Feil', new RawText(words));
    expect(outcome.kind === 'not-clean' && outcome[because].length).toBeGreaterThan(0);
  });

  it('is written and approved by those who may, in their own municipality', async () => {
    const { id } = await written();
    expect(await texts.writeStandardText(press(staff(104, ['contentProducer'])), 'x', plain)).toEqual({
      kind: 'not-permitted',
    });
    expect(await texts.approveStandardText(press(staff(105, ['caseworker'])), id)).toEqual({ kind: 'not-permitted' });
    expect(await texts.approveStandardText(press(ola()), 'nosuchtext')).toEqual({ kind: 'not-found' });
  });

  it('is written once for the same press, and two at once are both kept', async () => {
    const same = press(kari());
    await Promise.all([
      texts.writeStandardText(same, 'A', plain),
      texts.writeStandardText(same, 'A', plain),
      texts.writeStandardText(press(ola()), 'B', plain),
    ]);
    const listed = await texts.listStandardTexts(kari());
    expect(listed.kind === 'listed' && listed.texts.map(({ title }) => title).sort()).toEqual(['A', 'B']);
  });
});
