import { typedCells } from '../../../core/report/gaps.ts';
import type { Cell } from '../../../core/template/cell.ts';
import type { UnitForm, UnitSection } from '../../../core/template/outline.ts';
import { criteriaOf } from '../../pack/coherence.ts';
import type { Pack, PackUnit } from '../../pack/shape.ts';
import { agencyFigures, areaFigures } from './departmentFigures.ts';
import { communeFigures, DOSSIER_COLUMNS, type Figures, totalsOf } from './figures.ts';
import { setOf } from './given.ts';
import { chanceOf } from './random.ts';
import type { StoryCell, StoryWords } from './step.ts';
import { communeWords } from './words/commune.ts';
import { agencyWords, areaWords } from './words/department.ts';
import { forecastCells, lowMarkCells, taskCells } from './words/rows.ts';
import { asWords, count, type Voice } from './words/voice.ts';

/** Everything one report says. */
export type Contents = { readonly cells: readonly StoryCell[]; readonly words: readonly StoryWords[] };

const NIL: Cell = { kind: 'nil' };
const figure = (value: number | null | undefined, estimate = false): Cell =>
  value === null || value === undefined
    ? NIL
    : { kind: 'amount', amount: String(value), ...(estimate ? { estimate } : {}) };

/** Reports are written before the window ends: what is known last is flagged "ước". */
const ESTIMATED = new Set(['cchc-7-02', 'cchc-7-04']);

const isDossier = (form: UnitForm): boolean => form.id.startsWith('dossier');

const cellsOf = (pack: Pack, unit: PackUnit, form: UnitForm, figures: Figures): readonly StoryCell[] =>
  typedCells(form)
    .filter((at) => !at.optional)
    .map(({ rowId: row, columnId: column }) => {
      const place = { form: form.id, row, column };
      if (isDossier(form)) {
        const at = (DOSSIER_COLUMNS as readonly string[]).indexOf(column);
        return { ...place, cell: figure(figures.dossiers[row]?.[at]) };
      }
      if (form.id.startsWith('tasks')) {
        const task = pack.tasks.tasks.find((t) => t.id === row);
        const cells = taskCells(unit.key, task?.key ?? '', totalsOf(figures.dossiers).late);
        return { ...place, cell: cells[column] ?? NIL };
      }
      if (form.id === 'low-marks') return { ...place, cell: lowMarkCells(unit.key, row)[column] ?? NIL };
      if (form.id === 'led-criteria') {
        const criterion = criteriaOf(setOf(pack, (s) => s.subjectLevel === 'district')).get(row);
        return { ...place, cell: (criterion && forecastCells(criterion)[column]) ?? NIL };
      }
      return { ...place, cell: figure(figures.amounts[row], ESTIMATED.has(row)) };
    });

/** Working days on which communes signed their plans, after the district's. */
const PLAN_DAYS = [18, 19, 22, 23, 24, 25, 26, 29, 30, 31] as const;

const planOf = (key: string): string => {
  const chance = chanceOf(`${key}:plan`);
  return `Kế hoạch số ${count(chance.whole(4, 21))}/KH-UBND ngày ${chance.pick(PLAN_DAYS)}/01/2024`;
};

const inSentence = (unit: PackUnit): string =>
  unit.kind === 'commune' ? unit.name.replace(/^./, (c) => c.toLowerCase()) : unit.name;

const voiceOf = (pack: Pack, unit: PackUnit, figures: Figures): Voice => ({
  unit: inSentence(unit),
  level: unit.name.startsWith('Thị trấn') ? 'thị trấn' : 'xã',
  plan: unit.kind === 'commune' ? planOf(unit.key) : pack.tasks.document,
  amounts: figures.amounts,
  totals: totalsOf(figures.dossiers),
  turn: pack.units.units.filter((u) => u.kind === unit.kind).findIndex((u) => u.id === unit.id),
});

const communeKeysOf = (pack: Pack): readonly string[] => Object.keys(pack.marks.units);

const figuresFor = (pack: Pack, unit: PackUnit, form: UnitForm, own: Figures): Figures =>
  form.scope === 'area'
    ? areaFigures(communeKeysOf(pack))
    : unit.kind === 'commune'
      ? own
      : agencyFigures(unit.key);

/** What the unit would send if all went well: every place filled, text and figures from one source. */
export const contentsOf = (
  pack: Pack,
  unit: PackUnit,
  sections: readonly UnitSection[],
  own: Figures = unit.kind === 'commune' ? communeFigures(unit.key) : agencyFigures(unit.key),
  told: Figures = own,
): Contents => {
  const voice = voiceOf(pack, unit, told);
  const texts: Readonly<Record<string, string | undefined>> =
    unit.kind === 'commune'
      ? communeWords(voice)
      : {
          ...agencyWords(voice),
          ...areaWords({ ...voiceOf(pack, unit, areaFigures(communeKeysOf(pack))), unit: voice.unit }),
        };
  const written = sections.filter((s) => s.words && s.applicability !== 'not-applicable');
  return {
    cells: sections.flatMap((s) =>
      s.forms.flatMap((form) => cellsOf(pack, unit, form, figuresFor(pack, unit, form, own))),
    ),
    words: written.map((s): StoryWords => {
      const text = texts[s.id];
      return text === undefined
        ? { section: s.id, kind: 'nil', plain: '', doc: null }
        : asWords(s.id, [text]);
    }),
  };
};
