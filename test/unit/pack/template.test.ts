import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/template/cell.ts';
import { findingsOf } from '../../../src/core/template/check.ts';
import { valueAt } from '../../../src/core/template/compute.ts';
import { outlineFor, sectionsFor, type UnitForm } from '../../../src/core/template/outline.ts';
import type { Form, Template } from '../../../src/core/template/template.ts';
import { FORMULA_DEPTH, problemsOfTemplate } from '../../../src/core/template/validate.ts';
import { templateWire } from '../../../src/core/template/wire.ts';

const raw = (): unknown =>
  JSON.parse(readFileSync(new URL('../../../packs/cao-loc-2024/template.json', import.meta.url), 'utf8'));
const template = templateWire.parse(raw());
const formOf = (id: string): UnitForm => {
  const form = template.forms.find((f) => f.id === id);
  if (!form || 'from' in form.rows) throw new Error(`${id} has no rows of its own`);
  return { ...form, rows: [...form.rows, { id: 'total', title: 'Tổng cộng' }] };
};
const none = { tasks: [], lowMarks: [], ledCriteria: [] };

describe('the template of Cao Lộc 2024', () => {
  it('is sound', () => {
    expect(problemsOfTemplate(template)).toEqual([]);
  });

  it('asks a commune for the seven parts of the letter, part II in five fields', () => {
    const outline = outlineFor(template, 'commune');
    expect(outline?.sections.map((s) => s.number)).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII']);
    expect(outline?.sections[1]?.children?.map((s) => s.id)).toEqual([
      's2.1',
      's2.2',
      's2.3',
      's2.4',
      's2.5',
    ]);
  });

  it('gives each department only the fields it leads, and the partner its own part', () => {
    const outline = outlineFor(template, 'department');
    if (!outline) throw new Error('no outline of departments');
    const seen = (leads: { area: string; part: 'lead' | 'partner' }[]) =>
      sectionsFor(template, outline, leads, none);
    const finance = seen([
      { area: 'TÀI CHÍNH CÔNG', part: 'lead' },
      { area: 'TÁC ĐỘNG KT-XH', part: 'lead' },
    ]);
    expect(finance.filter((s) => s.parentId === 'b').map((s) => s.id)).toEqual(['b4', 'b5']);
    const culture = seen([{ area: 'CĐS', part: 'partner' }]);
    expect(culture.filter((s) => s.parentId === 'b').map((s) => s.id)).toEqual(['b9']);
    expect(culture.find((s) => s.id === 'd')?.applicability).toBe('not-applicable');
    expect(culture.find((s) => s.id === 'a4')?.notApplicable).toMatch(/362/);
  });

  it('keeps the rows of the whole-area form the same as those of the communes', () => {
    const ids = (id: string) => formOf(id).rows.map((r) => r.id);
    expect(ids('dossier-area')).toEqual(ids('dossier'));
  });

  it('computes columns 3, 7 and 11, the total and the shares, and finds the row that differs by one', () => {
    const typed: Record<string, Record<string, string>> = {
      'ho-tich': { 4: '46', 5: '71', 6: '1', 8: '84', 9: '28', 10: '0', 12: '5', 13: '0' },
      'dat-dai': { 4: '3', 5: '12', 6: '4', 8: '2', 9: '9', 10: '2', 12: '5', 13: '1' },
    };
    const values = (row: string, column: string): Cell => {
      const amount = typed[row]?.[column];
      return amount === undefined ? { kind: 'nil' } : { kind: 'amount', amount };
    };
    const form = formOf('dossier');
    expect(valueAt(form, values, 'ho-tich', '3')).toEqual({ kind: 'amount', amount: '118' });
    expect(valueAt(form, values, 'total', '7')).toEqual({ kind: 'amount', amount: '125' });
    expect(valueAt(form, values, 'total', 'r1')).toEqual({ kind: 'amount', amount: '98.4' });
    expect(valueAt(form, values, 'khac', 'r1')).toEqual({ kind: 'uncomputable' });
    expect(findingsOf(form, values)).toMatchObject([
      { key: 'dossier:3=7+11:ho-tich', left: '118', right: '117', difference: '1', severity: 'must' },
    ]);
  });
});

