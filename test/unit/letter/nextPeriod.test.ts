import { expect, test } from 'vitest';
import { following, type LastRequest, nextRequest, reword } from '../../../src/core/letter/nextPeriod.ts';

const last: LastRequest = {
  subject: 'báo cáo công tác cải cách hành chính quý I năm 2024',
  period: { kind: 'quý', index: 1, year: 2024 },
  window: { from: '2023-12-01', to: '2024-02-28' },
  deadline: { at: '2024-03-01T00:00:00+07:00', inclusive: false, timeOfDay: null },
  titles: ['Khắc phục Chỉ số CCHC năm 2023 (tại Quyết định số 362/QĐ-UBND ngày 05/02/2024)'],
};

test('A5: quý I gives 6 tháng with its own window, deadline and wording', () => {
  const next = nextRequest(last, { kind: '6 tháng', index: 1, year: 2024 });
  expect(next.subject).toBe('báo cáo công tác cải cách hành chính 6 tháng đầu năm 2024');
  expect(next.window).toEqual({ from: '2023-12-01', to: '2024-05-28' });
  expect(next.deadline).toEqual({
    at: '2024-06-01T00:00:00+07:00',
    inclusive: false,
    timeOfDay: null,
    text: 'trước ngày 01/6/2024',
  });
  expect(next.titles).toEqual(last.titles);
});

test('quý III is not cumulative, the year is', () => {
  expect(nextRequest(last, { kind: 'quý', index: 3, year: 2024 }).window).toEqual({
    from: '2024-06-01',
    to: '2024-08-28',
  });
  const year = nextRequest(last, { kind: 'năm', index: null, year: 2024 });
  expect(year.window).toEqual({ from: '2023-12-01', to: '2024-11-28' });
  expect(year.subject).toBe('báo cáo công tác cải cách hành chính năm 2024');
});

test('years follow into the next year, numbers and dates of cited documents do not', () => {
  const next = nextRequest(last, { kind: 'quý', index: 1, year: 2025 });
  expect(next.subject).toBe('báo cáo công tác cải cách hành chính quý I năm 2025');
  expect(next.titles[0]).toBe(
    'Khắc phục Chỉ số CCHC năm 2024 (tại Quyết định số 362/QĐ-UBND ngày 05/02/2024)',
  );
});

test('the window of the Ministry keeps its days', () => {
  const ministry: LastRequest = {
    ...last,
    window: { from: '2023-12-15', to: '2024-03-14' },
    deadline: { at: '2024-03-21T00:00:00+07:00', inclusive: true, timeOfDay: null },
  };
  const next = nextRequest(ministry, { kind: 'năm', index: null, year: 2024 });
  expect(next.window).toEqual({ from: '2023-12-15', to: '2024-12-14' });
  expect(next.deadline.text).toBe('chậm nhất ngày 20/12/2024');
  expect(next.deadline.at).toBe('2024-12-21T00:00:00+07:00');
});

test('a time of day is carried', () => {
  const timed: LastRequest = {
    ...last,
    deadline: { at: '2024-03-01T16:00:00+07:00', inclusive: false, timeOfDay: '16:00' },
  };
  const next = nextRequest(timed, { kind: 'quý', index: 3, year: 2024 });
  expect(next.deadline.at).toBe('2024-09-01T16:00:00+07:00');
  expect(next.deadline.text).toBe('trước 16 giờ 00, ngày 01/9/2024');
});

test('a yearly regime of four reports goes round, months too', () => {
  let period: Parameters<typeof following>[0] = { kind: 'quý', index: 1, year: 2024 };
  const names = Array.from({ length: 5 }, () => {
    period = following(period);
    return `${period.kind} ${period.index ?? ''} ${period.year}`;
  });
  expect(names).toEqual(['6 tháng 1 2024', 'quý 3 2024', 'năm  2024', 'quý 1 2025', '6 tháng 1 2025']);
  expect(following({ kind: 'tháng', index: 12, year: 2024 })).toEqual({
    kind: 'tháng',
    index: 1,
    year: 2025,
  });
});

test('wording written in other ways follows too', () => {
  const from = { kind: 'quý', index: 1, year: 2024 } as const;
  const to = { kind: 'quý', index: 3, year: 2024 } as const;
  expect(reword('Báo cáo CCHC Quý 1/2024', from, to)).toBe('Báo cáo CCHC Quý III năm 2024');
  expect(reword('kết quả quý I, năm 2024', from, to)).toBe('kết quả quý III năm 2024');
});
