import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export const clientId = 'skjermet-skjema';
export const clientSecret = 'planted-secret-for-tests-only-0123456789';

/** A real OpenID provider on this machine: signs in whoever `state.account` names, and asks nothing. */
export async function openProvider(redirectUri: string, signedOutUri = new URL('/logget-ut', redirectUri).href) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state = { account: 'kari', acr: 'substantial' };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [signedOutUri],
        token_endpoint_auth_method: 'client_secret_post',
        // Makes it name its sessions; nobody listens there.
        backchannel_logout_uri: 'http://127.0.0.1:1/',
        backchannel_logout_session_required: true,
      },
    ],
    acrValues: ['low', 'substantial'],
    cookies: { keys: ['planted-cookie-key'] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        logoutSource: (context, form) => {
          const button = '<button form="op.logoutForm" name="logout" value="yes">Ja, logg ut</button>';
          context.body = `<!doctype html><title>Logg ut</title>${form}${button}`;
        },
      },
      backchannelLogout: { enabled: true },
    },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    interactions: { url: (_context, { uid }) => `/who/${uid}` },
    pkce: { required: () => true },
    async loadExistingGrant({ oidc }) {
      const accountId = oidc.session?.accountId;
      const grant = new oidc.provider.Grant({ clientId, ...(accountId === undefined ? {} : { accountId }) });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/who/') !== true) {
      void answer(request, response);
      return;
    }
    const login = { accountId: state.account, acr: state.acr, remember: false };
    void provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  });
  return {
    issuer,
    state,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** A browser at the provider: follows it until it sends the browser back to `redirectUri`, and says with what. */
export async function signInAtProvider(start: string, redirectUri: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = start;
  for (let hops = 0; hops < 12; hops += 1) {
    const response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';', 1);
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const next = response.headers.get('location');
    if (next === null) throw new Error(`the provider stopped at ${response.status}: ${await response.text()}`);
    at = new URL(next, at).href;
    if (at.startsWith(redirectUri)) return new URL(at);
  }
  throw new Error('the provider goes round in circles');
}
