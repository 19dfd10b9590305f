import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../../src/core/kernel/calendar.ts';
import { dayOfInstant, instantAt, isoInstant, timeOfInstant } from '../../../src/core/kernel/instant.ts';
import { isDoc, plainText } from '../../../src/core/kernel/richText.ts';
import { WHO_MAY } from '../../../src/core/report/allow.ts';
import { blocking, type Filled, gapsOf, isNearEmpty, progressOf } from '../../../src/core/report/gaps.ts';
import { latenessOf } from '../../../src/core/report/lateness.ts';
import { save } from '../../../src/core/report/save.ts';
import { nextOfReport, type Report, type ReportState } from '../../../src/core/report/states.ts';
import { EMPTY } from '../../../src/core/template/cell.ts';
import { CAMPAIGN, STORY_NOW } from '../../../src/server/demo/story/campaign.ts';
import { LEADS, sectionsOfUnit } from '../../../src/server/demo/story/given.ts';
import type { StoryStep } from '../../../src/server/demo/story/step.ts';
import { storyOf } from '../../../src/server/demo/story/storyOf.ts';
import { readPack } from '../../../src/server/pack/read.ts';
import { aReport } from '../../setup/aReport.ts';

const pack = await readPack('cao-loc-2024');
const story = storyOf(pack);
const unitBy = (key: string) => {
  const unit = pack.units.units.find((u) => u.key === key);
  if (!unit) throw new Error(key);
  return unit;
};
const obliged = pack.units.units.filter((u) => u.parentId === unitBy('cao-loc').id);
const stepsOf = (unitId: string) => story.filter((s) => s.unitId === unitId);

/** The content after the steps given, as gaps and progress read it. */
const filledAfter = (steps: readonly StoryStep[]): Filled => {
  const cells = new Map<string, (typeof EMPTY | NonNullable<unknown>) & { kind: string }>();
  const words = new Map<string, { kind: 'text' | 'nil'; plain: string }>();
  const reasons = new Map<string, string>();
  for (const step of steps) {
    if (step.verb === 'give-reason') reasons.set(step.check, step.reason);
    if (step.verb !== 'save') continue;
    for (const c of step.cells) cells.set(`${c.form}/${c.row}/${c.column}`, c.cell);
    for (const w of step.words) words.set(w.section, w);
  }
  return {
    cell: (form, row, column) => (cells.get(`${form}/${row}/${column}`) as typeof EMPTY) ?? EMPTY,
    words: (section) => words.get(section),
    reason: (key) => reasons.get(key),
  };
};
const viewOf = (key: string) => {
  const unit = unitBy(key);
  const sections = sectionsOfUnit(pack, unit);
  const filled = filledAfter(stepsOf(unit.id));
  return { sections, filled, progress: progressOf(sections, filled), gaps: gapsOf(sections, filled) };
};

/** Plays one unit through the table of states; throws where the product would refuse. */
const play = (key: string) => {
  const unit = unitBy(key);
  const sections = sectionsOfUnit(pack, unit);
  const preparers = new Set<string>();
  const seen: StoryStep[] = [];
  let state: ReportState = 'not-opened';
  let begun = false;
  let openPins = 0;
  let resendBy: number | null = null;
  let first: number | null = null;
  for (const step of stepsOf(unit.id)) {
    seen.push(step);
    const verb = step.verb === 'save' || step.verb === 'give-reason' ? 'edit' : step.verb;
    expect([key, isoInstant(step.at), state, nextOfReport[state]]).toEqual([
      key,
      isoInstant(step.at),
      state,
      expect.arrayContaining([verb]),
    ]);
    const roles: readonly string[] = WHO_MAY[verb];
    const at = roles.includes('receiver') ? unitBy('noi-vu').id : unit.id;
    const person = pack.people.people.find((p) => p.login === step.by);
    expect([key, step.by, person?.posts.some((p) => p.unitId === at && roles.includes(p.role))]).toEqual([
      key,
      step.by,
      true,
    ]);
    if (step.verb === 'save') {
      preparers.add(step.by);
      const report = {
        state,
        preparers: [],
        campaignId: '',
        unitId: unit.id,
        releasedAt: null,
      } as unknown as Report;
      expect(save(report, sections, step, step.by)).toMatchObject({ ok: true });
      state = state === 'not-opened' ? 'drafting' : state;
    }
    if (step.verb === 'acknowledge') expect(state).toBe('not-opened');
    if (step.verb === 'pass-to-sign') {
      expect([key, blocking(gapsOf(sections, filledAfter(seen)))]).toEqual([key, []]);
      expect([key, openPins]).toEqual([key, 0]);
      state = 'awaiting-signature';
    }
    if (step.verb === 'send-back') state = 'drafting';
    if (step.verb === 'sign') {
      expect(preparers.has(step.by)).toBe(false);
      state = 'submitted';
      begun = false;
      first ??= step.at;
    }
    if (step.verb === 'begin-receiving') {
      expect(begun || preparers.has(step.by)).toBe(false);
      begun = true;
    }
    if (step.verb === 'receive') {
      expect(begun).toBe(true);
      state = 'received';
    }
    if (step.verb === 'return') {
      expect(begun).toBe(true);
      expect(step.resendBy).toBeGreaterThan(step.at);
      state = 'returned';
      openPins = step.pins.length;
      resendBy = step.resendBy;
      expect(openPins).toBeGreaterThan(0);
      for (const pin of step.pins) {
        const { place } = pin;
        const filled = filledAfter(seen);
        if (place.kind === 'words') expect(filled.words(place.section)?.plain).toContain(place.quote);
        if (place.kind === 'cell')
          expect(filled.cell(place.form, place.row, place.column).kind).not.toBe('empty');
      }
    }
    if (step.verb === 'answer') openPins--;
  }
  return { state, begun, openPins, resendBy, first };
};

