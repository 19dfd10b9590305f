import { describe, expect, it } from 'vitest';
import { deadlineInForce, type Policy, USUAL_POLICY } from '../../../src/core/campaign/policy.ts';
import type { Calendar } from '../../../src/core/kernel/calendar.ts';
import { type Day, instantAt, isDay } from '../../../src/core/kernel/instant.ts';
import { deadlineText } from '../../../src/core/kernel/wording.ts';
import { closedTo } from '../../../src/core/report/closing.ts';
import { latenessOf } from '../../../src/core/report/lateness.ts';
import { passToSign } from '../../../src/core/report/passToSign.ts';
import { returnReport } from '../../../src/core/report/returnReport.ts';
import { sign } from '../../../src/core/report/sign.ts';
import { withdraw } from '../../../src/core/report/withdraw.ts';
import { aReport } from '../../setup/aReport.ts';

const NO_HOLIDAYS: Calendar = { holidays: new Set(), workedWeekends: new Set() };
const policy = (change: Partial<Policy>): Policy => ({ ...USUAL_POLICY, ...change });
const code = (decision: { ok: boolean; refusal?: { code: string } }): string | undefined =>
  decision.ok ? 'ok' : decision.refusal?.code;
const HOUR = 3_600_000;

// The machine of this test stands in another zone (TZ): nothing here may follow it.
const EDGES: readonly Day[] = [2024, 2025, 2026]
  .flatMap((year) => [`${year}-02-28`, `${year}-02-29`, `${year}-03-01`])
  .filter(isDay);

describe('days off, as the request says', () => {
  it('runs on a machine that does not keep the time of Vietnam', () =>
    expect(new Date(2024, 1, 28).getTimezoneOffset()).not.toBe(-420));

  it('moves a last day that is not worked to the next working day, and no other', () => {
    const moved = (named: Day, calendar = NO_HOLIDAYS) =>
      deadlineText(deadlineInForce(instantAt(named), 'next-working-day', calendar));
    // 29/02/2024 is a Thursday, 28/02/2025 a Friday, 28/02/2026 a Saturday.
    expect(moved('2024-03-01')).toBe('24:00 ngày 29/02/2024');
    expect(moved('2025-03-01')).toBe('24:00 ngày 28/02/2025');
    expect(moved('2026-03-01')).toBe('24:00 ngày 02/03/2026');
    expect(moved('2025-03-02')).toBe('24:00 ngày 03/03/2025');
    expect(moved('2024-03-01', { ...NO_HOLIDAYS, holidays: new Set(['2024-02-29', '2024-03-01']) })).toBe(
      '24:00 ngày 04/03/2024',
    );
    expect(moved('2026-03-01', { ...NO_HOLIDAYS, workedWeekends: new Set(['2026-02-28']) })).toBe(
      '24:00 ngày 28/02/2026',
    );
  });

  it('keeps the time of day, and without the choice keeps the instant', () => {
    const saturday = instantAt('2026-02-28', 16, 30);
    expect(deadlineInForce(saturday, 'next-working-day', NO_HOLIDAYS)).toBe(instantAt('2026-03-02', 16, 30));
    for (const day of EDGES)
      expect(deadlineInForce(instantAt(day), 'none', NO_HOLIDAYS)).toBe(instantAt(day));
  });
});

