import { expect, test } from 'vitest';
import { weaknessOf } from '../../../src/core/access/password.ts';

const codeOf = (password: string, login = 'lan') => weaknessOf(password, login)?.code;

test('twelve letters of any kind are enough, eleven are not', () => {
  expect(codeOf('sáng ra suối')).toBeUndefined();
  expect(codeOf('CaoLoc@2024')).toBe('access.passwordTooShort');
  expect(codeOf('sáng ra núi')).toBe('access.passwordTooShort');
  expect(codeOf('x'.repeat(201))).toBe('access.passwordTooLong');
});

test('characters are counted, not the units that a computer stores them in', () => {
  expect(codeOf('😀😁😂🤣😃😄')).toBe('access.passwordTooShort');
});

test('a name with digits behind it is no password', () => {
  expect(codeOf('vanthu202420', 'vanthu')).toBe('access.passwordIsLogin');
  expect(codeOf('VănThư-2024-1', 'vanthu')).toBe('access.passwordIsLogin');
  expect(codeOf('LanLanLanLan1')).toBe('access.passwordIsLogin');
  expect(codeOf('lan và hùng đi chợ')).toBeUndefined();
});

test('what many people choose is refused however it is decorated', () => {
  for (const word of [
    '1234567890..',
    'Mật khẩu 123',
    'PASSWORD-123',
    'qwerty.uiop!',
    'quantrihethong',
    'Quản trị 123',
    'aaaaaaaaaaaa',
  ])
    expect(codeOf(word), word).toBe('access.passwordCommon');
});