/** The sound template with one form changed. */
const spoiled = (change: (form: Form) => Form, id = 'dossier'): Template => ({
  ...template,
  forms: template.forms.map((f) => (f.id === id ? change(f) : f)),
});
const codes = (t: Template): readonly string[] => problemsOfTemplate(t).map((p) => `${p.path} ${p.code}`);

describe('validating a template', () => {
  it('names a reference to a column or row that is not there', () => {
    const broken = spoiled((f) => ({
      ...f,
      checks: [
        {
          id: 'x',
          severity: 'must',
          left: [{ row: '*', column: '99' }],
          op: '=',
          right: [{ row: 'mất', column: '7' }],
        },
      ],
    }));
    expect(codes(broken)).toEqual([
      'forms/dossier/checks/x template.unknownColumn',
      'forms/dossier/checks/x template.unknownRow',
    ]);
  });

  it('finds a circle of formulas at every cell in it', () => {
    const circular = spoiled((f) => ({
      ...f,
      columns: f.columns.map((c) =>
        c.id === '4' ? { ...c, formula: { sum: [{ row: '*', column: '3' }] } } : c,
      ),
    }));
    expect(codes(circular)).toContain('forms/dossier/ho-tich/3 template.formulaCycle');
    expect(codes(circular)).toContain('forms/dossier/ho-tich/4 template.formulaCycle');
  });

  it('refuses formulas nested deeper than computing goes, and only those', () => {
    const chain = (length: number): Form => ({
      id: 'chain',
      title: 'Chuỗi',
      scope: 'commune',
      rows: [{ id: 'r', title: 'Hàng' }],
      columns: [
        { id: 'c0', title: '0', kind: 'figure' },
        ...Array.from({ length }, (_, n) => ({
          id: `c${n + 1}`,
          title: `${n + 1}`,
          kind: 'figure' as const,
          formula: { sum: [{ row: '*', column: `c${n}` }] },
        })),
      ],
      checks: [],
    });
    const computed = (length: number) =>
      valueAt(chain(length) as UnitForm, () => ({ kind: 'amount', amount: '1' }), 'r', `c${length}`).kind;
    const found = (length: number) =>
      codes(spoiled(() => ({ ...chain(length), id: 'dossier' }))).filter((c) => c.includes('TooDeep')).length;
    expect([computed(FORMULA_DEPTH), found(FORMULA_DEPTH)]).toEqual(['amount', 0]);
    expect([computed(FORMULA_DEPTH + 1), found(FORMULA_DEPTH + 1)]).toEqual(['empty', 1]);
  });

  it('names forms that are unknown, unused, shown twice or of another scope', () => {
    const outlines = template.outlines.map((o) => ({
      ...o,
      sections: o.sections.map((s) => (s.id === 's1' ? { ...s, forms: ['lost', 'dossier', 'cds-area'] } : s)),
    }));
    expect(codes({ ...template, outlines })).toEqual([
      'outlines/commune/dossier template.formTwice',
      'outlines/commune/s1/lost template.unknownForm',
      'outlines/commune/s1/cds-area template.otherScope',
      'forms/cddh template.formUnused',
    ]);
  });

  it('wants choices for a choice, ids once, and a range the right way round', () => {
    const broken = spoiled(
      (f) => ({
        ...f,
        columns: [
          ...f.columns.map((c) =>
            c.id === 'status' ? { ...c, choices: [] } : c.id === 'progress' ? { ...c, min: '101' } : c,
          ),
          { id: 'result', title: 'Lần nữa', kind: 'text' as const },
        ],
      }),
      'tasks',
    );
    expect(codes(broken)).toEqual([
      'forms/tasks/columns/result template.duplicateId',
      'forms/tasks/columns/status template.choicesMissing',
      'forms/tasks/columns/progress template.rangeReversed',
    ]);
  });

  it('refuses a shape that is not known', () => {
    expect(templateWire.safeParse({ ...(raw() as object), colour: 'red' }).success).toBe(false);
  });
});
