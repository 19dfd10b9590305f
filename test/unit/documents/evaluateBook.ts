import type { Sheet } from 'hucre/xlsx';

/** A second opinion of a workbook: the few formulas that it may hold, computed from its own typed cells alone. */
type Value = number | string | null;
type Evaluated = { sheet: string; cell: string; formula: string; agrees: boolean; got: Value; said: Value };

const pairs = (parts: readonly string[]): [string, string][] =>
  parts.flatMap((part, i) => (i % 2 === 0 ? [[part, parts[i + 1] ?? '']] : []));

const columnOf = (letters: string): number =>
  [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export const evaluateBook = (sheets: readonly Sheet[]): Evaluated[] => {
  const sheetOf = (name: string): Sheet => {
    const found = sheets.find((one) => one.name === name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  };
  const formulaAt = (sheet: Sheet, r: number, c: number): string | undefined =>
    sheet.cells?.get(`${r},${c}`)?.formula;

  const at = (sheet: Sheet, r: number, c: number): Value => {
    const formula = formulaAt(sheet, r, c);
    if (formula) return evaluate(sheet, formula);
    const value = sheet.rows[r]?.[c];
    return typeof value === 'number' || typeof value === 'string' ? value : null;
  };
  const range = (text: string): Value[] => {
    const [, name = '', column = '', from = '', to = ''] =
      /^'(.+)'!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(text) ?? [];
    const sheet = sheetOf(name);
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) =>
      at(sheet, Number(from) - 1 + i, columnOf(column)),
    );
  };
  const one = (sheet: Sheet, ref: string): Value => {
    const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(ref) ?? [];
    return at(sheet, Number(row) - 1, columnOf(column));
  };
  const added = (sheet: Sheet, refs: string): number =>
    refs
      .split(',')
      .map((ref) => one(sheet, ref))
      .reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);

  const evaluate = (sheet: Sheet, formula: string): Value => {
    const ifs = /^(SUM|COUNT)IFS\((.+)\)$/.exec(formula);
    if (ifs) {
      const parts = [...ifs[2]!.matchAll(/'[^']+'![$A-Z\d:]+|"[^"]*"|\d+/g)].map((m) => m[0]);
      const count = ifs[1] === 'COUNT';
      const values = range(parts[0]!);
      const tests = pairs(count ? parts : parts.slice(1)).map(([where, wanted]): [Value[], Value] => [
        range(where),
        wanted.startsWith('"') ? wanted.slice(1, -1) : Number(wanted),
      ]);
      const hits = values.filter((_, i) => tests.every(([cells, wanted]) => cells[i] === wanted));
      return count
        ? hits.length
        : hits.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);
    }
    const share = /^IF\(SUM\((.*?)\)=0,"(.+)",SUM\((.*?)\)\/SUM\((.*?)\)\*100\)$/.exec(formula);
    if (share) {
      const by = added(sheet, share[1]!);
      return by === 0 ? share[2]! : (added(sheet, share[3]!) / added(sheet, share[4]!)) * 100;
    }
    const sum = /^SUM\((.*)\)$/.exec(formula);
    if (sum) return added(sheet, sum[1]!);
    const minus = /^([A-Z]+\d+)-([A-Z]+\d+)$/.exec(formula);
    if (minus) return Number(one(sheet, minus[1]!)) - Number(one(sheet, minus[2]!));
    throw new Error(`a formula that nobody expected: ${formula}`);
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
