/** The package brings no types of its own; this is what the tests use of it. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  export default class Provider {
    constructor(
      issuer: string,
      configuration: {
        clients: { client_id: string; client_secret: string; redirect_uris: string[] }[];
        claims: Record<string, string[]>;
        findAccount(ctx: unknown, id: string): { accountId: string; claims(): Record<string, unknown> };
        cookies: { keys: string[] };
      },
    );
    callback(): RequestListener;
  }
}
