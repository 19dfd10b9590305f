import type { UnitForm } from '../../template/outline.ts';
import type { Row } from '../../template/template.ts';
import type { Claim } from './claims.ts';
import type { Clause } from './clauses.ts';

/**
 * What words say of a form with one figure a row. A number belongs to a row when the words around it name the row and
 * the row's unit stands behind the number; when two rows fit equally well nothing is said.
 */
const LITTLE = new Set(
  'số tổng đã được của trong các và tại do có kỳ này lũy kế từ theo ước ubnd cchc cấp xã huyện năm qua đến việc đạt bằng là chiếm tỷ lệ'.split(
    ' ',
  ),
);
const NOT_NOW =
  /phấn đấu|mục tiêu|dự kiến|tối thiểu|ít nhất|trở lên|cùng kỳ|so với|năm trước|quý trước|kỳ trước/u;
const NEARLY = /(?:khoảng|gần|hơn|trên|dưới|xấp xỉ|tăng|giảm|thêm|từ|đến)[ \u00a0]*$/u;
/** 'Trong 247 văn bản đi có 242 văn bản ký số': what stands before 'có' belongs to the number before. */
const JOINS = /,|(?:có|và|trong đó|gồm|trên|còn|đạt|bằng|là)(?![\p{L}])/gu;
const ownWords = (before: string, follows: boolean): string => {
  const last = follows ? [...before.matchAll(JOINS)].at(-1) : undefined;
  return last ? before.slice(last.index + last[0].length) : before;
};

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
const keyWords = (row: Row): readonly string[] => [
  ...new Set(wordsOf(row.title.replace(/\(.*?\)/g, '')).filter((w) => !LITTLE.has(w))),
];

type Named = { readonly row: Row; readonly keys: readonly string[] };

/** The one row that the words name; undefined when none or several do. */
const rowNamed = (rows: readonly Named[], words: (row: Row) => string, least: number): Named | undefined => {
  const fits = rows
    .map((named) => {
      const here = new Set(wordsOf(words(named.row)));
      return { named, hit: named.keys.filter((k) => here.has(k)).length };
    })
    .filter(({ named, hit }) => hit >= 2 && hit / named.keys.length >= least)
    .sort((a, b) => b.hit - a.hit);
  return fits[0] && fits[0].hit !== fits[1]?.hit ? fits[0].named : undefined;
};

/** The number stands next to words of the row: 'đã xử lý 01 văn bản' after 'qua rà soát' counts what was settled. */
const touches = ({ row, keys }: Named, before: string, after: string): boolean => {
  const content = (text: string): readonly string[] => wordsOf(text).filter((w) => !LITTLE.has(w));
  const unit = (row.unit ?? '').toLowerCase();
  const behind = content(after.startsWith(unit) ? after.slice(unit.length) : after)[0];
  const ahead = content(before).at(-1);
  return (ahead !== undefined && keys.includes(ahead)) || (behind !== undefined && keys.includes(behind));
};

const NOTHING =
  /(?:không có|không phát sinh|chưa phát sinh|không xảy ra|không để xảy ra)(?: trường hợp(?: nào)?)?([^.;()]{4,80})/u;

export const rowClaims = (form: UnitForm, clauses: readonly Clause[]): readonly Claim[] => {
  const figures = form.columns.filter((c) => c.kind === 'figure' && !c.formula);
  const column = figures[0]?.id;
  if (figures.length !== 1 || column === undefined || form.totalRow) return [];
  // A code such as 'có = 1, không = 0' is no amount that words would tell.
  const rows = form.rows.filter((r) => r.unit !== 'mã').map((row) => ({ row, keys: keyWords(row) }));
  const claims: Claim[] = [];
  for (const clause of clauses) {
    if (NOT_NOW.test(clause.text)) continue;
    const numbers = clause.segments.flatMap((segment) => segment.numbers.map((said) => ({ segment, said })));
    numbers.forEach(({ segment, said }, index) => {
      if (said.of) return;
      const previous = numbers[index - 1]?.said.end;
      const to = numbers[index + 1]?.said.start ?? clause.start + clause.text.length;
      const before = ownWords(
        clause.text.slice((previous ?? clause.start) - clause.start, said.start - clause.start),
        previous !== undefined,
      );
      const after = clause.text.slice(said.end - clause.start, to - clause.start).trimStart();
      // What comes after a comma is another statement, unless the name of the row has one itself.
      const upTo = (row: Row): string => (row.title.includes(',') ? after : (after.split(',')[0] ?? ''));
      if (NEARLY.test(before)) return;
      const kin = rows.filter(({ row }) =>
        said.percent
          ? row.unit === '%'
          : row.unit !== '%' && after.startsWith((row.unit ?? '').toLowerCase()),
      );
      const named = rowNamed(kin, (row) => `${before} ${upTo(row)}`, 1);
      if (!named || !touches(named, before, after)) return;
      const text = segment.text.trimEnd();
      const { amount, percent, decimals } = said;
      claims.push({
        ...{ formId: form.id, number: { start: said.start, end: said.end }, said: amount, percent, decimals },
        start: segment.start + (text.length - text.trimStart().length),
        end: segment.start + text.length,
        measures: [{ kind: 'sum', refs: [{ row: named.row.id, column }] }],
      });
    });
    const nothing = NOTHING.exec(clause.text);
    const named =
      nothing &&
      rowNamed(
        rows.filter(({ row }) => row.unit !== '%'),
        () => nothing[1] ?? '',
        0.6,
      );
    if (nothing && named)
      claims.push({
        ...{ formId: form.id, said: '0', percent: false, decimals: 0 },
        ...{
          start: clause.start + nothing.index,
          end: clause.start + nothing.index + nothing[0].trimEnd().length,
        },
        measures: [{ kind: 'sum', refs: [{ row: named.row.id, column }] }],
      });
  }
  return claims;
};