describe.each(EDGES)('closing before %s 00:00', (day) => {
  const deadline = instantAt(day);
  const [last, first] = [deadline - 1, deadline];
  const waiting = aReport({ state: 'awaiting-signature', passedAt: deadline - HOUR });

  it('23:59:59.999 is in time and 00:00:00 is late by nothing, in the receipt as on the board', () => {
    const facts = (now: number) => {
      const decision = sign(waiting, [], { seen: 'h', current: 'h' }, 'hung', deadline, now);
      return decision.ok ? decision.facts[1]?.data : decision.refusal;
    };
    expect(facts(last)).toMatchObject({ late: false, lateBy: 0 });
    expect(facts(first)).toMatchObject({ late: true, lateBy: 0 });
    expect(facts(first + 40_000)).toMatchObject({ late: true, lateBy: 40_000 });
    const sentAt = (now: number) =>
      latenessOf(
        aReport({ state: 'submitted', firstSubmittedAt: now, submittedAt: now, firstDueAt: deadline }),
        deadline,
        now,
      ).kind;
    expect([sentAt(last), sentAt(first)]).toEqual(['on-time', 'late']);
  });

  it('late sending "never": refused at 00:00:00, except what waited for its signature (E7) or was given time (E8)', () => {
    const strict = policy({ lateSending: 'never' });
    const closed = (change: Parameters<typeof aReport>[0], now: number) =>
      closedTo(aReport({ policy: strict, ...change }), deadline, now)?.code;
    expect(closed({}, last)).toBeUndefined();
    expect(closed({}, first)).toBe('report.deadlineClosed');
    expect(closed({ passedAt: last }, first)).toBeUndefined();
    expect(closed({ passedAt: first }, first)).toBe('report.deadlineClosed');
    expect(closed({ extendedUntil: first + HOUR }, first + HOUR - 1)).toBeUndefined();
    expect(closed({ extendedUntil: first + HOUR }, first + HOUR)).toBe('report.deadlineClosed');
    const drafting = aReport({ policy: strict });
    expect(code(passToSign(drafting, [], 0, 'lan', deadline, last))).toBe('ok');
    expect(code(passToSign(drafting, [], 0, 'lan', deadline, first))).toBe('report.deadlineClosed');
  });

  it('late sending "until": refused from the last sending on, a waiting report too; late before it', () => {
    const until = policy({ lateSending: 'until-last', lastSending: deadline + 5 * HOUR });
    const at = (now: number) =>
      code(sign({ ...waiting, policy: until }, [], { seen: 'h', current: 'h' }, 'hung', deadline, now));
    expect(at(first)).toBe('ok');
    expect(at(first + 5 * HOUR - 1)).toBe('ok');
    expect(at(first + 5 * HOUR)).toBe('report.lastSendingPassed');
  });

  it('last correction: nothing is returned or sent again from then on, and a first sending does not ask it', () => {
    const until = policy({ lastCorrection: deadline });
    const again = aReport({ state: 'returned', resendBy: deadline, policy: until });
    expect(closedTo(again, deadline - 9 * HOUR, last)).toBeUndefined();
    expect(closedTo(again, deadline - 9 * HOUR, first)?.code).toBe('report.lastCorrectionPassed');
    expect(closedTo(aReport({ policy: until }), deadline - HOUR, first)).toBeUndefined();
    const pin = {
      place: { kind: 'section', section: 's1' },
      reason: 'figures',
      sentence: 'Chưa khớp.',
    } as const;
    const begun = aReport({ state: 'submitted', begunAt: 1, policy: until });
    expect(code(returnReport(begun, [pin], deadline, 'mai', last))).toBe('ok');
    expect(code(returnReport(begun, [pin], deadline + 1, 'mai', last))).toBe(
      'report.resendAfterLastCorrection',
    );
    expect(code(returnReport(begun, [pin], deadline + 9, 'mai', first))).toBe('report.lastCorrectionPassed');
  });

  it('what could not be sent again cannot be taken back', () => {
    const sent = aReport({ state: 'submitted', revision: 1, policy: policy({ lateSending: 'never' }) });
    expect(code(withdraw(sent, 'lan', deadline, last))).toBe('ok');
    expect(code(withdraw(sent, 'lan', deadline, first))).toBe('report.withdrawTooLate');
  });

  it('what a return does to "on time": first, last, or the new date', () => {
    const resendBy = deadline + 10 * HOUR;
    const sent = (returned: Policy['returned'], firstAt: number, lastAt: number, due = resendBy) =>
      latenessOf(
        aReport({
          state: 'submitted',
          revision: 2,
          firstSubmittedAt: firstAt,
          submittedAt: lastAt,
          firstDueAt: deadline,
          lastDueAt: deadline,
          lastResendBy: due,
          policy: policy({ returned }),
        }),
        deadline,
        lastAt,
      );
    expect(sent('first', last, resendBy + 1)).toEqual({ kind: 'on-time' });
    expect(sent('first', first, first + 1)).toEqual({ kind: 'late', by: 0 });
    expect(sent('last', last, first)).toEqual({ kind: 'late', by: 0 });
    expect(sent('last', last - 1, last)).toEqual({ kind: 'on-time' });
    expect(sent('new-date', last, resendBy - 1)).toEqual({ kind: 'on-time' });
    expect(sent('new-date', last, resendBy)).toEqual({ kind: 'late', by: 0 });
    expect(sent('new-date', first + 5, resendBy - 1)).toEqual({ kind: 'late', by: 5 });
  });

  it('returned and not sent again: the first keeps its time, where the last counts it runs out', () => {
    const back = (returned: Policy['returned']) =>
      aReport({
        state: 'returned',
        firstSubmittedAt: last - HOUR,
        submittedAt: last - HOUR,
        firstDueAt: deadline,
        resendBy: deadline + HOUR,
        policy: policy({ returned }),
      });
    const kind = (returned: Policy['returned'], now: number) =>
      latenessOf(back(returned), deadline, now).kind;
    expect([kind('first', first), kind('new-date', first), kind('last', first)]).toEqual([
      'on-time',
      'on-time',
      'overdue',
    ]);
    expect(kind('last', last)).toBe('open');
    for (const returned of ['first', 'last', 'new-date'] as const)
      expect(kind(returned, deadline + HOUR)).toBe('resend-overdue');
  });

  it('a deadline that is moved later or earlier makes nobody late who was in time', () => {
    const sent = aReport({
      state: 'received',
      firstSubmittedAt: last,
      submittedAt: last,
      firstDueAt: deadline,
    });
    expect(latenessOf(sent, deadline - 30 * HOUR, first).kind).toBe('on-time');
    const late = aReport({
      state: 'received',
      firstSubmittedAt: first,
      submittedAt: first,
      firstDueAt: deadline,
    });
    expect(latenessOf(late, deadline + 30 * HOUR, first)).toEqual({ kind: 'late', by: 0 });
  });
});
