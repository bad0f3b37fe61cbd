import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isTrained, scenarioIds, subjects } from '../../../src/core/practice/practice.ts';
import { emoji, methods } from '../../../src/core/texts/banned-words.ts';
import { endsPractice, practiceMenu, practiceStep } from '../../../src/discord/views/practice.ts';
import { makeCheckIn } from '../../../src/flows/duty/check-in.ts';
import { makePractise } from '../../../src/flows/practice/training.ts';
import { scenarios } from '../../../src/i18n/practice/scenarios-nb.ts';
import { snowflake } from '../../examples/cases.ts';
import { openFlowScene } from '../flows/scene.ts';
import { bodyFaults, textOf } from '../views/body-faults.ts';

const none = { done: [], ticked: [] };

describe.each(scenarioIds)('the invented case «%s»', (id) => {
  const { steps, afterwards } = scenarios[id];

  it('ends whatever is chosen, and leads nowhere that is not there', () => {
    const visit = (step: number, seen: readonly number[]): void => {
      expect(seen).not.toContain(step);
      const { choices } = steps[step] ?? { choices: [] };
      expect(choices.length).toBeGreaterThanOrEqual(2);
      for (const { next } of choices) if (next !== undefined) visit(next, [...seen, step]);
    };
    visit(0, []);
  });

  it('is marked as a practice at every step, and in the sender’s words too', () => {
    for (const [step, { said, choices }] of steps.entries()) {
      expect(said).toMatch(/^OPPDIKTET: /u);
      for (const choice of [-1, ...choices.keys()]) {
        const body = practiceStep(id, step, choice);
        if (!body) throw new Error('no such step');
        expect(bodyFaults(body)).toEqual([]);
        expect(textOf(body)).toMatch(/^# ØVELSE – ingenting her er ekte/u);
        expect(endsPractice(id, step, choice)).toBe(textOf(body).includes(afterwards));
      }
    }
  });

  it('names no method and uses no emoji', () => {
    const words = JSON.stringify(scenarios[id]);
    expect(methods.exec(words)).toBeNull();
    expect(emoji.exec(words)).toBeNull();
  });

  it('has no step beyond its own', () => {
    expect(practiceStep(id, 9, -1)).toBeUndefined();
    expect(practiceStep(id, -1, 0)).toBeUndefined();
    expect(practiceStep(id, 0, 9)).toBeUndefined();
  });
});

describe('the menu of practice', () => {
  it('is one message Discord takes, with nothing done and with everything done', () => {
    for (const training of [none, { done: scenarioIds, ticked: subjects }]) {
      expect(bodyFaults(practiceMenu(training))).toEqual([]);
    }
    expect(textOf(practiceMenu(none))).toContain('én øvd sak og alle seks');
    expect(textOf(practiceMenu({ done: ['just-bored'], ticked: subjects }))).toContain('Du har øvd');
  });
});

describe('training', () => {
  let scene: Awaited<ReturnType<typeof openFlowScene>>;
  beforeEach(async () => {
    scene = await openFlowScene();
  });
  afterEach(() => scene.store.close());
  const kari = () => ({
    id: snowflake(77),
    municipalityId: scene.eksempelvik.id,
    roles: ['caseworker'] as const,
    signature: 'Kari, saksbehandler',
  });
  const train = async () => {
    const practise = makePractise(scene);
    await practise.finish('p0', kari(), 'just-bored');
    for (const [n, subject] of subjects.entries()) await practise.tick(`t${n}`, kari(), subject);
    return practise.show(kari());
  };

  it('remembers each worker’s own, and a second press takes a tick away', async () => {
    const practise = makePractise(scene);
    expect(await train()).toMatchObject({ training: { done: ['just-bored'], ticked: subjects } });
    expect(await practise.tick('t9', kari(), 'chat')).toMatchObject({
      training: { ticked: subjects.filter((one) => one !== 'chat') },
    });
    expect(await practise.show({ ...kari(), id: snowflake(78) })).toEqual({ kind: 'training', training: none });
    expect(await practise.show({ ...kari(), roles: ['contentProducer'] })).toEqual({ kind: 'not-permitted' });
  });

  it('makes no case, counts nothing, queues nothing and leaves no line in the log', async () => {
    await train();
    const { store, eksempelvik, now } = scene;
    expect(await store.listCounts(eksempelvik.id)).toEqual([]);
    expect(await store.listOpenCases(eksempelvik.id)).toEqual([]);
    expect(await store.listAudit(eksempelvik.id, 0, now(), 9)).toEqual([]);
    expect((await store.stats(now())).outboxWaiting).toBe(0);
  });

  it('is complete with one case and all subjects', () => {
    expect(isTrained({ done: ['just-bored'], ticked: subjects })).toBe(true);
    expect(isTrained({ done: [], ticked: subjects })).toBe(false);
    expect(isTrained({ done: ['just-bored'], ticked: subjects.slice(1) })).toBe(false);
  });

  it('is needed before check-in where the municipality requires it, and not elsewhere', async () => {
    const demanding = { ...scene.eksempelvik, training: { required: true } };
    const enter = makeCheckIn({ ...scene, municipalities: { find: () => demanding } });
    expect(await enter({ cause: 'a', staff: kari() }, [])).toEqual({ kind: 'not-trained' });
    await train();
    expect((await enter({ cause: 'b', staff: kari() }, [])).kind).not.toBe('not-trained');
    const easy = makeCheckIn({ ...scene, municipalities: { find: () => scene.eksempelvik } });
    expect((await easy({ cause: 'c', staff: { ...kari(), id: snowflake(78) } }, [])).kind).not.toBe('not-trained');
  });
});
