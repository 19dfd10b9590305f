import { describe, expect, it } from 'vitest';
import { type Policy, USUAL_POLICY } from '../../../src/core/campaign/policy.ts';
import type { Decision } from '../../../src/core/kernel/decision.ts';
import type { Fact } from '../../../src/core/kernel/fact.ts';
import { instantAt } from '../../../src/core/kernel/instant.ts';
import { acknowledge } from '../../../src/core/report/acknowledge.ts';
import { beginReceiving } from '../../../src/core/report/beginReceiving.ts';
import { dueOf, dueOfSending, latenessOf } from '../../../src/core/report/lateness.ts';
import { passToSign } from '../../../src/core/report/passToSign.ts';
import { receive } from '../../../src/core/report/receive.ts';
import { returnReport } from '../../../src/core/report/returnReport.ts';
import { save } from '../../../src/core/report/save.ts';
import { sendBack } from '../../../src/core/report/sendBack.ts';
import { sign } from '../../../src/core/report/sign.ts';
import {
  nextOfReport,
  REPORT_STATES,
  type Report,
  type ReportVerb,
} from '../../../src/core/report/states.ts';
import { submit } from '../../../src/core/report/submit.ts';
import { withdraw } from '../../../src/core/report/withdraw.ts';
import { aReport } from '../../setup/aReport.ts';

/** Numbers that follow from their seed: a failure names the seed and comes again. */
const randomOf = (seed: number) => {
  let state = seed >>> 0;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
};

const DEADLINE = instantAt('2024-03-01');
const HOUR = 3_600_000;
const PEOPLE = ['lan', 'hung', 'mai', 'nga', 'vanthu'] as const;
const pin = { place: { kind: 'section', section: 's1' }, reason: 'figures', sentence: 'Chưa khớp.' } as const;

/** What a person does at a moment, as the rules decide it. */
type Act = { readonly verb: ReportVerb; readonly person: string; readonly now: number };
const decide = (report: Report, { verb, person, now }: Act): Decision<Fact> | undefined => {
  switch (verb) {
    case 'acknowledge':
      return acknowledge(report, person);
    case 'edit':
      return save(report, [], { cells: [], words: [] }, person);
    case 'pass-to-sign':
      return passToSign(report, [], 0, person, DEADLINE, now);
    case 'send-back':
      return sendBack(report, 'Xem lại số liệu.', person);
    case 'sign':
      return sign(report, [], { seen: 'h', current: 'h' }, person, DEADLINE, now);
    case 'submit':
      return submit(report, 'h', person, DEADLINE, now);
    case 'withdraw':
      return withdraw(report, person, DEADLINE, now);
    case 'begin-receiving':
      return beginReceiving(report, person);
    case 'receive':
      return receive(report, person);
    case 'return':
      return returnReport(report, [pin], now + 20 * HOUR, person, now);
    default:
      return undefined;
  }
};

/** The report after an accepted act: what the server's verbs write, without a server. */
const after = (report: Report, act: Act, facts: readonly Fact[]): Report => {
  const { now, person } = act;
  const sealed: Partial<Report> = {
    state: 'submitted',
    revision: report.revision + 1,
    submittedAt: now,
    firstSubmittedAt: report.firstSubmittedAt ?? now,
    firstDueAt: report.firstDueAt ?? dueOf(report, DEADLINE),
    lastDueAt: dueOf(report, DEADLINE),
    lastResendBy: report.resendBy,
    resendBy: null,
    begunAt: null,
  };
  switch (act.verb) {
    case 'acknowledge':
      return { ...report, seenVersion: report.toldVersion };
    case 'edit':
      return {
        ...report,
        state: report.state === 'not-opened' ? 'drafting' : report.state,
        preparers: [...new Set([...report.preparers, person])],
      };
    case 'pass-to-sign':
      return { ...report, state: 'awaiting-signature', passedAt: now };
    case 'send-back':
      return { ...report, state: report.resendBy === null ? 'drafting' : 'returned', passedAt: null };
    case 'sign':
      return facts.some((f) => f.type === 'report.submitted')
        ? { ...report, ...sealed }
        : { ...report, state: 'signed' };
    case 'submit':
      return { ...report, ...sealed };
    case 'withdraw':
      return {
        ...report,
        state: 'drafting',
        submittedAt: null,
        passedAt: null,
        resendBy: report.lastResendBy,
        ...(report.lastResendBy === null ? { firstSubmittedAt: null, firstDueAt: null } : {}),
      };
    case 'begin-receiving':
      return { ...report, begunAt: now };
    case 'receive':
      return { ...report, state: 'received' };
    case 'return':
      return { ...report, state: 'returned', resendBy: now + 20 * HOUR, passedAt: null };
    default:
      return report;
  }
};

