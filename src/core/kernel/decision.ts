/** What a rule of the field answers: facts that happened, or a refusal with a stable code. Never thrown. */
export type Refusal<Code extends string = string> = {
  readonly code: Code;
  /** Values that the sentence in the web texts names: a unit, a place, a moment. */
  readonly details?: Readonly<Record<string, unknown>>;
};

export type Decision<F> =
  | { readonly ok: true; readonly facts: readonly F[] }
  | { readonly ok: false; readonly refusal: Refusal };

export const accept = <F>(...facts: F[]): Decision<F> => ({ ok: true, facts });

export const refuse = (code: string, details?: Record<string, unknown>): Decision<never> => ({
  ok: false,
  refusal: details ? { code, details } : { code },
});