describe('the story of February 2024', () => {
  it('is the same each time it is told', () => {
    expect(storyOf(pack)).toEqual(story);
  });

  it('goes only where the table of states lets it, by people who hold the posts', () => {
    const states = obliged.map((u) => play(u.key).state);
    const many = (state: ReportState) => states.filter((s) => s === state).length;
    expect(obliged).toHaveLength(27);
    expect({
      received: many('received'),
      submitted: many('submitted'),
      returned: many('returned'),
      waiting: many('awaiting-signature'),
    }).toEqual({ received: 10, submitted: 6, returned: 2, waiting: 2 });
    // Those who acknowledged and wrote are drafting; one has not opened the request.
    expect(obliged.filter((u) => stepsOf(u.id).length === 0).map((u) => u.key)).toEqual(['xa-mau-son']);
  });

  it('happens in working hours after the request was issued and before the demonstration opens', () => {
    const calendar = {
      holidays: new Set(pack.calendar.days.filter((d) => d.kind === 'holiday').map((d) => d.day)),
      workedWeekends: new Set<string>(),
    };
    for (const step of story) {
      const { hour, minute } = timeOfInstant(step.at);
      const clock = hour * 60 + minute;
      expect(step.at).toBeGreaterThan(CAMPAIGN.issuedAt);
      expect(step.at).toBeLessThan(STORY_NOW);
      expect([isoInstant(step.at), isWorkingDay(dayOfInstant(step.at), calendar)]).toEqual([
        isoInstant(step.at),
        true,
      ]);
      expect([isoInstant(step.at), clock >= 450 && clock <= 1050 && !(clock > 690 && clock < 810)]).toEqual([
        isoInstant(step.at),
        true,
      ]);
    }
    expect(story.map((s) => s.at)).toEqual(story.map((s) => s.at).toSorted((a, b) => a - b));
  });

  it('leaves Xuất Lễ past its date for sending again, and nobody late by the deadline', () => {
    const { state, resendBy, first } = play('xa-xuat-le');
    const report = aReport({ state, resendBy, firstSubmittedAt: first });
    expect(latenessOf(report, instantAt('2024-03-01'), STORY_NOW)).toEqual({
      kind: 'resend-overdue',
      by: STORY_NOW - instantAt('2024-02-27', 17),
    });
    expect(play('xa-hai-yen').openPins).toBe(1);
  });

  it('has Bảo Lâm at 86 %, one dossier apart in Hộ tịch, and 100 % in a text that its form denies', () => {
    const { progress, gaps, filled } = viewOf('xa-bao-lam');
    expect(Math.round((100 * progress.filled) / progress.asked)).toBe(86);
    expect(gaps.filter((g) => g.finding?.rowId === 'ho-tich').map((g) => g.finding?.difference)).toEqual([
      '1',
    ]);
    expect(gaps.find((g) => g.code === 'check.unreadable')?.finding?.typed).toBe('2o');
    expect(filled.words('s2.2')?.plain).toContain('100%');
    expect(filled.words('s2.2')?.plain).toContain('348 hồ sơ');
  });

  it('has Xuân Long correct the two pinned cells and one sentence, and nothing else', () => {
    const [, , corrected] = stepsOf(unitBy('xa-xuan-long').id).filter((s) => s.verb === 'save');
    expect(corrected).toMatchObject({
      cells: [
        { row: 'dat-dai', column: '9', cell: { amount: '9' } },
        { row: 'dat-dai', column: '10', cell: { amount: '2' } },
      ],
      words: [{ section: 's2.2', plain: expect.stringContaining('99,16%') }],
    });
  });

  it('draws drafts as far as they are', () => {
    const percent = (key: string) => {
      const { progress } = viewOf(key);
      return Math.round((100 * progress.filled) / progress.asked);
    };
    expect(percent('xa-thanh-loa')).toBe(41);
    expect(percent('xa-cong-son')).toBe(63);
    expect(percent('tckh')).toBe(60);
    expect(percent('van-phong')).toBe(72);
  });

  it('exposes one sent report as near-empty, and no other', () => {
    const sent = obliged.filter((u) => stepsOf(u.id).some((s) => s.verb === 'sign'));
    expect(sent.filter((u) => isNearEmpty(viewOf(u.key).progress)).map((u) => u.key)).toEqual([
      'xa-tan-thanh',
    ]);
  });
});

