import { describe, expect, it } from 'vitest';
import type { BoardRow } from '../../../src/core/report/answers.ts';
import { arrange, isOverdue, NO_FILTER } from '../../../src/web/screens/board/arrange.ts';
import { shortTitles } from '../../../src/web/texts/short-titles.ts';

const row = (name: string, more: Partial<BoardRow> = {}): BoardRow => ({
  unitId: name,
  name,
  kind: 'commune',
  state: 'drafting',
  lateness: { kind: 'open', left: 86_400_000 },
  due: 86_400_000,
  revision: 0,
  filled: 50,
  asked: 100,
  parts: [],
  nearEmpty: false,
  registered: false,
  holder: null,
  since: null,
  parent: null,
  forecast: [],
  contact: null,
  last: null,
  acknowledgedAt: 1,
  remindedAt: null,
  firstSubmittedAt: null,
  submittedAt: null,
  resendBy: null,
  extension: null,
  pins: { open: 0, all: 0 },
  gaps: 0,
  may: [],
  mayNot: {},
  ...more,
});

const names = (rows: readonly BoardRow[]): string[] => rows.map((r) => r.name);

describe('the rows of the board', () => {
  it('finds without marks and takes every character literally', () => {
    const rows = [row('Thị trấn Đồng Đăng'), row('Xã Công Sơn'), row('Xã 100% _thử')];
    const find = (query: string): string[] => names(arrange(rows, { ...NO_FILTER, query }, 'name'));
    expect(find('dong dang')).toEqual(['Thị trấn Đồng Đăng']);
    expect(find('  CÔNG  '.trim())).toEqual(['Xã Công Sơn']);
    expect(find('%')).toEqual(['Xã 100% _thử']);
    expect(find('_')).toEqual(['Xã 100% _thử']);
    expect(find('không có')).toEqual([]);
  });

  it('sorts names by the Vietnamese alphabet', () => {
    const rows = ['Xã Đồng', 'Xã Ân', 'Xã Dương', 'Xã An', 'Xã Ăn'].map((n) => row(n));
    expect(names(arrange(rows, NO_FILTER, 'name'))).toEqual([
      'Xã An',
      'Xã Ăn',
      'Xã Ân',
      'Xã Dương',
      'Xã Đồng',
    ]);
  });

  it('puts trouble first and what is done last, whatever order the server gave', () => {
    const rows = [
      row('received', { state: 'received', lateness: { kind: 'on-time' } }),
      row('empty', { state: 'submitted', nearEmpty: true, lateness: { kind: 'on-time' } }),
      row('submitted', { state: 'submitted', lateness: { kind: 'on-time' } }),
      row('risk', { lateness: { kind: 'at-risk', left: 1 } }),
      row('drafting'),
      row('returned', { state: 'returned', lateness: { kind: 'on-time' } }),
      row('overdue', { lateness: { kind: 'overdue', by: 40_000 } }),
      row('resend', { state: 'returned', lateness: { kind: 'resend-overdue', by: 90_000 } }),
    ];
    expect(names(arrange(rows, NO_FILTER, 'urgent'))).toEqual([
      'resend',
      'overdue',
      'returned',
      'risk',
      'drafting',
      'empty',
      'submitted',
      'received',
    ]);
    expect(rows.filter(isOverdue)).toHaveLength(2);
  });

  it('keeps overdue apart from states: the tile of overdue cuts across them', () => {
    const rows = [
      row('a', { lateness: { kind: 'overdue', by: 1 } }),
      row('b', { state: 'returned', lateness: { kind: 'resend-overdue', by: 1 } }),
      row('c', { state: 'returned', lateness: { kind: 'on-time' } }),
    ];
    expect(names(arrange(rows, { ...NO_FILTER, tile: 'overdue' }, 'name'))).toEqual(['a', 'b']);
    expect(names(arrange(rows, { ...NO_FILTER, tile: 'returned' }, 'name'))).toEqual(['b', 'c']);
  });

  it('knows what waits for the person from what the person may do', () => {
    const rows = [row('mine', { may: ['begin-receiving'] }), row('draft', { may: ['edit'] }), row('none')];
    expect(names(arrange(rows, { ...NO_FILTER, mine: true }, 'name'))).toEqual(['mine']);
  });
});

describe('campaigns to choose from', () => {
  it('are told apart by what their titles do not share, and a title alone stays whole', () => {
    const title = 'Báo cáo công tác cải cách hành chính';
    expect(shortTitles([`${title} quý I năm 2024`, `${title} năm 2023`])).toEqual([
      'Quý I năm 2024',
      'Năm 2023',
    ]);
    expect(shortTitles([`${title} năm 2023`, `${title} năm 2023`])).toEqual(['2023', '2023']);
    expect(shortTitles([`${title} năm 2023`])).toEqual([`${title} năm 2023`]);
    expect(shortTitles([])).toEqual([]);
  });
});
