import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StaffRole } from '../../../src/core/access.ts';
import { reflectionLimits, wheelFirst, wheelLast } from '../../../src/core/reflection.ts';
import { reflectionsPaper } from '../../../src/desk/reflections-paper.ts';
import { reflectionForm, reflectionLastForm, reflectionOutcome } from '../../../src/discord/views/reflection.ts';
import { makeListReflections, makeReflect } from '../../../src/flows/team/reflect.ts';
import { makePdf } from '../../../src/papers/make-pdf.ts';
import type { Staff } from '../../../src/ports.ts';
import { createStaffTextGuard } from '../../../src/system/staff-text-guard.ts';
import { kari, snowflake } from '../../examples/cases.ts';
import { readPdf } from '../papers/read-pdf.ts';
import { openFlowScene } from './scene.ts';

let scene: Awaited<ReturnType<typeof openFlowScene>>;
let reflect: ReturnType<typeof makeReflect>;
beforeEach(async () => {
  scene = await openFlowScene();
  reflect = makeReflect({ ...scene, mask: createStaffTextGuard(() => ({ protectedNumbers: [] })).mask });
});
afterEach(() => scene.store.close());

const staffAs = (role: StaffRole = 'caseworker'): Staff => ({
  ...kari,
  municipalityId: scene.eksempelvik.id,
  roles: [role],
});
const first = Object.fromEntries(wheelFirst.map((field) => [field, `svar om ${field}`]));
const last = Object.fromEntries(wheelLast.map((field) => [field, `svar om ${field}`]));
let presses = 0;
const press = () => snowflake((presses += 1));
const listed = async () => {
  const outcome = await makeListReflections(scene).list(staffAs());
  return outcome.kind === 'listed' ? outcome.reflections : [];
};

describe('the navigation wheel', () => {
  it('keeps six answers and a conclusion from two forms, without who wrote them', async () => {
    const begun = await reflect.begin(press(), staffAs(), first);
    if (begun.kind !== 'kept') throw new Error(begun.kind);
    expect(JSON.stringify(reflectionOutcome(begun))).toContain(`reflection-more:${begun.reflection.id}`);
    const done = await reflect.finish(press(), staffAs('dutyLead'), begun.reflection.id, last);
    if (done.kind !== 'kept') throw new Error(done.kind);
    expect(JSON.stringify(reflectionOutcome(done))).toContain('Lagret til teammøtet');
    const [kept] = await listed();
    expect(kept?.answers).toEqual({ ...first, ...last });
    expect(JSON.stringify(kept)).not.toContain(kari.id);
    expect(JSON.stringify(kept)).not.toContain('Kari');
  });

  it('masks what identifies somebody, and says so', async () => {
    const written = { situation: 'Ring 41399887 eller skriv til testine@eksempel.no, hun heter Testine Plantefrø' };
    const begun = await reflect.begin(press(), staffAs(), written);
    if (begun.kind !== 'kept') throw new Error(begun.kind);
    expect(begun.removed).toEqual(expect.arrayContaining(['PHONE', 'EMAIL']));
    const text = JSON.stringify(await listed());
    expect(text).not.toMatch(/41399887|testine@/u);
    expect(JSON.stringify(reflectionOutcome(begun))).toContain('byttet ut');
  });

  it('keeps one press once, and the newest thirty for a year', async () => {
    const cause = press();
    for (let again = 0; again < 50; again += 1) await reflect.begin(cause, staffAs(), first);
    expect(await listed()).toHaveLength(1);
    for (let more = 0; more < 40; more += 1) await reflect.begin(press(), staffAs(), first);
    expect(await listed()).toHaveLength(reflectionLimits.most);
    scene.pass(reflectionLimits.livesMs);
    expect(await listed()).toEqual([]);
  });

  it('is for staff of the municipality only, and a half that is gone says so', async () => {
    const nobody = { ...staffAs(), roles: [] };
    expect(await reflect.begin(press(), nobody, first)).toEqual({ kind: 'not-permitted' });
    expect(await makeListReflections(scene).list(nobody)).toEqual({ kind: 'not-permitted' });
    expect(await reflect.finish(press(), staffAs(), snowflake(99), last)).toEqual({ kind: 'gone' });
  });

  it('loses neither of two that are written at once', async () => {
    await Promise.all([1, 2, 3, 4].map(() => reflect.begin(press(), staffAs(), first)));
    expect(await listed()).toHaveLength(4);
  });

  it('fits Discord’s forms: five fields, labels of 45, helps of 100', () => {
    for (const form of [reflectionForm(), reflectionLastForm(snowflake(1))]) {
      expect(form.components.length).toBeLessThanOrEqual(5);
      for (const part of form.components) {
        if (!('label' in part)) throw new Error('no label');
        expect(part.label.length).toBeLessThanOrEqual(45);
        expect(part.description?.length ?? 0).toBeLessThanOrEqual(100);
      }
    }
  });

  it('is on paper for the meeting, every answer of it', async () => {
    const begun = await reflect.begin(press(), staffAs(), first);
    if (begun.kind === 'kept') await reflect.finish(press(), staffAs(), begun.reflection.id, last);
    const pdf = readPdf(await makePdf(reflectionsPaper(await listed(), scene.eksempelvik, scene.now())));
    const words = pdf.pages.join(' ').replaceAll(/\s+/gu, ' ');
    for (const field of [...wheelFirst, ...wheelLast]) expect(words).toContain(`svar om ${field}`);
    const empty = readPdf(await makePdf(reflectionsPaper([], scene.eksempelvik, scene.now())));
    expect(empty.pages.join(' ')).toContain('Ingen vurderinger ennå');
  });
});
