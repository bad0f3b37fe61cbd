import { REST } from '@discordjs/rest';
import { WebSocketManager, WebSocketShardEvents, type SessionInfo } from '@discordjs/ws';
import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox.ts';
import { ControlClient, Visitor } from '../../../sandbox/visitor.ts';

let sandbox: Sandbox;
let control: ControlClient;
let intake: WebSocketManager;
/** Ids of DMs in the order they came. */
const received: string[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
  control = new ControlClient(sandbox.url);
  let session: SessionInfo | null = null;
  intake = new WebSocketManager({
    token: sandbox.token,
    intents: GatewayIntentBits.DirectMessages,
    rest: new REST({ api: sandbox.apiUrl }).setToken(sandbox.token),
    retrieveSessionInfo: () => session,
    updateSessionInfo: (_shard, next) => {
      session = next;
    },
  });
  intake.on(WebSocketShardEvents.Error, () => undefined);
  intake.on(WebSocketShardEvents.Dispatch, ({ data }) => {
    if (data.t === GatewayDispatchEvents.MessageCreate) received.push(data.d.id);
  });
  await intake.connect();
});

afterAll(async () => {
  await intake.destroy();
  await sandbox.close();
});

/** Three people writing at the same time. */
async function writeMany(count: number): Promise<void> {
  const { kim, sander, alex } = sandbox.ids.users;
  const people = [kim, sander, alex].map((id) => new Visitor(sandbox.url, id));
  await Promise.all(
    people.flatMap((person) =>
      Array.from({ length: 4 }, async () => {
        for (let turn = 0; turn < count / 12; turn += 1) await person.sendDm(`hei ${turn}`);
      }),
    ),
  );
}

describe('under load', () => {
  it('takes 1,200 DMs at once and delivers each once, in order', async () => {
    const start = performance.now();
    await writeMany(1_200);
    await expect.poll(() => received.length, { timeout: 10_000 }).toBe(1_200);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(received).toEqual(received.toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1)));
    expect((await control.oracle()).dms.map(({ id }) => id).toSorted()).toEqual(received.toSorted());
  });

  it('loses and doubles nothing while the connection is dropped again and again', async () => {
    received.length = 0;
    await control.forgetOracle();
    const dropping = (async () => {
      for (let round = 0; round < 4; round += 1) {
        await control.gateway({ kind: 'drop' });
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    })();
    await writeMany(600);
    await dropping;
    await expect.poll(() => received.length, { timeout: 10_000 }).toBe(600);
    const { dms, identifies, resumes } = await control.oracle();
    expect(received.toSorted()).toEqual(dms.map(({ id }) => id).toSorted());
    expect(identifies).toBe(0);
    expect(resumes).toBeGreaterThan(0);
  });
});
