import { describe, expect, it } from 'vitest';
import { type Calendar, suggestedDeadlineDay, workingDaysLeft } from '../../../src/core/kernel/calendar.ts';
import { instantAt } from '../../../src/core/kernel/instant.ts';
import { adjoin, overlap } from '../../../src/core/kernel/window.ts';

const plain: Calendar = { holidays: new Set(), workedWeekends: new Set() };

describe('A4: at least one working day between cut-off and deadline', () => {
  it('2024: Thursday 29/02 is left', () => {
    expect(workingDaysLeft('2024-02-28', instantAt('2024-03-01'), plain)).toBe(1);
    expect(suggestedDeadlineDay('2024-02-28', instantAt('2024-03-01'), plain)).toBeUndefined();
  });
  it('2025: none is left, trước ngày 04/3/2025 is offered', () => {
    expect(workingDaysLeft('2025-02-28', instantAt('2025-03-01'), plain)).toBe(0);
    expect(suggestedDeadlineDay('2025-02-28', instantAt('2025-03-01'), plain)).toBe('2025-03-04');
  });
  it('2026: the cut-off is a Saturday, trước ngày 03/3/2026 is offered', () => {
    expect(workingDaysLeft('2026-02-28', instantAt('2026-03-01'), plain)).toBe(0);
    expect(suggestedDeadlineDay('2026-02-28', instantAt('2026-03-01'), plain)).toBe('2026-03-03');
  });
  it('passes over holidays and counts worked weekends', () => {
    const tet: Calendar = { holidays: new Set(['2024-02-29']), workedWeekends: new Set(['2024-03-02']) };
    expect(suggestedDeadlineDay('2024-02-28', instantAt('2024-03-01'), tet)).toBe('2024-03-02');
    expect(workingDaysLeft('2024-03-01', instantAt('2024-03-03'), tet)).toBe(1);
  });
  it('a deadline in the middle of a day leaves no whole working day of it', () => {
    expect(workingDaysLeft('2024-02-28', instantAt('2024-02-29', 16), plain)).toBe(0);
  });
});

describe('windows', () => {
  const q1 = { from: '2023-12-01', to: '2024-02-28' };
  it('adjoin only day to day, and 29/02 is a gap', () => {
    expect(adjoin(q1, { from: '2024-02-29', to: '2024-05-31' })).toBe(true);
    expect(adjoin(q1, { from: '2024-03-01', to: '2024-05-31' })).toBe(false);
  });
  it('cumulative windows overlap', () => {
    expect(overlap(q1, { from: '2023-12-01', to: '2024-05-31' })).toBe(true);
    expect(overlap(q1, { from: '2024-03-01', to: '2024-05-31' })).toBe(false);
  });
});
