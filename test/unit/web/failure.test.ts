import { expect, test } from 'vitest';
import { readFailure } from '../../../src/web/http/failure.ts';

test('a wrong shape names its fields', () => {
  const failure = readFailure(400, {
    code: 'http.invalid',
    issues: [{ path: 'body.code', message: 'too long' }],
  });
  expect(failure).toEqual({
    kind: 'invalid',
    status: 400,
    issues: [{ path: 'body.code', message: 'too long' }],
  });
});

test('a refusal keeps its code, its details and the seconds to wait', () => {
  expect(readFailure(409, { code: 'report.notSigned', details: { unit: 'Xã Bảo Lâm' } })).toEqual({
    kind: 'refusal',
    status: 409,
    code: 'report.notSigned',
    details: { unit: 'Xã Bảo Lâm' },
  });
  expect(readFailure(429, { code: 'access.slowDown', details: { retryAfter: 3.2 } })).toMatchObject({
    kind: 'refusal',
    retryAfter: 4,
  });
  expect(readFailure(429, {}, '7')).toMatchObject({ code: 'http.429', retryAfter: 7 });
});

test('a fault carries the id under which it was logged', () => {
  expect(readFailure(500, { code: 'http.fault', details: { id: 'abc' } })).toEqual({
    kind: 'fault',
    status: 500,
    id: 'abc',
  });
  expect(readFailure(500, '<html>')).toEqual({ kind: 'fault', status: 500 });
});

test('a proxy without server and a server without database count as no answer: repeat with the same key', () => {
  for (const status of [502, 503, 504]) {
    expect(readFailure(status, { code: 'http.databaseAway' })).toEqual({ kind: 'offline', reason: 'server' });
  }
});

test('an answer of an unknown shape is still a refusal that can be shown', () => {
  expect(readFailure(403, 'Forbidden')).toEqual({
    kind: 'refusal',
    status: 403,
    code: 'http.403',
    details: {},
  });
  expect(readFailure(400, null)).toMatchObject({ kind: 'refusal', code: 'http.400' });
});
