import type { Instant } from '../kernel/instant.ts';

/**
 * A digital signature in a PDF says three things that are never one: whether the signed bytes are as they were, who
 * signed, and whether the certificate had been revoked. Each is shown for itself.
 */
export type PdfSignature = {
  /** whole: unchanged, the signature covers the file to its end. extended: unchanged, but something was added behind
   * it (a second signature, a stamp). changed: the signed bytes are not those that were signed. unreadable: of a kind
   * that is not understood. */
  readonly integrity: 'whole' | 'extended' | 'changed' | 'unreadable';
  readonly signer: {
    /** Name in the certificate; null when there is none to read. */
    readonly name: string | null;
    readonly organization: string | null;
    readonly issuer: string | null;
    readonly serial: string | null;
    /** trusted: the certificate leads to an authority that this office trusts, and was valid at the time. */
    readonly trust: 'trusted' | 'unknown-authority' | 'expired' | 'none';
  };
  /** When the signer's own clock said, or the time stamp authority. */
  readonly signedAt: Instant | null;
  /** good and revoked are only said from a revocation list of the issuer; without one nothing was checked. */
  readonly revocation: 'good' | 'revoked' | 'not-checked';
};
