import { expect, test } from 'vitest';
import { newKey } from '../../../src/web/http/api.ts';
import { gate, openGate, waitForSignIn } from '../../../src/web/http/gate.ts';
import { isWithin } from '../../../src/web/nav.ts';
import { newPasswordError } from '../../../src/web/screens/login/new-password.ts';
import { createStore } from '../../../src/web/store.ts';

test('a place of the navigation covers what lies under it, not what is named alike', () => {
  expect(isWithin('/bao-cao/a/b', '/bao-cao')).toBe(true);
  expect(isWithin('/bao-cao', '/bao-cao')).toBe(true);
  expect(isWithin('/bao-cao-khac', '/bao-cao')).toBe(false);
});

test('keys of acts are random UUIDs, made without a secure context', () => {
  const keys = Array.from({ length: 200 }, newKey);
  expect(new Set(keys).size).toBe(200);
  for (const key of keys) {
    expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});

test('all requests that wait for sign-in go on together, and later ones wait again (D3)', async () => {
  const gone: string[] = [];
  const first = waitForSignIn().then(() => gone.push('first'));
  const second = waitForSignIn().then(() => gone.push('second'));
  expect(gate.get()).toEqual({ waiting: true, dialogOpen: true });
  await Promise.resolve();
  expect(gone).toEqual([]);
  openGate();
  await Promise.all([first, second]);
  expect(gone).toEqual(['first', 'second']);
  expect(gate.get()).toEqual({ waiting: false, dialogOpen: false });
  void waitForSignIn();
  expect(gate.get().waiting).toBe(true);
  openGate();
});

test('a new password is counted in composed letters and typed twice', () => {
  expect(newPasswordError('ngắn', 'ngắn')).toBe('short');
  const composed = 'đường về quê';
  expect(newPasswordError(composed, composed.normalize('NFD'))).toBeUndefined();
  // Ten signs when decomposed, five letters.
  expect(newPasswordError('ếếếếế'.normalize('NFD'), 'ếếếếế')).toBe('short');
  expect(newPasswordError(composed, `${composed}.`)).toBe('differs');
});

test('a store tells its listeners of changes only', () => {
  const store = createStore(1);
  let told = 0;
  const stop = store.subscribe(() => {
    told++;
  });
  store.set(1);
  store.set((n) => n + 1);
  expect([store.get(), told]).toEqual([2, 1]);
  stop();
  store.set(3);
  expect(told).toBe(1);
});
