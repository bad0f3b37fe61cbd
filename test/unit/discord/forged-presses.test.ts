import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCaseId } from '../../../src/core/ids.ts';
import type { CaseId, MunicipalityId } from '../../../src/core/ids.ts';
import { decodeCustomId, encodeCustomId, routeNames } from '../../../src/discord/custom-id.ts';
import { findForPress } from '../../../src/flows/act-on-case.ts';
import { makeClaimCase } from '../../../src/flows/claim-case.ts';
import { makeChooseMunicipality } from '../../../src/flows/choose-municipality.ts';
import { makePosts } from '../../../src/flows/posts/posts.ts';
import { makeReadMyReply } from '../../../src/flows/read-my-reply.ts';
import { makeStandardTexts } from '../../../src/flows/standard-texts.ts';
import type { StaffText } from '../../../src/core/staff-text.ts';
import type { Staff } from '../../../src/ports.ts';
import { snowflake } from '../../examples/cases.ts';
import { openFlowScene } from '../flows/scene.ts';

let scene: Awaited<ReturnType<typeof openFlowScene>>;
let genuine: CaseId;
beforeAll(async () => {
  scene = await openFlowScene();
  await scene.receive(scene.message('hei'));
  genuine = (await scene.openCase()).id;
});
afterAll(async () => {
  await scene.store.close();
});

const kari = (differing: Partial<Staff> = {}): Staff => ({
  id: snowflake(101),
  municipalityId: scene.eksempelvik.id,
  roles: ['caseworker'],
  signature: 'Kari, saksbehandler',
  ...differing,
});

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
const forgedCase = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 22, maxLength: 22 });
const forgedTail = fc.array(
  fc.oneof(fc.constantFrom('release', 'snooze', 'right', '__proto__', ''), fc.string({ maxLength: 20 })),
  { maxLength: 3 },
);

/** Most forgeries are of the routes that lead to a case, however many others there are. */
const caseRoutes = routeNames.filter((route) => route.startsWith('case-'));

/** Ids as an attacker would make them: noise, our routes with noise, and the genuine one with a sign changed. */
const forgeries = () =>
  fc.oneof(
    fc.string({ maxLength: 100 }),
    fc
      .tuple(fc.constantFrom(...caseRoutes), fc.oneof(forgedCase, fc.string({ maxLength: 30 })), forgedTail)
      .map(([route, id, tail]) => [route, id, ...tail].join(':')),
    fc
      .tuple(fc.constantFrom(...caseRoutes), fc.nat({ max: 21 }), fc.constantFrom(...alphabet))
      .map(([route, at, sign]) => [route, genuine.slice(0, at) + sign + genuine.slice(at + 1)].join(':')),
  );

describe('100,000 forged presses', () => {
  it('reach no case', async () => {
    const seen = fc.sample(forgeries(), 100_000).filter((id) => !id.includes(genuine));
    expect(seen.length).toBeGreaterThan(99_000);
    let decoded = 0;
    let accepted = 0;
    for (const forged of seen) {
      const [caseId] = decodeCustomId(forged)?.args ?? [];
      if (typeof caseId !== 'string' || !isCaseId(caseId)) continue;
      decoded += 1;
      const press = { cause: snowflake(1), staff: kari(), caseId };
      if ((await findForPress(scene.store, press, 'case.claim')).kind === 'found') accepted += 1;
    }
    expect(decoded).toBeGreaterThan(10_000);
    expect(accepted).toBe(0);
  }, 120_000);

  it('of every other route reach no reply, no choice, no text and no post', async () => {
    const texts = makeStandardTexts({ ...scene, checkStaffText: () => ({ text: '' as StaffText, personalData: [] }) });
    const choose = makeChooseMunicipality({ ...scene, originals: scene.store });
    const posts = makePosts({
      ...scene,
      checkStaffText: () => ({ text: '' as StaffText, personalData: [] }),
      judgePlaces: () => Promise.resolve([]),
    });
    const press = { cause: snowflake(9), staff: kari({ roles: ['dutyLead', 'coordinator'] }) };
    /** What a press of this route by a stranger to what it names leads to; nothing for routes that show what all may see. */
    const tries: Readonly<Record<string, (args: readonly string[]) => Promise<{ readonly kind: string }>>> = {
      'read-reply': ([id = '', entry = '']) => makeReadMyReply(scene)(snowflake(7), id as CaseId, entry),
      'choose-municipality': ([id = '']) => choose(snowflake(9), snowflake(7), id as MunicipalityId),
      'standard-text-approve': ([id = '']) => texts.approveStandardText(press, id),
      'standard-text-remove': ([id = '']) => texts.takeOutStandardText(press, id),
      'post-approve': ([number = '']) => posts.approvePost(press, Number(number)),
      'post-withdraw': ([number = '']) => posts.withdrawPost(press, Number(number)),
    };
    const part = fc.oneof(forgedCase, fc.constantFrom('eksempelvik', genuine), fc.stringMatching(/^[a-z0-9]{1,22}$/u));
    const forged = fc.sample(
      fc.tuple(fc.constantFrom(...Object.keys(tries)), fc.array(part, { minLength: 1, maxLength: 2 })),
      10_000,
    );
    const met = new Set<string>();
    for (const [route, parts] of forged) {
      const decoded = decodeCustomId([route, ...parts].join(':'));
      const outcome = decoded && (await tries[route]?.(decoded.args.map(String)));
      if (outcome) met.add(`${route} ${outcome.kind}`);
    }
    expect([...met].every((outcome) => / (?:not-found|nothing-to-choose)$/u.test(outcome))).toBe(true);
    expect(met.size).toBeGreaterThanOrEqual(5);
  }, 120_000);

  it('of a genuine id reach nothing without the role of this very press, in this very guild', async () => {
    const claim = makeClaimCase(scene);
    for (const staff of [
      kari({ roles: [] }),
      kari({ roles: ['coordinator', 'contentProducer'] }),
      kari({ municipalityId: 'nabovik' as MunicipalityId }),
    ]) {
      expect((await claim({ cause: snowflake(2), staff, caseId: genuine })).kind).toMatch(/not-permitted|not-found/u);
    }
    expect((await scene.openCase()).state).toEqual({ kind: 'open' });
  });
});

describe('every route', () => {
  it('carries no Discord id of a sender, only opaque ones', () => {
    expect(encodeCustomId('case-claim', genuine)).not.toMatch(/\d{17}/u);
  });
});
