import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Snowflake } from '../../../src/core/ids.ts';
import { minuteMs } from '../../../src/core/time.ts';
import { createOidc } from '../../../src/desk/oidc.ts';
import { makeUnlink } from '../../../src/flows/desk/sign-in.ts';
import { kari, ola } from '../../examples/cases.ts';
import { clientId, clientSecret, openProvider, signInAtProvider } from './oidc-provider.ts';
import { DeskVisitor, host, openDeskScene } from './scene.ts';

const redirectUri = `http://${host}/tilbake`;
let provider: Awaited<ReturnType<typeof openProvider>>;
let scene: Awaited<ReturnType<typeof openDeskScene>>;
let refusals: string[];

/** The provider's own sessions, as it named them. */
let sids: string[];

const openScene = (acr?: string, issuer = provider.issuer) => {
  const oidc = createOidc(
    { issuer, clientId, clientSecret, scope: 'openid', ...(acr === undefined ? {} : { acr }) },
    (why) => {
      refusals.push(why);
    },
  );
  const finish: typeof oidc.finish = async (...returned) => {
    const signedIn = await oidc.finish(...returned);
    if (signedIn?.atProvider.sid !== undefined) sids.push(signedIn.atProvider.sid);
    return signedIn;
  };
  return openDeskScene({}, undefined, { ...oidc, finish });
};
beforeAll(async () => {
  provider = await openProvider(redirectUri);
});
afterAll(() => provider.close());
beforeEach(async () => {
  refusals = [];
  sids = [];
  provider.state.account = 'kari';
  provider.state.acr = 'substantial';
  scene = await openScene();
});
afterEach(async () => {
  await scene.server.close();
  await scene.store.close();
});

/** To the provider, where the visitor is `account`, and back with what it sent. */
async function goThrough(visitor: DeskVisitor, from: string, account = 'kari'): Promise<URL> {
  provider.state.account = account;
  const left = await visitor.get(from);
  expect(left.statusCode).toBe(303);
  return signInAtProvider(String(left.headers.location), redirectUri);
}
const comeBack = (visitor: DeskVisitor, returned: URL) => visitor.get(`/tilbake${returned.search}`);
const signIn = async (visitor: DeskVisitor, from: string, account?: string) =>
  comeBack(visitor, await goThrough(visitor, from, account));
const byLink = (visitor: DeskVisitor, staffId: Snowflake, account?: string) =>
  signIn(visitor, `/inn/${scene.linkFor(staffId)}/videre`, account);
const visitor = () => new DeskVisitor(scene.server);

