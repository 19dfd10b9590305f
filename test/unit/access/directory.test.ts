import { expect, test } from 'vitest';
import { changePerson } from '../../../src/core/directory/changePerson.ts';
import { changePost, endPost } from '../../../src/core/directory/changePost.ts';
import { changeUnit } from '../../../src/core/directory/changeUnit.ts';
import { moveClock } from '../../../src/core/directory/moveClock.ts';
import { openUnit } from '../../../src/core/directory/openUnit.ts';
import { byPersonName } from '../../../src/core/directory/personOrder.ts';
import { setCalendar } from '../../../src/core/directory/setCalendar.ts';
import { nameStandIn } from '../../../src/core/directory/standIn.ts';
import type { StoredUnit, UnitDetails } from '../../../src/core/directory/unitDetails.ts';
import type { Decision } from '../../../src/core/kernel/decision.ts';

const codeOf = (decision: Decision<unknown>): string => (decision.ok ? 'ok' : decision.refusal.code);
const unit = (over: Partial<UnitDetails> = {}): UnitDetails => ({
  kind: 'commune',
  code: '06187',
  name: 'Thị trấn Cao Lộc',
  letterhead: 'UBND THỊ TRẤN CAO LỘC',
  place: 'Cao Lộc',
  symbol: 'UBND',
  signerPosition: 'Chủ tịch',
  preparerMaySign: false,
  registrySubmits: false,
  validFrom: '2004-01-01',
  validTo: null,
  ...over,
});
const alone = { parent: null, children: [], sameCode: [] };

test('B1: one code serves two units in turn, never at once', () => {
  const former = { id: 'old', name: 'Thị trấn Cao Lộc', validFrom: '2004-01-01', validTo: '2025-06-30' };
  const later = unit({ name: 'Phường Kỳ Lừa', validFrom: '2025-07-01' });
  expect(codeOf(openUnit('new', later, { ...alone, sameCode: [former] }))).toBe('ok');
  const early = unit({ name: 'Phường Kỳ Lừa', validFrom: '2025-06-30' });
  expect(codeOf(openUnit('new', early, { ...alone, sameCode: [former] }))).toBe('directory.codeInUse');
});

test('a unit lives within the unit above it and does not end before those below', () => {
  const parent = { id: 'p', name: 'Huyện Cao Lộc', validFrom: '2004-01-01', validTo: '2025-06-30' };
  expect(codeOf(openUnit('c', unit(), { ...alone, parent }))).toBe('directory.outsideParent');
  const stored: StoredUnit = { ...unit(), id: 'u', parentId: null, version: 3 };
  const children = [{ name: 'Phòng Nội vụ', validFrom: '2004-01-01', validTo: null }];
  expect(codeOf(changeUnit(stored, { validTo: '2025-06-30' }, 3, { ...alone, children }))).toBe(
    'directory.childOutlives',
  );
});

test('a stale edit is refused with both values; one that wants what is already so is not', () => {
  const stored: StoredUnit = { ...unit({ name: 'Tên mới' }), id: 'u', parentId: null, version: 4 };
  const decision = changeUnit(stored, { name: 'Tên khác' }, 3, alone);
  expect(decision).toMatchObject({
    ok: false,
    refusal: {
      code: 'directory.stale',
      details: { yours: { name: 'Tên khác' }, current: { name: 'Tên mới' }, version: 4 },
    },
  });
  expect(changeUnit(stored, { name: 'Tên mới' }, 3, alone)).toEqual({ ok: true, facts: [] });
});

test('the last administrator and the own account stay', () => {
  const quan = { id: 'quan', login: 'quan', name: 'Quản', email: null, active: true, version: 1 };
  const around = { byPersonId: 'other', emailOf: null, lastAdministrator: true };
  expect(codeOf(changePerson(quan, { active: false }, 1, around))).toBe('directory.lastAdministrator');
  const self = { ...around, byPersonId: 'quan', lastAdministrator: false };
  expect(codeOf(changePerson(quan, { active: false }, 1, self))).toBe('directory.notYourself');
  expect(codeOf(changePerson(quan, { name: 'Quản Văn' }, 1, around))).toBe('ok');
});