const VERBS: readonly ReportVerb[] = [
  'acknowledge',
  'edit',
  'pass-to-sign',
  'send-back',
  'sign',
  'submit',
  'withdraw',
  'begin-receiving',
  'receive',
  'return',
];

const policyOf = (random: (n: number) => number): Policy => ({
  ...USUAL_POLICY,
  returned: (['first', 'last', 'new-date'] as const)[random(3)] ?? 'first',
  lateSending: (['always', 'until-last', 'never'] as const)[random(3)] ?? 'always',
  lastSending: DEADLINE + 10 * HOUR,
  lastCorrection: random(2) === 0 ? null : DEADLINE + 30 * HOUR,
});

type Sent = { readonly at: number; readonly due: number; readonly revision: number; readonly again: boolean };

/** Whether the sendings so far are in time, said in plain words of the policy and not by the rule under test. */
const inTime = (policy: Policy, sent: readonly Sent[]): boolean => {
  const [first, last] = [sent[0], sent.at(-1)];
  if (!first || !last) return true;
  if (policy.returned === 'last') return last.at < DEADLINE;
  if (first.at >= DEADLINE) return false;
  return policy.returned === 'first' || !last.again || last.at < last.due;
};

const play = (seed: number) => {
  const random = randomOf(seed);
  const policy = policyOf(random);
  let report = aReport({
    state: 'not-opened',
    preparers: [],
    policy,
    preparerMaySign: random(4) === 0,
    registrySubmits: random(3) === 0,
  });
  let now = DEADLINE - 40 * HOUR;
  const all: Sent[] = [];
  let standing: Sent[] = [];
  for (let step = 0; step < 60; step++) {
    now += [0, 1, 40_000, HOUR, 3 * HOUR][random(5)] ?? 1;
    const verb = VERBS[random(VERBS.length)] ?? 'edit';
    const person = PEOPLE[random(PEOPLE.length)] ?? 'lan';
    const act = { verb, person, now };
    const decision = decide(report, act);
    if (!decision) throw new Error(`seed ${seed}: nothing decides ${verb}`);
    const at = `seed ${seed} step ${step}: ${person} ${verb} in ${report.state}`;
    if (!(nextOfReport[report.state] as readonly string[]).includes(verb))
      expect(decision.ok, at).toBe(false);
    if (!decision.ok) continue;
    const submitted = decision.facts.filter((f) => f.type === 'report.submitted');
    expect(submitted.length, at).toBeLessThan(2);
    for (const { data } of submitted) {
      const due = dueOfSending(report, DEADLINE);
      const one = { at: now, due, revision: Number(data.revision), again: report.resendBy !== null };
      expect([data.late, data.lateBy], at).toEqual([now >= due, Math.max(0, now - due)]);
      all.push(one);
      standing = one.again ? [...standing, one] : [one];
      // Closing dates hold for every sending, whoever does it and however it got here.
      if (one.again && policy.lastCorrection !== null) expect(now, at).toBeLessThan(policy.lastCorrection);
      if (!one.again && policy.lateSending === 'until-last')
        expect(now, at).toBeLessThan(policy.lastSending ?? 0);
      if (!one.again && policy.lateSending === 'never')
        expect(now < DEADLINE || (report.passedAt ?? now) < DEADLINE, at).toBe(true);
    }
    if (verb === 'sign') expect(report.preparerMaySign || !report.preparers.includes(person), at).toBe(true);
    if (verb === 'receive' || verb === 'return') {
      expect(report.preparers, at).not.toContain(person);
      expect(report.begunAt, at).not.toBeNull();
    }
    if (verb === 'withdraw') {
      expect(report.begunAt, at).toBeNull();
      standing = standing.at(-1)?.again ? standing.slice(0, -1) : [];
    }
    report = after(report, act, decision.facts);
    expect(REPORT_STATES, at).toContain(report.state);
    expect(report.revision, at).toBe(all.length);
    if (report.state === 'submitted' || report.state === 'received') {
      const lateness = latenessOf(report, DEADLINE, now);
      expect(lateness.kind === 'on-time', `${at}, ${policy.returned}, then ${lateness.kind}`).toBe(
        inTime(policy, standing),
      );
    }
  }
  return { report, sendings: all };
};

describe('random acts by random people at random moments', () => {
  it('keep the table of states, one receipt a revision, closing dates, conflicts, and on time by the policy', () => {
    const ends = new Set<string>();
    let sendings = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const end = play(seed);
      ends.add(end.report.state);
      sendings += end.sendings.length;
      expect(new Set(end.sendings.map((s) => s.revision)).size, `seed ${seed}`).toBe(end.sendings.length);
    }
    // The acts reach everywhere: a test that never sends proves nothing.
    expect(sendings).toBeGreaterThan(200);
    for (const state of ['drafting', 'awaiting-signature', 'signed', 'submitted', 'received', 'returned'])
      expect(ends).toContain(state);
  });
});