describe('the words of the story', () => {
  const texts = story.flatMap((s) =>
    s.verb === 'save' ? s.words.flatMap((w) => (w.kind === 'text' ? [{ ...w, unitId: s.unitId }] : [])) : [],
  );

  it('are sound rich text in NFC, with two sentences or more unless near-empty', () => {
    for (const w of texts) {
      expect([w.section, isDoc(w.doc), w.doc && plainText(w.doc)]).toEqual([w.section, true, w.plain]);
      expect(w.plain).toBe(w.plain.normalize('NFC'));
      expect(w.plain).not.toMatch(/undefined|null|NaN|\s{2}/);
      if (w.unitId !== unitBy('xa-tan-thanh').id && w.section !== 's7')
        expect([w.section, (w.plain.match(/[.;](\s|$)/g) ?? []).length >= 2]).toEqual([w.section, true]);
    }
  });

  it('vary: at least four wordings of each part that every commune writes', () => {
    const communes = new Set(obliged.filter((u) => u.kind === 'commune').map((u) => u.id));
    for (const section of ['s1', 's2.1', 's2.2', 's2.3', 's2.4', 's2.5', 's3', 's4', 's5', 's6']) {
      const openings = texts
        .filter((w) => w.section === section && communes.has(w.unitId))
        .map((w) =>
          w.plain
            .replace(/\d[\d.,]*/g, '#')
            .replace(/(xã|thị trấn) \p{Lu}\S+( \p{Lu}\S+)*/gu, '@')
            .slice(0, 30),
        );
      expect([section, new Set(openings).size >= 4]).toEqual([section, true]);
    }
  });

  it('carry the figures of their own form', () => {
    const { filled, sections } = viewOf('tt-dong-dang');
    const form = sections.flatMap((s) => s.forms).find((f) => f.id === 'dossier');
    const received = ['4', '5', '6']
      .flatMap((c) => form?.rows.map((r) => filled.cell('dossier', r.id, c)) ?? [])
      .reduce((n, c) => n + (c.kind === 'amount' ? Number(c.amount) : 0), 0);
    expect(received).toBeGreaterThan(300);
    expect(filled.words('s2.2')?.plain).toContain(`${received} hồ sơ`);
  });
});

describe('the leads of the letter', () => {
  it('are eight fields, four lead units and one partner', () => {
    expect(LEADS).toHaveLength(8);
    expect(new Set(LEADS.map((l) => l.lead)).size).toBe(4);
    expect(LEADS.flatMap((l) => l.partners)).toEqual(['vhtt']);
    const asked = pack.template.outlines
      .flatMap((o) => o.sections)
      .flatMap((s) => s.children ?? [])
      .flatMap((s) => (s.forLeadOf ? [s.forLeadOf] : []));
    expect(new Set(asked)).toEqual(new Set(LEADS.map((l) => l.area)));
  });
});