test('a post that ends leaves its past; one that has not begun never was', () => {
  const post = {
    id: 'p',
    personId: 'lan',
    unitId: 'u',
    role: 'preparer' as const,
    title: '',
    validFrom: '2024-01-01',
    validTo: null,
  };
  expect(endPost(post, '2024-02-28', false)).toMatchObject({ facts: [{ data: { lastDay: '2024-02-27' } }] });
  expect(endPost(post, '2024-01-01', false)).toMatchObject({ facts: [{ data: { lastDay: null } }] });
  expect(codeOf(changePost(post, { validTo: '2024-02-01' }, '2024-02-28', false))).toBe(
    'directory.pastStays',
  );
  const only = { ...post, role: 'administrator' as const };
  expect(codeOf(endPost(only, '2024-02-28', true))).toBe('directory.lastAdministrator');
});

test('B5: a stand-in needs somebody who signs there on all of the days', () => {
  const place = { id: 'u', name: 'Xã Bảo Lâm', validFrom: '2004-01-01', validTo: null };
  const standIn = {
    personId: 'pho',
    forPersonId: 'hung',
    fromDay: '2024-02-28',
    toDay: '2024-03-02',
    documentNumber: '05/QĐ-UBND',
    documentDay: '2024-02-26',
  };
  const post = { id: 'p', personId: 'hung', unitId: 'u', role: 'signer' as const, title: '' };
  const signs = [{ ...post, validFrom: '2021-07-01', validTo: null }];
  const leaves = [{ ...post, validFrom: '2021-07-01', validTo: '2024-03-01' }];
  const person = { name: 'Phó', active: true };
  expect(codeOf(nameStandIn('s', place, person, standIn, signs, '2024-02-28'))).toBe('ok');
  expect(codeOf(nameStandIn('s', place, person, standIn, leaves, '2024-02-28'))).toBe(
    'directory.nobodyToStandInFor',
  );
});

test('only a Saturday or Sunday can be worked in exchange', () => {
  const none = { days: [], version: 'v' };
  const worked = (day: string) => [{ day, kind: 'worked-weekend' as const, name: '' }];
  expect(codeOf(setCalendar(2024, none, worked('2024-02-17'), 'v'))).toBe('ok');
  expect(codeOf(setCalendar(2024, none, worked('2024-02-16'), 'v'))).toBe('directory.notWeekend');
  expect(codeOf(setCalendar(2024, none, worked('2025-02-15'), 'v'))).toBe('directory.dayOfOtherYear');
  expect(codeOf(setCalendar(2024, none, [], 'other'))).toBe('directory.stale');
});

test('the business clock moves forward, in a demonstration', () => {
  expect(codeOf(moveClock('demo', 1000, 1001))).toBe('ok');
  expect(codeOf(moveClock('demo', 1000, 999))).toBe('clock.backwards');
  expect(codeOf(moveClock('demo', 1000, 401 * 86_400_000))).toBe('clock.tooFar');
  expect(codeOf(moveClock('office', 1000, 1001))).toBe('clock.officeIsReal');
});

test('K4: people stand by the last word of the name, in the order of the Vietnamese alphabet', () => {
  const names = ['Bế Thị Ân', 'Vi Văn Ăn', 'Hà Ánh', 'Lý Thị An', 'Chu Bình', 'Đỗ Đạt', 'Vy Dung', 'An Việt'];
  expect(names.sort(byPersonName)).toEqual([
    'Lý Thị An',
    'Hà Ánh',
    'Vi Văn Ăn',
    'Bế Thị Ân',
    'Chu Bình',
    'Vy Dung',
    'Đỗ Đạt',
    'An Việt',
  ]);
});
