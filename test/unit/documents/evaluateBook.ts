import type { Sheet } from 'hucre/xlsx';

/** A second opinion of a workbook: the few functions that it may use, computed from its own typed cells alone. */
type Value = number | string | null;
type Evaluated = { sheet: string; cell: string; formula: string; agrees: boolean; got: Value; said: Value };

/** One value, or the cells of a range. */
type Term = Value | Value[];

const TOKEN =
  /\s*(?:('[^']+'!\$[A-Z]+\$\d+:\$[A-Z]+\$\d+)|([A-Z]+\d+)(?![A-Z(])|([A-Z]+)\(|"([^"]*)"|(\d+(?:\.\d+)?)|(<>|[=*/\-(),]))/y;

const columnOf = (letters: string): number =>
  [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const all = (terms: readonly Term[]): Value[] => terms.flat();
/** What is no number adds nothing inside a sum; in arithmetic an empty cell is zero. */
const numbers = (values: readonly Value[]): number[] => values.filter((v) => typeof v === 'number');
const each = (a: Term, b: Term, of: (x: Value, y: Value) => number): Term => {
  if (!Array.isArray(a) && !Array.isArray(b)) return of(a, b);
  const n = Math.max(Array.isArray(a) ? a.length : 0, Array.isArray(b) ? b.length : 0);
  return Array.from({ length: n }, (_, i) =>
    of(Array.isArray(a) ? (a[i] ?? null) : a, Array.isArray(b) ? (b[i] ?? null) : b),
  );
};
const arithmetic = (value: Value): number => {
  if (typeof value === 'string') throw new Error(`no number: ${value}`);
  return value ?? 0;
};
const same = (x: Value, y: Value): boolean => (x === null || x === '' ? y === null || y === '' : x === y);

const FUNCTIONS: Readonly<Record<string, (args: Term[]) => Term>> = {
  SUM: (args) => numbers(all(args)).reduce((a, b) => a + b, 0),
  MAX: (args) => numbers(all(args)).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
  SUMPRODUCT: (args) => numbers(all(args)).reduce((a, b) => a + b, 0),
  IF: ([test, yes = null, no = null]) => (test ? yes : no),
  SUMIFS: ([values, ...tests]) =>
    numbers((values as Value[]).filter((_, i) => passes(tests, i))).reduce((a, b) => a + b, 0),
  COUNTIFS: (tests) => (tests[0] as Value[]).filter((_, i) => passes(tests, i)).length,
};
const passes = (tests: readonly Term[], at: number): boolean =>
  tests.every((test, i) => i % 2 === 1 || same((test as Value[])[at] ?? null, tests[i + 1] as Value));

export const evaluateBook = (sheets: readonly Sheet[]): Evaluated[] => {
  const at = (sheet: Sheet, r: number, c: number): Value => {
    const formula = sheet.cells?.get(`${r},${c}`)?.formula;
    if (formula) return evaluate(sheet, formula);
    const value = sheet.rows[r]?.[c];
    // A reader gives what looks like a moment as a date: a spreadsheet counts its days.
    if (value instanceof Date) return value.getTime();
    return typeof value === 'number' || typeof value === 'string' ? value : null;
  };
  const range = (text: string): Value[] => {
    const [, name = '', column = '', from = '', to = ''] =
      /^'(.+)'!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(text) ?? [];
    const sheet = sheets.find((one) => one.name === name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) =>
      at(sheet, Number(from) - 1 + i, columnOf(column)),
    );
  };

  const evaluate = (sheet: Sheet, formula: string): Value => {
    let place = 0;
    const next = (): RegExpExecArray => {
      TOKEN.lastIndex = place;
      const found = TOKEN.exec(formula);
      if (!found) throw new Error(`a formula that nobody expected: ${formula.slice(place)}`);
      return found;
    };
    const take = (): RegExpExecArray => {
      const found = next();
      place += found[0].length;
      return found;
    };
    const sign = (): string | undefined => (place < formula.length ? next()[6] : undefined);
    const args = (): Term[] => {
      const found: Term[] = [compared()];
      while (take()[6] === ',') found.push(compared());
      return found;
    };
    const one = (): Term => {
      const [, cells, cell, name, text, number, mark] = take();
      if (cells) return range(cells);
      if (cell) {
        const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
        return at(sheet, Number(row) - 1, columnOf(column));
      }
      if (name) {
        const of = FUNCTIONS[name];
        if (!of) throw new Error(`a function that nobody expected: ${name}`);
        return of(args());
      }
      if (text !== undefined) return text;
      if (number) return Number(number);
      if (mark === '(') return args()[0]!;
      throw new Error(`a sign that nobody expected: ${mark}`);
    };
    const product = (): Term => {
      let left = one();
      for (let s = sign(); s === '*' || s === '/'; s = sign()) {
        take();
        left = each(left, one(), (x, y) =>
          s === '*' ? arithmetic(x) * arithmetic(y) : arithmetic(x) / arithmetic(y),
        );
      }
      return left;
    };
    const added = (): Term => {
      let left = product();
      while (sign() === '-') {
        take();
        left = each(left, product(), (x, y) => arithmetic(x) - arithmetic(y));
      }
      return left;
    };
    const compared = (): Term => {
      const left = added();
      const s = sign();
      if (s !== '=' && s !== '<>') return left;
      take();
      return each(left, added(), (x, y) => Number(same(x, y) === (s === '=')));
    };
    const result = compared();
    return Array.isArray(result) ? (result[0] ?? null) : result;
  };

  return sheets.flatMap((sheet) =>
    [...(sheet.cells ?? [])].flatMap(([key, cell]): Evaluated[] => {
      if (!cell.formula) return [];
      const [r = 0, c = 0] = key.split(',').map(Number);
      const got = evaluate(sheet, cell.formula);
      const value = sheet.rows[r]?.[c];
      const said = typeof value === 'number' || typeof value === 'string' ? value : null;
      const agrees =
        typeof got === 'number' && typeof said === 'number' ? Math.abs(got - said) < 0.005 : got === said;
      return [{ sheet: sheet.name, cell: key, formula: cell.formula, agrees, got, said }];
    }),
  );
};
