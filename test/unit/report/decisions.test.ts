import { describe, expect, it } from 'vitest';
import { STANCES, type Stance } from '../../../src/core/directory/stance.ts';
import { instantAt } from '../../../src/core/kernel/instant.ts';
import { acknowledge } from '../../../src/core/report/acknowledge.ts';
import { mayNotOnReport, mayOnReport, WHO_MAY } from '../../../src/core/report/allow.ts';
import { answerPin } from '../../../src/core/report/answerPin.ts';
import { beginReceiving } from '../../../src/core/report/beginReceiving.ts';
import type { Gap } from '../../../src/core/report/gaps.ts';
import { latenessOf } from '../../../src/core/report/lateness.ts';
import { passToSign } from '../../../src/core/report/passToSign.ts';
import { receive } from '../../../src/core/report/receive.ts';
import { returnReport } from '../../../src/core/report/returnReport.ts';
import { sign } from '../../../src/core/report/sign.ts';
import { nextOfReport, REPORT_STATES, REPORT_VERBS, type Report } from '../../../src/core/report/states.ts';
import { submit } from '../../../src/core/report/submit.ts';
import { withdraw } from '../../../src/core/report/withdraw.ts';
import { aReport } from '../../setup/aReport.ts';

const deadline = instantAt('2024-03-01');
const code = (decision: { ok: boolean; refusal?: { code: string } }) =>
  decision.ok ? 'ok' : decision.refusal?.code;
const seen = { seen: 'h', current: 'h' };
const must: Gap = { severity: 'must', sectionId: 's1', code: 'gap.words' };
const soft: Gap = { severity: 'reason', sectionId: 's1', code: 'check.over' };

describe('passing for signature', () => {
  it('C5: a hard error stops it, a warning wants a reason, an explained one passes', () => {
    expect(code(passToSign(aReport(), [must], 0, 'lan', deadline, deadline - 1))).toBe('report.incomplete');
    expect(code(passToSign(aReport(), [soft], 0, 'lan', deadline, deadline - 1))).toBe('report.incomplete');
    expect(
      code(passToSign(aReport(), [{ ...soft, overridden: 'đã rà soát' }], 0, 'lan', deadline, deadline - 1)),
    ).toBe('ok');
    expect(
      code(passToSign(aReport(), [{ ...must, severity: 'look' }], 0, 'lan', deadline, deadline - 1)),
    ).toBe('ok');
  });
  it('E4: open pins stop it', () =>
    expect(code(passToSign(aReport({ state: 'returned' }), [], 1, 'lan', deadline, deadline - 1))).toBe(
      'report.pinsOpen',
    ));
});

describe('E1: who prepares does not sign', () => {
  const waiting = aReport({ state: 'awaiting-signature' });
  it('refuses the preparer, unless the unit allows it', () => {
    expect(code(sign(waiting, [], seen, 'lan', deadline, deadline - 1))).toBe('report.preparerMayNotSign');
    expect(code(sign({ ...waiting, preparerMaySign: true }, [], seen, 'lan', deadline, deadline - 1))).toBe(
      'ok',
    );
    expect(code(sign(waiting, [], seen, 'hung', deadline, deadline - 1))).toBe('ok');
  });
  it('signs nothing that changed since it was seen', () =>
    expect(code(sign(waiting, [], { seen: 'a', current: 'b' }, 'hung', deadline, deadline - 1))).toBe(
      'report.changedSinceSeen',
    ));
  it('submits in the same act, or waits for văn thư in a strict office', () => {
    const facts = (report: Report) => {
      const decision = sign(report, [], seen, 'hung', deadline, deadline - 1);
      return decision.ok ? decision.facts.map((f) => f.type) : [];
    };
    expect(facts(waiting)).toEqual(['report.signed', 'report.submitted']);
    expect(facts({ ...waiting, registrySubmits: true })).toEqual(['report.signed']);
  });
  it('E7: signs after the deadline, late by the second', () => {
    const decision = sign(waiting, [], seen, 'hung', deadline, deadline + 40_000);
    expect(decision.ok && decision.facts[1]?.data).toMatchObject({ late: true, lateBy: 40_000 });
  });
});

describe('A10: a strict office', () => {
  it('sends what was signed only with number and day', () => {
    const signed = aReport({ state: 'signed', registrySubmits: true });
    expect(code(submit({ ...signed, registered: false }, 'h', 'vanthu', deadline, deadline - 1))).toBe(
      'report.numberFirst',
    );
    expect(code(submit(signed, 'h', 'vanthu', deadline, deadline - 1))).toBe('ok');
  });
});

