import type { Failure } from '../http/failure.ts';
import { fill } from './sentence.ts';
import { currentRefusals, t } from './text.ts';

/** The sentence for a refusal of the core: what, where, what to do. The code stands small at the end if it is new. */
export const refusalText = (code: string, details: Readonly<Record<string, unknown>> = {}): string => {
  const sentence = currentRefusals()[code];
  if (sentence === undefined) return t('failure.unknownRefusal', { code });
  return typeof sentence === 'function' ? sentence(details) : fill(sentence, details);
};

export const failureText = (failure: Failure): string => {
  switch (failure.kind) {
    case 'refusal':
      return refusalText(failure.code, {
        ...failure.details,
        ...(failure.retryAfter === undefined ? {} : { retryAfter: failure.retryAfter }),
      });
    case 'invalid':
      return t('failure.invalid', {
        issues: failure.issues.map((i) => (i.path ? `${i.path}: ${i.message}` : i.message)).join('; '),
      });
    case 'fault':
      return failure.id ? t('failure.faultWithId', { id: failure.id }) : t('failure.fault');
    case 'offline':
      return failure.reason === 'network' ? t('failure.offline') : t('failure.serverSilent');
  }
};
