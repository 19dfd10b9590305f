import { describe, expect, it } from 'vitest';
import { instantAt } from '../../../src/core/kernel/instant.ts';
import { mayNotOnReport, mayOnReport } from '../../../src/core/report/allow.ts';
import { extend } from '../../../src/core/report/extend.ts';
import { latenessOf } from '../../../src/core/report/lateness.ts';
import { REPORT_STATES, type Report } from '../../../src/core/report/states.ts';
import { aReport } from '../../setup/aReport.ts';

const deadline = instantAt('2024-03-01');
const now = instantAt('2024-02-28', 9);
const given = {
  until: instantAt('2024-03-05', 16) as number | null,
  document: { number: '215/UBND-NV', day: '2024-02-28' },
  reason: 'Mất điện diện rộng.',
};
const code = (report: Report, change: Partial<typeof given> = {}, person = 'mai', at = now): string => {
  const decision = extend(report, { ...given, ...change }, person, deadline, at, '2024-02-28');
  return decision.ok ? 'ok' : decision.refusal.code;
};

describe('E8: an extension by a written decision', () => {
  it('is for reports that were not sent, from unopened to signed', () =>
    expect(REPORT_STATES.filter((state) => code(aReport({ state })) === 'ok')).toEqual([
      'not-opened',
      'drafting',
      'awaiting-signature',
      'signed',
    ]));

  it('wants a later deadline still to come, a document with number and day, and a reason', () => {
    expect(code(aReport(), { until: null })).toBe('report.extensionDateMissing');
    expect(code(aReport(), { until: now })).toBe('report.extensionPast');
    expect(code(aReport(), { until: now + 1 })).toBe('report.extensionNotLater');
    expect(code(aReport(), { until: deadline })).toBe('report.extensionNotLater');
    expect(code(aReport(), { until: deadline + 1 })).toBe('ok');
    expect(code(aReport(), { until: deadline + 5 }, 'mai', deadline + 5)).toBe('report.extensionPast');
    expect(code(aReport(), { document: { number: ' ', day: '2024-02-28' } })).toBe(
      'report.extensionWithoutDocument',
    );
    expect(code(aReport(), { document: { number: '1/QĐ', day: '2023-02-29' } })).toBe('report.dayMalformed');
    expect(code(aReport(), { document: { number: '1/QĐ', day: '2024-02-29' } })).toBe('report.dayInFuture');
    expect(code(aReport(), { reason: '  lũ ' })).toBe('report.reasonMissing');
  });

  it('never makes a late sending timely after the fact', () => {
    const late = aReport({ state: 'drafting', revision: 1, firstSubmittedAt: deadline + 40_000 });
    expect(code(late)).toBe('report.extensionAfterSending');
    expect(mayOnReport(late, new Set(['receiver']), 'mai')).not.toContain('extend');
  });

  it('is not given by whoever wrote in the report', () => {
    expect(code(aReport({ preparers: ['mai'] }))).toBe('report.preparerMayNotExtend');
    expect(mayNotOnReport(aReport({ preparers: ['mai'] }), new Set(['receiver']), 'mai')).toEqual({
      extend: 'report.preparerMayNotExtend',
    });
  });

  it('moves lateness to its own last millisecond', () => {
    const report = aReport({ extendedUntil: given.until });
    const until = given.until ?? 0;
    expect(latenessOf(report, deadline, until - 1, 1).kind).toBe('open');
    expect(latenessOf(report, deadline, until, 1)).toEqual({ kind: 'overdue', by: 0 });
  });
});
