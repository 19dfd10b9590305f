import { expect, it } from 'vitest';
import { type Compared, receiveUnread } from '../../../src/core/report/receiveUnread.ts';
import { REPORT_STATES, type Report } from '../../../src/core/report/states.ts';
import { aReport } from '../../setup/aReport.ts';

const report = aReport({ state: 'submitted', revision: 2, firstSubmittedAt: 1, submittedAt: 2 });
const fine: Compared = { pins: 1, openPins: 0, gaps: 0, nearEmpty: false, elsewhere: 0 };
const code = (change: Partial<Compared>, of: Partial<Report> = {}, person = 'mai') => {
  const decision = receiveUnread({ ...report, ...of }, { ...fine, ...change }, person);
  return decision.ok ? decision.facts.map((f) => f.type).join() : decision.refusal.code;
};

it('receives unread only what was read before, is answered, complete, and changed nowhere else', () => {
  expect(code({})).toBe('report.receivingBegun,report.received');
  expect(code({}, { begunAt: 5 })).toBe('report.received');
  expect(code({ pins: 0 })).toBe('report.neverRead');
  expect(code({ openPins: 1 })).toBe('report.remarksOpen');
  expect(code({ gaps: 1 })).toBe('report.hasGaps');
  expect(code({ nearEmpty: true })).toBe('report.nearEmpty');
  expect(code({ elsewhere: 1 })).toBe('report.changedElsewhere');
});

it('E5: never what the officer prepared, and only what is sent', () => {
  expect(code({}, { preparers: ['mai'] })).toBe('report.preparerMayNotReceive');
  for (const state of REPORT_STATES.filter((s) => s !== 'submitted'))
    expect(code({}, { state })).toBe('report.wrongState');
});
