import { describe, expect, it, test } from 'vitest';
import type { Campaign } from '../../../src/core/campaign/campaign.ts';
import { type GivenTask, giveTasks, type Task } from '../../../src/core/tasks/give.ts';
import { readTasks } from '../../../src/core/tasks/readTasks.ts';
import { readUnits, type TaskUnit } from '../../../src/core/tasks/units.ts';

const unit = (id: string, name: string, kind: TaskUnit['kind']): TaskUnit => ({ id, name, kind });
const UNITS = [
  unit('bl', 'Xã Bảo Lâm', 'commune'),
  unit('ly', 'Xã Lộc Yên', 'commune'),
  unit('dd', 'Thị trấn Đồng Đăng', 'commune'),
  unit('nv', 'Phòng Nội vụ', 'department'),
  unit('tc', 'Phòng Tài chính - Kế hoạch', 'department'),
  unit('vp', 'Văn phòng HĐND và UBND huyện', 'department'),
];
const idsOf = (text: string): readonly string[] | string => {
  const read = readUnits(text, UNITS);
  return read.ok ? [...read.unitIds].sort() : `${read.code} ${read.name}`;
};

describe('who does a task, as plans write it', () => {
  const COMMUNES = ['bl', 'dd', 'ly'];
  const DEPARTMENTS = ['nv', 'tc', 'vp'];
  const cases: [string, readonly string[] | string][] = [
    ['các xã, thị trấn', COMMUNES],
    ['UBND các xã, thị trấn', COMMUNES],
    ['Các xã', COMMUNES],
    ['các xã, phường, thị trấn trên địa bàn huyện', COMMUNES],
    ['các phòng', DEPARTMENTS],
    ['Các phòng, ban', DEPARTMENTS],
    ['các cơ quan chuyên môn thuộc UBND huyện', DEPARTMENTS],
    ['tất cả các đơn vị', ['bl', 'dd', 'ly', 'nv', 'tc', 'vp']],
    ['các đơn vị', ['bl', 'dd', 'ly', 'nv', 'tc', 'vp']],
    ['Phòng Nội vụ; các xã, thị trấn', [...COMMUNES, 'nv']],
    ['Phòng Nội vụ, Phòng Tài chính – Kế hoạch', ['nv', 'tc']],
    ['phòng tài chính-kế hoạch', ['tc']],
    ['UBND xã Bảo Lâm\nUBND thị trấn Đồng Đăng', ['bl', 'dd']],
    ['Loc Yen', ['ly']],
    ['Văn phòng HĐND và UBND huyện.', ['vp']],
    ['xã', 'tasks.unitUnknown xã'],
    ['Xã Bảo Lâm; Xã Không Có', 'tasks.unitUnknown Xã Không Có'],
    [' ; ', 'tasks.unitUnknown  ; '],
  ];
  it.each(cases)('%s', (text, expected) => expect(idsOf(text)).toEqual(expected));

  it('a name that fits two units is asked about, not chosen', () => {
    const twins = [...UNITS, unit('nv2', 'Phòng Nội Vụ', 'department')];
    expect(readUnits('phong noi vu', twins)).toMatchObject({ ok: false, code: 'tasks.unitAmbiguous' });
  });
});

test('days are read as typed, and never guessed', () => {
  const due = (cell: string | number | { date: string } | null) => {
    const rows = [
      ['Nội dung nhiệm vụ', 'Văn bản giao', 'Thời hạn', 'Đơn vị thực hiện'],
      ['Việc', 'KH 14', cell, 'các xã'],
    ];
    const read = readTasks([{ name: 'A', rows }], UNITS);
    return read.rows[0] ? read.rows[0].due : read.problems.map((p) => p.code);
  };
  expect(due('30/6/2024')).toBe('2024-06-30');
  expect(due('trước ngày 01.7.2024')).toBe('2024-07-01');
  expect(due('2024-06-30')).toBe('2024-06-30');
  expect(due({ date: '2024-06-30' })).toBe('2024-06-30');
  expect(due(null)).toBeNull();
  expect(due('Thường xuyên')).toBeNull();
  for (const odd of ['31/6/2024', 'quý II', 45473, '30/6/24']) expect(due(odd)).toEqual(['tasks.dueUnread']);
});

describe('giving', () => {
  const campaign: Campaign = {
    id: 'c',
    state: 'issued',
    window: null,
    deadline: null,
    receiverUnitId: 'nv',
    draftedBy: 'mai',
  };
  const given: GivenTask = { content: 'Việc', document: 'KH 14', due: '2024-06-30', unitIds: ['bl'] };
  const known: Task = { ...given, id: 't1' };
  const all = new Set(UNITS.map((u) => u.id));
  const give = (list: readonly GivenTask[], before: readonly Task[] = [], state = campaign.state) =>
    giveTasks({ ...campaign, state }, before, list, all, () => 'new');

  it('the same again changes nothing and leaves no fact', () => {
    expect(give([{ ...given, content: ' VIỆC ' }], [known])).toMatchObject({
      ok: true,
      facts: [],
      tasks: [],
    });
  });
  it('units are added and never taken away; the day moves', () => {
    const moved = give([{ ...given, due: null, unitIds: ['ly'] }], [known]);
    expect(moved.tasks).toMatchObject([{ id: 't1', due: null, unitIds: ['bl', 'ly'] }]);
  });
  it('two rows of one task in one act are one task', () => {
    expect(give([given, { ...given, unitIds: ['ly'] }]).tasks).toMatchObject([
      { id: 'new', unitIds: ['bl', 'ly'] },
    ]);
  });
  it('not while the signer or văn thư has the request', () => {
    for (const state of ['awaiting-signature', 'signed', 'closed'] as const)
      expect(give([given], [], state)).toMatchObject({ ok: false, refusal: { code: 'campaign.wrongState' } });
  });
});
