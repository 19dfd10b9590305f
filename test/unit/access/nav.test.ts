import { expect, test } from 'vitest';
import { type HeldRole, homeOf, mainPostOf, navOf } from '../../../src/core/access/nav.ts';
import { ROLES } from '../../../src/core/directory/roles.ts';

const at = (unitKind: HeldRole['unitKind'], ...roles: HeldRole['role'][]): HeldRole[] =>
  roles.map((role) => ({ role, unitKind }));

/** The people of the demonstration, by what they hold. */
const PEOPLE: readonly (readonly [string, HeldRole[], string, string])[] = [
  ['lan', at('commune', 'preparer'), 'home reports evidence tasks scoring', 'clerk'],
  ['hung', at('commune', 'signer'), 'home reports tasks scoring', 'signer'],
  [
    'thu',
    [{ role: 'preparer', unitKind: 'department', leads: true }],
    'home reports evidence consolidation tasks scoring',
    'clerk',
  ],
  [
    'mai',
    at('department', 'receiver', 'preparer'),
    'home requests board reports evidence consolidation tasks scoring',
    'officer',
  ],
  [
    'binh',
    at('district', 'signer', 'overseer'),
    'home requests board reports consolidation tasks scoring',
    'head',
  ],
  ['vanthu', at('district', 'registry'), 'home requests reports evidence registry', 'registry'],
  ['quan', at('district', 'administrator'), 'home admin', 'admin'],
];

test.each(PEOPLE)('%s sees what concerns the posts held', (_, held, nav, home) => {
  expect(navOf(held).join(' ')).toBe(nav);
  expect(homeOf(held)).toBe(home);
});

test('somebody without a post still has a home', () => {
  expect(navOf([])).toEqual(['home']);
  expect(homeOf([])).toBe('clerk');
  expect(mainPostOf([])).toBe(-1);
});

test('administering beside other work leaves the other work first', () => {
  const held = [...at('district', 'administrator'), ...at('department', 'preparer')];
  expect(homeOf(held)).toBe('clerk');
  expect(mainPostOf(held)).toBe(1);
});

test('every role shows something beside the home', () => {
  for (const role of ROLES) expect(navOf(at('district', role)).length, role).toBeGreaterThan(1);
});
