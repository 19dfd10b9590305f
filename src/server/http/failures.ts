import type { Refusal } from '../../core/kernel/decision.ts';

/**
 * A rule said no. Thrown only on the server, so that the transaction of the request rolls back; the core never
 * throws. 403 hides what the caller may not see, 409 is a rule of the field.
 */
export class Refused extends Error {
  readonly refusal: Refusal;
  readonly status: number;
  constructor(refusal: Refusal, status = 409) {
    super(refusal.code);
    this.refusal = refusal;
    this.status = status;
  }
}

export const refused = (code: string, details?: Record<string, unknown>, status = 409): Refused =>
  new Refused(details ? { code, details } : { code }, status);

export const notFound = (what: string): Refused => refused('http.notFound', { what }, 404);
export const forbidden = (details?: Record<string, unknown>): Refused =>
  refused('access.forbidden', details, 403);
