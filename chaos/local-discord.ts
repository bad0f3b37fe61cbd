import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendAsUser, dmWithBot } from '../sandbox/control/user-messages.ts';
import { GatewayServer } from '../sandbox/gateway/gateway-server.ts';
import { RequestLog } from '../sandbox/rest/request-log.ts';
import { RestServer } from '../sandbox/rest/rest-server.ts';
import { seedIds, seedToken, seedWorld } from '../sandbox/seed.ts';
import type { World } from '../sandbox/world/world.ts';

/** The sandbox's Discord without its page, with a crowd in it, driven directly so that it costs little. */
export interface LocalDiscord {
  readonly world: World;
  readonly gateway: GatewayServer;
  readonly rest: RestServer;
  /** For `DISCORD_API`. */
  readonly apiUrl: string;
  readonly token: string;
  /** Writes as one of the crowd; answers the message id. */
  write(sender: number, text: string): string;
  close(): Promise<void>;
}

const firstSenderId = 1_400_000_000_000_000_000n;
const senderId = (sender: number): string => String(firstSenderId + BigInt(sender));

/** Starts it on a free port of this machine. @param crowd how many invented young people are in the game server */
export async function startLocalDiscord(crowd: number, requestLog?: string): Promise<LocalDiscord> {
  const world = seedWorld();
  const game = world.guild(seedIds.guilds.minecraft);
  for (let sender = 0; sender < crowd; sender += 1) {
    const id = senderId(sender);
    world.users.set(id, {
      id,
      username: `oppdiktet_${sender}`,
      displayName: `Oppdiktet ${sender}`,
      part: 'sender',
      bot: false,
      locale: 'no',
      dmOpen: true,
      blocksBot: false,
      installedApp: false,
      avatar: null,
    });
    game.members.set(id, { userId: id, roleIds: new Set(), nick: null, joinedAt: world.clock.now() });
  }

  const http = createServer({ keepAliveTimeout: 30_000 });
  const listening = Promise.withResolvers<undefined>();
  http.once('error', listening.reject);
  http.listen(0, '127.0.0.1', () => {
    listening.resolve(undefined);
  });
  await listening.promise;
  const { port } = http.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const gatewayUrl = `ws://127.0.0.1:${port}/gateway`;
  world.baseUrl = url;
  const gateway = new GatewayServer(world, 0, () => gatewayUrl);
  const log = new RequestLog(requestLog);
  const rest = new RestServer(world, log, { gateway: gatewayUrl });
  http.on('request', (request, response) => {
    response.on('error', () => {
      response.destroy();
    });
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    void rest.handle(request, response, pathname, searchParams);
  });
  http.on('upgrade', (request, socket, head) => {
    gateway.upgrade(request, socket, head, new URL(request.url ?? '/', url).searchParams);
  });

  return {
    world,
    gateway,
    rest,
    apiUrl: `${url}/api`,
    token: seedToken,
    write(sender, text) {
      const id = senderId(sender);
      return sendAsUser(world, id, dmWithBot(world, id).id, { content: text }).id;
    },
    async close() {
      gateway.close();
      world.interactions.close();
      const closed = Promise.withResolvers<undefined>();
      http.close(() => {
        closed.resolve(undefined);
      });
      http.closeAllConnections();
      await closed.promise;
      await log.close();
    },
  };
}
