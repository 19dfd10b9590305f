/** The ways in which a request can fail, told apart by what the person can do about them. */
export type Failure =
  /** 400: the shape is wrong; each issue names its field. */
  | { kind: 'invalid'; status: number; issues: readonly { path: string; message: string }[] }
  /** 401, 403, 404, 409, 422, 429: a rule says no; the code has a sentence in texts/refusals. */
  | {
      kind: 'refusal';
      status: number;
      code: string;
      details: Readonly<Record<string, unknown>>;
      retryAfter?: number;
    }
  /** 500: an error of ours, logged under the id. */
  | { kind: 'fault'; status: number; id?: string }
  /** No answer: nothing is known of what the server did, so a repeat must carry the same key. */
  | { kind: 'offline'; reason: 'network' | 'server' };

export type Answer<T> = { ok: true; data: T } | { ok: false; failure: Failure };

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

const text = (value: unknown): string => (Array.isArray(value) ? value.join('.') : String(value ?? ''));

/** Reads an answer that is not 2xx. 502, 503, 504 mean that nobody who could store anything has answered. */
export const readFailure = (status: number, body: unknown, retryAfterHeader?: string | null): Failure => {
  const answer = record(body);
  const code = typeof answer.code === 'string' ? answer.code : undefined;
  if (status === 400 && Array.isArray(answer.issues)) {
    const issues = answer.issues.map(record);
    return {
      kind: 'invalid',
      status,
      issues: issues.map((i) => ({ path: text(i.path), message: text(i.message) })),
    };
  }
  if ([502, 503, 504].includes(status)) return { kind: 'offline', reason: 'server' };
  if (status >= 500) {
    const id = record(answer.details).id;
    return { kind: 'fault', status, ...(typeof id === 'string' ? { id } : {}) };
  }
  const details = record(answer.details);
  const wait = Number(details.retryAfter ?? retryAfterHeader ?? Number.NaN);
  return {
    kind: 'refusal',
    status,
    code: code ?? `http.${status}`,
    details,
    ...(Number.isFinite(wait) && wait > 0 ? { retryAfter: Math.ceil(wait) } : {}),
  };
};
