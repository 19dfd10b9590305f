import * as client from 'openid-client';
import type { OidcSettings } from '../../http/context.ts';

/** What the provider says of who signed in there. */
export type Told = {
  readonly subject: string;
  /** Only one that the provider has confirmed. */
  readonly email: string | undefined;
  /** Whether the provider itself asked for a second factor (RFC 8176). */
  readonly secondFactor: boolean;
};

const STRONG = new Set(['mfa', 'otp', 'hwk', 'sms', 'swk']);

/** Found at first use and kept: a provider that is away must not keep the program from starting. */
let found: { readonly of: string; readonly at: Promise<client.Configuration> } | undefined;

const configuration = ({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> => {
  if (found?.of === issuer) return found.at;
  const address = new URL(issuer);
  // A provider without TLS is for this machine's own trials only.
  const local =
    address.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(address.hostname);
  const at = client.discovery(address, clientId, clientSecret, undefined, {
    ...(local ? { execute: [client.allowInsecureRequests] } : {}),
    timeout: 10,
  });
  found = { of: issuer, at };
  at.catch(() => {
    found = undefined;
  });
  return at;
};

export type Begun = {
  readonly address: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
};

export const beginAt = async (settings: OidcSettings, callback: string): Promise<Begun> => {
  const config = await configuration(settings);
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const nonce = client.randomNonce();
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: 'openid email',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  });
  return { address: address.href, state, nonce, verifier };
};

/** Trades the code of the callback for who it is; throws when anything does not fit. */
export const finishAt = async (
  settings: OidcSettings,
  current: URL,
  expected: { readonly state: string; readonly nonce: string; readonly verifier: string },
): Promise<Told> => {
  const config = await configuration(settings);
  const tokens = await client.authorizationCodeGrant(config, current, {
    pkceCodeVerifier: expected.verifier,
    expectedState: expected.state,
    expectedNonce: expected.nonce,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error('no id token');
  const more =
    claims.email === undefined ? await client.fetchUserInfo(config, tokens.access_token, claims.sub) : claims;
  const email = more.email_verified === true && typeof more.email === 'string' ? more.email : undefined;
  const methods = Array.isArray(claims.amr) ? claims.amr : [];
  return {
    subject: claims.sub,
    email: email?.toLowerCase(),
    secondFactor: methods.some((m) => STRONG.has(String(m))),
  };
};