describe('receiving and returning', () => {
  const sent = aReport({ state: 'submitted', revision: 1 });
  const begun = { ...sent, begunAt: deadline - 5 };
  it('E3: taken back only until receiving has begun', () => {
    expect(code(withdraw(sent, 'lan', deadline, deadline - 1))).toBe('ok');
    expect(code(withdraw(begun, 'lan', deadline, deadline - 1))).toBe('report.receivingBegun');
    expect(code(beginReceiving(begun, 'mai'))).toBe('report.receivingBegun');
    expect(code(receive(sent, 'mai'))).toBe('report.receivingNotBegun');
  });
  it('E5: nobody receives what they prepared', () => {
    expect(code(receive({ ...begun, preparers: ['mai'] }, 'mai'))).toBe('report.preparerMayNotReceive');
    expect(code(receive({ ...begun, preparers: ['mai'] }, 'nga'))).toBe('ok');
  });
  it('E4: a return wants a pin, a reason for each and a date to come', () => {
    const pin = {
      place: { kind: 'section', section: 's1' },
      reason: 'figures',
      sentence: 'Số chưa khớp biểu.',
    } as const;
    const now = deadline;
    expect(code(returnReport(begun, [], now + 1, 'mai', now))).toBe('report.pinMissing');
    expect(code(returnReport(begun, [pin, { ...pin, sentence: ' ' }], now + 1, 'mai', now))).toBe(
      'report.pinWithoutReason',
    );
    expect(code(returnReport(begun, [pin], null, 'mai', now))).toBe('report.resendDateMissing');
    expect(code(returnReport(begun, [pin], now, 'mai', now))).toBe('report.resendDatePast');
    expect(code(returnReport(begun, [pin], now + 1, 'mai', now))).toBe('ok');
    expect(code(answerPin(aReport({ state: 'returned' }), 1, ' ', 'lan'))).toBe('report.answerMissing');
  });
});

describe('lateness is derived and exact at the edges', () => {
  const at = (report: Partial<Report>, now: number) => latenessOf(aReport(report), deadline, now).kind;
  it('the last millisecond is in time, midnight is late', () => {
    expect(at({ state: 'submitted', firstSubmittedAt: deadline - 1 }, deadline)).toBe('on-time');
    expect(
      latenessOf(aReport({ state: 'submitted', firstSubmittedAt: deadline + 40_000 }), deadline, deadline),
    ).toEqual({ kind: 'late', by: 40_000 });
    expect(at({}, deadline - 1)).toBe('open');
    expect(at({}, deadline)).toBe('overdue');
  });
  it('returned in time stays in time until the date for sending again passes', () => {
    const returned = { state: 'returned', firstSubmittedAt: deadline - 9, resendBy: deadline + 100 } as const;
    expect(at(returned, deadline + 99)).toBe('on-time');
    expect(at(returned, deadline + 100)).toBe('resend-overdue');
  });
  it('an extension moves only the unit that has it', () => {
    expect(at({ extendedUntil: deadline + 1000 }, deadline)).toBe('open');
    expect(at({ extendedUntil: deadline + 1000 }, deadline + 1000)).toBe('overdue');
  });
  it('filling slowly close to the deadline is a risk', () =>
    expect(latenessOf(aReport(), deadline, deadline - 3_600_000, 0.4).kind).toBe('at-risk'));
});

describe('what may be done, for every stance, state and verb', () => {
  it('opens a verb exactly when the state follows and the post opens it', () => {
    for (const state of REPORT_STATES)
      for (const stance of STANCES) {
        const report = aReport({ state, preparers: [], begunAt: null, toldVersion: 2 });
        const may = new Set(mayOnReport(report, new Set<Stance>([stance]), 'somebody'));
        for (const verb of REPORT_VERBS) {
          const follows = (nextOfReport[state] as readonly string[]).includes(verb);
          const needsBegun = verb === 'receive' || verb === 'return';
          expect([state, stance, verb, may.has(verb)]).toEqual([
            state,
            stance,
            verb,
            follows && WHO_MAY[verb].includes(stance) && !needsBegun,
          ]);
        }
      }
  });
  it('A7 A8: confirms the request once, and again after each change that concerns the unit', () => {
    const owes = (changes: Parameters<typeof aReport>[0]) =>
      mayOnReport(aReport(changes), new Set(['preparer']), 'lan').includes('acknowledge');
    expect([owes({}), owes({ seenVersion: 1 }), owes({ seenVersion: 1, toldVersion: 3 })]).toEqual([
      true,
      false,
      true,
    ]);
    // Who has sent has seen what was issued; a change since is another matter.
    expect([owes({ state: 'submitted' }), owes({ state: 'submitted', toldVersion: 2 })]).toEqual([
      false,
      true,
    ]);
    expect(code(acknowledge(aReport({ seenVersion: 1 }), 'lan'))).toBe('report.nothingToConfirm');
  });
  it('A8: who was taken out of the request can do nothing with the report but read it', () => {
    const released = aReport({ state: 'drafting', releasedAt: 1 });
    expect(mayOnReport(released, new Set(['preparer', 'signer', 'receiver']), 'hung')).toEqual([]);
    expect(code(acknowledge(released, 'lan'))).toBe('report.released');
  });
  it('says why the own part closes a verb that the post opens', () => {
    const begun = aReport({ state: 'submitted', begunAt: 1, preparers: ['mai'] });
    expect(mayNotOnReport(begun, new Set(['receiver']), 'mai')).toEqual({
      'begin-receiving': 'report.preparerMayNotReceive',
      receive: 'report.preparerMayNotReceive',
      return: 'report.preparerMayNotReceive',
    });
  });
  it('refuses every verb in a state it does not follow', () => {
    expect(code(answerPin(aReport({ state: 'received' }), 1, 'Đã sửa.', 'lan'))).toBe('report.wrongState');
    expect(code(withdraw(aReport({ state: 'received' }), 'lan', deadline, deadline - 1))).toBe(
      'report.wrongState',
    );
  });
});
