import type { Cell } from '../../../core/template/cell.ts';
import type { UnitSection } from '../../../core/template/outline.ts';
import type { Pack, PackUnit } from '../../pack/shape.ts';
import { type Contents, contentsOf } from './contents.ts';
import { communeFigures, type DossierRow, type Figures } from './figures.ts';
import type { StoryCell, StoryWords } from './step.ts';
import { asWords } from './words/voice.ts';

type Make = (pack: Pack, unit: PackUnit, sections: readonly UnitSection[]) => Contents;

const withRow = (figures: Figures, row: string, value: DossierRow): Figures => ({
  ...figures,
  dossiers: { ...figures.dossiers, [row]: value },
});

const withWords = (contents: Contents, section: string, change: (plain: string) => string): Contents => ({
  ...contents,
  words: contents.words.map((w) =>
    w.section === section && w.kind === 'text' ? asWords(section, [change(w.plain)]) : w,
  ),
});

const without = (contents: Contents, blank: (cell: StoryCell) => boolean): Contents => ({
  ...contents,
  cells: contents.cells.filter((c) => !blank(c)),
});

const said = (words: readonly StoryWords[], section: string): string =>
  words.find((w) => w.section === section)?.plain ?? '';

/** Lan has most of it: one dossier too few, one row that is no number yet, some blanks, and 100% in the text. */
const baoLam: Make = (pack, unit, sections) => {
  const whole = withWords(contentsOf(pack, unit, sections), 's2.2', (plain) =>
    plain.replace(/\d+(,\d+)?%/, '100%'),
  );
  const idOf = (key: string) => pack.tasks.tasks.find((t) => t.key === key)?.id;
  const rest = without(
    whole,
    (c) =>
      (c.form === 'dossier' && (c.row === 'tin-nguong-ton-giao' || c.row === 'khac')) ||
      (c.form === 'tthc' && /p[567]$/.test(c.row)) ||
      (c.form === 'tasks' && c.row === idOf('xin-loi')) ||
      (c.form === 'tasks' && c.row === idOf('doi-thoai') && c.column === 'result') ||
      (c.form === 'low-marks' && c.row === '3.3' && c.column !== 'cause'),
  );
  const slip: Cell = { kind: 'unparsed', typed: '2o' };
  return {
    ...rest,
    cells: [...rest.cells, { form: 'dossier', row: 'tin-nguong-ton-giao', column: '4', cell: slip }],
  };
};

/** Every place filled, hardly a word said: it can be sent and is shown for what it is (F4). */
const nearEmpty: Make = (pack, unit, sections) => {
  const whole = contentsOf(pack, unit, sections);
  const column = (c: StoryCell) =>
    sections
      .flatMap((s) => s.forms)
      .find((f) => f.id === c.form)
      ?.columns.find((k) => k.id === c.column);
  const kept = (c: StoryCell) => c.form === 'dossier' && c.row === 'chung-thuc';
  return {
    cells: whole.cells.map((c) => {
      if (kept(c)) return c;
      const kind = column(c)?.kind;
      if (kind === 'choice') return { ...c, cell: { kind: 'text', text: column(c)?.choices?.at(-2) ?? '' } };
      return { ...c, cell: kind === 'text' ? { kind: 'text', text: 'Đang thực hiện.' } : { kind: 'nil' } };
    }),
    words: whole.words.map((w) =>
      w.section === 's7'
        ? { section: w.section, kind: 'nil', plain: '', doc: null }
        : asWords(w.section, [w.section === 's6' ? 'Tiếp tục thực hiện.' : 'Thực hiện theo kế hoạch.']),
    ),
  };
};

/** One present more than was given: right as it stands, with a reason that the receiver sees (C5). */
const thachDan: Make = (pack, unit, sections) => {
  const drawn = communeFigures(unit.key);
  const given = drawn.amounts['cchc-4-01'] ?? 0;
  const own = { ...drawn, amounts: { ...drawn.amounts, 'cchc-4-02': given + 1 } };
  return contentsOf(pack, unit, sections, own);
};

/** The form says that nothing was late, the text that two were: what Xuất Lễ was returned for. */
const xuatLe: Make = (pack, unit, sections) => {
  const own = communeFigures(unit.key);
  return contentsOf(pack, unit, sections, own, withRow(own, 'dat-dai', [3, 14, 3, 8, 5, 2, 5, 0]));
};

const hongPhongFirst: Make = (pack, unit, sections) => {
  const own = communeFigures(unit.key);
  return contentsOf(pack, unit, sections, own, withRow(own, 'dat-dai', [4, 15, 2, 9, 7, 0, 5, 0]));
};

/** Nine in time and two late were first counted as eleven in time; all else already told of the two. */
const xuanLongFirst: Make = (pack, unit, sections) => {
  const right = contentsOf(pack, unit, sections);
  const counted: Readonly<Record<string, Cell>> = {
    9: { kind: 'amount', amount: '11' },
    10: { kind: 'amount', amount: '0' },
  };
  const first = withWords(right, 's2.2', (plain) => plain.replace(/\d+(,\d+)?%/, '100%'));
  return {
    ...first,
    cells: right.cells.map((c) =>
      c.form === 'dossier' && c.row === 'dat-dai' ? { ...c, cell: counted[c.column] ?? c.cell } : c,
    ),
  };
};

const FIRST: Readonly<Record<string, Make>> = {
  'xa-bao-lam': baoLam,
  'xa-tan-thanh': nearEmpty,
  'xa-thach-dan': thachDan,
  'xa-xuat-le': xuatLe,
  'xa-hong-phong': hongPhongFirst,
  'xa-xuan-long': xuanLongFirst,
};

/** What a unit had written when it first sent, or has written so far. */
export const firstContents: Make = (pack, unit, sections) =>
  (FIRST[unit.key] ?? contentsOf)(pack, unit, sections);

/** What it wrote after the return: only what differs from before. */
export const correctedPlaces = (pack: Pack, unit: PackUnit, sections: readonly UnitSection[]): Contents => {
  const before = firstContents(pack, unit, sections);
  const after = contentsOf(pack, unit, sections);
  const key = (c: StoryCell) => `${c.form}/${c.row}/${c.column}`;
  const old = new Map(before.cells.map((c) => [key(c), JSON.stringify(c.cell)]));
  return {
    cells: after.cells.filter((c) => old.get(key(c)) !== JSON.stringify(c.cell)),
    words: after.words.filter((w) => said(before.words, w.section) !== w.plain),
  };
};