describe('the municipality’s own sign-in', () => {
  it('joins an account in Discord once, by a one-time link, and lets in without a link ever after', async () => {
    const first = visitor();
    const arrived = await byLink(first, kari.id);
    expect([arrived.statusCode, arrived.body]).toEqual([200, expect.stringContaining(`url=/sak/${scene.about.id}`)]);
    expect((await first.get(`/sak/${scene.about.id}`)).body).toContain('Hvorfor åpner du saken?');

    const again = visitor();
    expect((await signIn(again, '/logg-inn')).body).toContain('url=/');
    const start = await again.get('/');
    expect(start.body).toContain(`/sak/${scene.about.id}`);
    expect(start.body).toContain(kari.signature);
  });

  it('leads on to the case that was asked for', async () => {
    await byLink(visitor(), kari.id);
    const stranger = visitor();
    const outside = await stranger.get(`/sak/${scene.about.id}/samtale`);
    expect(outside.statusCode).toBe(401);
    expect(outside.body).toContain(`/logg-inn?sak=${scene.about.id}`);
    expect((await signIn(stranger, `/logg-inn?sak=${scene.about.id}`)).body).toContain(`url=/sak/${scene.about.id}`);
    expect((await visitor().get('/logg-inn?sak=https://ond.example')).statusCode).toBe(303);
  });

  it('asks with PKCE, state and nonce, new each time', async () => {
    const asked = await Promise.all(
      [1, 2].map(async () => new URL(String((await visitor().get('/logg-inn')).headers.location)).searchParams),
    );
    for (const name of ['state', 'nonce', 'code_challenge']) {
      const values = asked.map((one) => one.get(name) ?? '');
      expect(values.every((value) => value.length >= 43)).toBe(true);
      expect(new Set(values).size).toBe(2);
    }
    expect(asked[0]?.get('code_challenge_method')).toBe('S256');
    expect(asked[0]?.get('response_type')).toBe('code');
  });

  it('is left together with the desk: the browser goes to the provider, which knows it and sends it back', async () => {
    const one = visitor();
    await byLink(one, kari.id);
    await one.send(`/sak/${scene.about.id}/formal`, { purpose: 'follow-up' }, `/sak/${scene.about.id}`);
    const left = await one.send('/ut', {}, `/sak/${scene.about.id}`);
    const [, written = ''] = /url=([^"]+)"/u.exec(left.body) ?? [];
    const onTo = new URL(written.replaceAll('&amp;', '&'));
    expect(onTo.origin).toBe(provider.issuer);
    expect(onTo.searchParams.get('post_logout_redirect_uri')).toBe(`http://${host}/logget-ut`);
    expect((await one.get('/')).statusCode).toBe(401);
    const asked = await fetch(onTo);
    expect([asked.status, await asked.text()]).toEqual([200, expect.stringContaining('name="xsrf"')]);
    expect((await one.get('/logget-ut')).body).toContain('Du er logget ut');
  });

  it('ends the session here when it is ended at the provider', async () => {
    const one = visitor();
    await byLink(one, kari.id);
    expect((await one.get('/')).statusCode).toBe(200);
    await visitor().get('/utlogget-hos-kommunen?sid=en-annen');
    await visitor().get('/utlogget-hos-kommunen');
    expect((await one.get('/')).statusCode).toBe(200);
    const [sid = ''] = sids;
    expect(sid.length).toBeGreaterThan(8);
    expect((await visitor().get(`/utlogget-hos-kommunen?sid=${sid}`)).statusCode).toBe(204);
    expect((await one.get('/')).statusCode).toBe(401);
  });

  it('is not enough for somebody nobody has joined to an account', async () => {
    expect((await signIn(visitor(), '/logg-inn', 'fremmed')).body).toContain('ikke koblet');
  });

  it('never joins a second sign-in to an account, nor a second account to a sign-in', async () => {
    await byLink(visitor(), kari.id);
    expect((await byLink(visitor(), kari.id, 'en-annen')).body).toContain('koblet til noe annet');
    expect((await byLink(visitor(), ola.id, 'kari')).body).toContain('koblet til noe annet');
    expect((await byLink(visitor(), ola.id, 'ola')).statusCode).toBe(200);
  });

  it('can be parted again, and joined to another', async () => {
    await byLink(visitor(), kari.id);
    const unlink = makeUnlink(scene);
    expect(await unlink(scene.municipality.id, kari.id)).toBe(true);
    expect(await unlink(scene.municipality.id, kari.id)).toBe(false);
    expect((await signIn(visitor(), '/logg-inn')).body).toContain('ikke koblet');
    expect((await byLink(visitor(), kari.id, 'ny-innlogging')).statusCode).toBe(200);
  });

  it('makes a link alone worth nothing', async () => {
    const link = scene.linkFor(kari.id);
    const refused = await visitor().post('/inn', { token: link });
    expect([refused.statusCode, refused.headers['set-cookie']]).toEqual([403, undefined]);
  });

  it('spends a link once', async () => {
    const link = `/inn/${scene.linkFor(kari.id)}/videre`;
    expect((await signIn(visitor(), link)).statusCode).toBe(200);
    expect((await signIn(visitor(), link)).body).toContain('Lenka er brukt');
  });

  it('lets in only who has the role now', async () => {
    await byLink(visitor(), kari.id);
    scene.roles.delete(kari.id);
    expect((await signIn(visitor(), '/logg-inn')).statusCode).toBe(403);
    expect((await byLink(visitor(), kari.id)).statusCode).toBe(403);
  });
});

describe('a return from the provider', () => {
  it('counts once, and only in the browser that left', async () => {
    await byLink(visitor(), kari.id);
    const left = visitor();
    const returned = await goThrough(left, '/logg-inn');
    expect((await comeBack(visitor(), returned)).statusCode).toBe(403);
    expect((await comeBack(left, returned)).statusCode).toBe(200);
    expect((await comeBack(left, returned)).statusCode).toBe(403);
  });

  it('is refused with another state, another’s code or none, and when it comes too late', async () => {
    await byLink(visitor(), kari.id);
    const changed = async (change: (returned: URL) => void | Promise<void>) => {
      const browser = visitor();
      const returned = await goThrough(browser, '/logg-inn');
      await change(returned);
      return comeBack(browser, returned);
    };
    const attempts = [
      await changed((returned) => {
        returned.searchParams.set('state', 'x'.repeat(43));
      }),
      await changed((returned) => {
        returned.searchParams.delete('code');
      }),
      await changed(async (returned) => {
        // Somebody else's code with one's own state: the verifier does not fit.
        const other = await goThrough(visitor(), '/logg-inn', 'ola');
        returned.searchParams.set('code', other.searchParams.get('code') ?? '');
      }),
      await changed((returned) => {
        returned.searchParams.set('iss', 'https://ond.example');
      }),
      await changed(() => {
        scene.pass(10 * minuteMs);
      }),
    ];
    for (const { statusCode, headers } of attempts) {
      expect(statusCode).toBe(403);
      expect(headers['set-cookie']).toBeUndefined();
    }
    expect(refusals).toHaveLength(4);
  });

  it('that says no is said to the person', async () => {
    const browser = visitor();
    const left = await browser.get('/logg-inn');
    const state = new URL(String(left.headers.location)).searchParams.get('state') ?? '';
    const query = new URLSearchParams({ error: 'access_denied', state, iss: provider.issuer });
    expect((await browser.get(`/tilbake?${query.toString()}`)).body).toContain('ikke godkjent');
  });

  it('is refused below the level of assurance that is demanded', async () => {
    const strict = await openScene('substantial');
    const enter = async (acr: string) => {
      provider.state.acr = acr;
      const browser = new DeskVisitor(strict.server);
      return signIn(browser, `/inn/${strict.linkFor(kari.id)}/videre`);
    };
    expect((await enter('low')).statusCode).toBe(403);
    expect((await enter('substantial')).statusCode).toBe(200);
    expect(refusals).toEqual(['acr']);
    await strict.server.close();
    await strict.store.close();
  });
});

describe('a provider that is away', () => {
  it('is a fault with a reference, and is asked anew when it is back', async () => {
    const gone = await openProvider(redirectUri);
    await gone.close();
    const lonely = await openScene(undefined, gone.issuer);
    const browser = new DeskVisitor(lonely.server);
    const answer = await browser.get('/logg-inn');
    expect([answer.statusCode, answer.body]).toEqual([503, expect.stringContaining('abcd1234')]);
    expect(lonely.faults).toHaveLength(1);
    await lonely.server.close();
    await lonely.store.close();
  });
});
