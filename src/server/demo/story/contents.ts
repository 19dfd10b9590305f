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

/** One period as it is told: whose figures, and which words. */
export type Telling = {
  readonly agency: (key: string) => Figures;
  readonly area: (communeKeys: readonly string[]) => Figures;
  readonly plan: (key: string) => string;
  /** How far on from this period the wordings are taken, part by part. */
  readonly turn: (unitKey: string, section: string) => number;
  readonly retold: (words: string, unitKey: string, section: string) => string;
};

/** Working days on which communes signed their plans, after the district's. */
const PLAN_DAYS = [18, 19, 22, 23, 24, 25, 26, 29, 30, 31] as const;

const planOf = (key: string): string => {
  const chance = chanceOf(`${key}:plan`);
  return `Kế hoạch số ${count(chance.whole(4, 21))}/KH-UBND ngày ${chance.pick(PLAN_DAYS)}/01/2024`;
};

const THIS_PERIOD: Telling = {
  agency: agencyFigures,
  area: areaFigures,
  plan: planOf,
  turn: () => 0,
  retold: (words) => words,
};

const inSentence = (unit: PackUnit): string =>
  unit.kind === 'commune' ? unit.name.replace(/^./, (c) => c.toLowerCase()) : unit.name;

const voiceOf = (pack: Pack, unit: PackUnit, figures: Figures, telling: Telling): Voice => ({
  unit: inSentence(unit),
  level: unit.name.startsWith('Thị trấn') ? 'thị trấn' : 'xã',
  plan: unit.kind === 'commune' ? telling.plan(unit.key) : pack.tasks.document,
  amounts: figures.amounts,
  totals: totalsOf(figures.dossiers),
  turn: pack.units.units.filter((u) => u.kind === unit.kind).findIndex((u) => u.id === unit.id),
});

const communeKeysOf = (pack: Pack): readonly string[] => Object.keys(pack.marks.units);

const textsOf = (pack: Pack, unit: PackUnit, voice: Voice, area: Figures, telling: Telling) =>
  unit.kind === 'commune'
    ? communeWords(voice)
    : { ...agencyWords(voice), ...areaWords({ ...voiceOf(pack, unit, area, telling), unit: voice.unit }) };

/** What the unit would send if all went well: every place filled, text and figures from one source. */
export const contentsOf = (
  pack: Pack,
  unit: PackUnit,
  sections: readonly UnitSection[],
  own: Figures = unit.kind === 'commune' ? communeFigures(unit.key) : agencyFigures(unit.key),
  told: Figures = own,
  telling: Telling = THIS_PERIOD,
): Contents => {
  // Communes report nothing on the whole district.
  const area = unit.kind === 'commune' ? own : telling.area(communeKeysOf(pack));
  const voice = voiceOf(pack, unit, told, telling);
  const figuresFor = (form: UnitForm): Figures =>
    form.scope === 'area' ? area : unit.kind === 'commune' ? own : telling.agency(unit.key);
  const textIn = (section: string): string | undefined => {
    const turned = { ...voice, turn: voice.turn + telling.turn(unit.key, section) };
    const text: string | undefined = (
      textsOf(pack, unit, turned, area, telling) as Readonly<Record<string, string | undefined>>
    )[section];
    return text && telling.retold(text, unit.key, section);
  };
  const written = sections.filter((s) => s.words && s.applicability !== 'not-applicable');
  return {
    cells: sections.flatMap((s) => s.forms.flatMap((form) => cellsOf(pack, unit, form, figuresFor(form)))),
    words: written.map((s): StoryWords => {
      const text = textIn(s.id);
      return text === undefined
        ? { section: s.id, kind: 'nil', plain: '', doc: null }
        : asWords(s.id, [text]);
    }),
  };
};
