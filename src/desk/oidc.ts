import { createHash } from 'node:crypto';
import * as client from 'openid-client';

/** The municipality's own sign-in, e.g. Entra ID or ID-porten. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** The level of assurance that is demanded, as the provider names it; absent: whatever the provider gives. */
  readonly acr?: string;
}

/** What must be the same when the browser comes back. */
export interface SigningIn {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

/** Who came back from the provider. */
export interface SignedIn {
  /** A digest of issuer and subject. */
  readonly subject: string;
  /** What the provider needs to sign the same person out there; lives in the session's memory only. */
  readonly atProvider: AtProvider;
}

export interface AtProvider {
  readonly idToken: string;
  /** The provider's own session, where it names it. */
  readonly sid?: string;
}

export interface Oidc {
  /** Where to send the browser. @throws when the provider does not answer */
  begin(redirectUri: string): Promise<{ readonly url: string; readonly signingIn: SigningIn }>;
  /**
   * Who it was. Nothing when the provider or our own checks refuse.
   * @throws when the provider does not answer
   */
  finish(returned: URL, signingIn: SigningIn): Promise<SignedIn | undefined>;
  /**
   * Where to send the browser to sign out at the provider too (OpenID Connect RP-Initiated Logout 1.0); nothing when the
   * provider has no such place or does not answer.
   */
  leave(atProvider: AtProvider, returnTo: string): Promise<string | undefined>;
}

// The library marks it so that it stands out; the settings refuse plain http to any other machine.
// eslint-disable-next-line @typescript-eslint/no-deprecated
const onThisMachine = client.allowInsecureRequests;

/** @param onRefused told why a return was refused, without a value of it */
export function createOidc(settings: OidcSettings, onRefused: (why: string) => void): Oidc {
  const { issuer, clientId, clientSecret, scope, acr } = settings;
  let known: Promise<client.Configuration> | undefined;

  /** Asked once it is needed, and again when it failed: a provider that is away at start must not stop the desk. */
  function configuration(): Promise<client.Configuration> {
    const server = new URL(issuer);
    known ??= client
      .discovery(server, clientId, clientSecret, undefined, {
        execute: [client.enableNonRepudiationChecks, ...(server.protocol === 'http:' ? [onThisMachine] : [])],
        timeout: 10,
      })
      .catch((fault: unknown) => {
        known = undefined;
        throw fault;
      });
    return known;
  }

  return {
    async begin(redirectUri) {
      const config = await configuration();
      const signingIn = {
        verifier: client.randomPKCECodeVerifier(),
        state: client.randomState(),
        nonce: client.randomNonce(),
      };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope,
        state: signingIn.state,
        nonce: signingIn.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(signingIn.verifier),
        code_challenge_method: 'S256',
        ...(acr === undefined ? {} : { acr_values: acr }),
      });
      return { url: url.href, signingIn };
    },
    async finish(returned, { verifier, state, nonce }) {
      const config = await configuration();
      try {
        const tokens = await client.authorizationCodeGrant(config, returned, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) return undefined;
        if (acr !== undefined && claims['acr'] !== acr) {
          onRefused('acr');
          return undefined;
        }
        const subject = createHash('sha256')
          .update(JSON.stringify([claims.iss, claims.sub]))
          .digest('base64url');
        const { sid } = claims;
        const idToken = tokens.id_token ?? '';
        return { subject, atProvider: typeof sid === 'string' ? { idToken, sid } : { idToken } };
      } catch (fault) {
        if (!isRefusal(fault)) throw fault;
        onRefused(fault.name);
        return undefined;
      }
    },
    async leave({ idToken }, returnTo) {
      const config = await configuration().catch(() => {
        onRefused('provider-away');
        return undefined;
      });
      if (config?.serverMetadata().end_session_endpoint === undefined) return undefined;
      return client.buildEndSessionUrl(config, { id_token_hint: idToken, post_logout_redirect_uri: returnTo }).href;
    },
  };
}

/** The provider said no, or what it said did not hold; a provider that is away is neither. */
const isRefusal = (fault: unknown): fault is Error =>
  fault instanceof client.AuthorizationResponseError ||
  fault instanceof client.ResponseBodyError ||
  (fault instanceof client.ClientError && !/TIMEOUT|ABORT/u.test(fault.code ?? ''));
