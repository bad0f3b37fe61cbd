import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InboundMessage } from '../../../src/core/inbound.ts';
import type { MunicipalityId } from '../../../src/core/ids.ts';
import { RawText } from '../../../src/core/raw-text.ts';
import { makeClaimCase } from '../../../src/flows/claim-case.ts';
import { makeCreateCase } from '../../../src/flows/create-case.ts';
import { makeListCases } from '../../../src/flows/list-cases.ts';
import type { Staff } from '../../../src/ports.ts';
import { snowflake } from '../../examples/cases.ts';
import { openFlowScene } from './scene.ts';

let scene: Awaited<ReturnType<typeof openFlowScene>>;
beforeEach(async () => {
  scene = await openFlowScene();
});
afterEach(async () => {
  await scene.store.close();
});

const kari = (differing: Partial<Staff> = {}): Staff => ({
  id: snowflake(101),
  municipalityId: scene.eksempelvik.id,
  roles: ['caseworker'],
  signature: 'Kari, saksbehandler',
  ...differing,
});

describe('the list of cases', () => {
  it('has the most serious first, and one’s own where they are asked for', async () => {
    await scene.receive(scene.message('hei', snowflake(11)));
    scene.state.assessment = { severity: 'acute', categories: [], reasons: [], version: 'test' };
    await scene.receive(scene.message('verre', snowflake(12)));
    const list = makeListCases({ store: scene.store });
    const all = await list(kari(), 'all');
    expect(all.kind === 'listed' && all.cases.map(({ severity }) => severity)).toEqual(['acute', 'none']);
    expect(await list(kari(), 'mine')).toEqual({ kind: 'listed', cases: [] });
    const first = all.kind === 'listed' ? all.cases[0] : undefined;
    if (!first) throw new Error('no case');
    await makeClaimCase(scene)({ cause: snowflake(5_001), staff: kari(), caseId: first.id });
    expect(await list(kari(), 'mine')).toMatchObject({ cases: [{ id: first.id }] });
  });

  it('is for those who read conversations, and of their own municipality', async () => {
    await scene.receive(scene.message('hei'));
    const list = makeListCases({ store: scene.store });
    expect(await list(kari({ roles: ['coordinator'] }), 'all')).toEqual({ kind: 'not-permitted' });
    expect(await list(kari({ municipalityId: 'nabovik' as MunicipalityId }), 'all')).toEqual({
      kind: 'listed',
      cases: [],
    });
  });
});

describe('«Opprett sak»', () => {
  const written = (): InboundMessage => ({
    kind: 'message',
    messageId: snowflake(7_001),
    senderId: snowflake(21),
    text: new RawText('jeg har det ikke bra, ring 41234567'),
    omitted: [],
    at: scene.now(),
  });

  it('takes the message in once: redacted, assessed and in a case like any other', async () => {
    const create = makeCreateCase(scene);
    expect(await create(kari(), written())).toEqual({ kind: 'taken-in' });
    expect(await create(kari(), written())).toEqual({ kind: 'known-already' });
    await scene.handle(await scene.claim());
    const [entry] = await scene.store.listEntries((await scene.openCase()).id);
    expect(entry?.body).toEqual({ kind: 'text', text: 'jeg har det ikke bra, ring [telefonnummer]' });
  });

  it('is refused without the role, and for what a bot wrote', async () => {
    const create = makeCreateCase(scene);
    expect(await create(kari({ roles: ['contentProducer'] }), written())).toEqual({ kind: 'not-permitted' });
    expect(await create(kari(), undefined)).toEqual({ kind: 'not-a-person' });
  });
});
