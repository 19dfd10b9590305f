import { type Amounts, amountsOf, communeFigures, type DossierRow, type Figures } from './figures.ts';
import { chanceOf } from './random.ts';

/** Fields that a department settles dossiers in; in all others nothing arises there. */
const OWN_FIELDS: Readonly<Record<string, Readonly<Record<string, DossierRow>>>> = {
  'tu-phap': { 'ho-tich': [3, 9, 1, 8, 4, 0, 1, 0], 'chung-thuc': [0, 46, 0, 40, 6, 0, 0, 0] },
  tckh: { 'ho-kinh-doanh': [31, 28, 2, 44, 13, 0, 4, 0] },
  vhtt: { 'van-hoa-the-thao': [2, 3, 0, 4, 1, 0, 0, 0] },
  'noi-vu': {
    'tin-nguong-ton-giao': [1, 4, 1, 3, 2, 0, 1, 0],
    'thi-dua-khen-thuong': [6, 12, 0, 10, 7, 0, 1, 0],
    'hoi-quy': [0, 2, 1, 1, 1, 0, 1, 0],
  },
};
const AGENCY_FIELDS = [
  'ho-tich',
  'chung-thuc',
  'ho-kinh-doanh',
  'tin-nguong-ton-giao',
  'thi-dua-khen-thuong',
  'hoi-quy',
  'van-hoa-the-thao',
  'khac',
] as const;

export const agencyFigures = (key: string): Figures => {
  const own = OWN_FIELDS[key] ?? {};
  const dossiers = Object.fromEntries(AGENCY_FIELDS.map((id) => [id, own[id] ?? null]));
  const drawn = amountsOf(key, dossiers, 1);
  const chance = chanceOf(`${key}:agency`);
  const staff = chance.whole(7, 14);
  const documents = chance.whole(180, 420);
  return {
    dossiers,
    amounts: {
      ...drawn,
      'cchc-2-01': key === 'tu-phap' ? 1 : null,
      'cchc-3-02': staff,
      'cchc-3-03': staff - chance.whole(0, 1),
      'cchc-6-01': documents,
      'cchc-6-02': documents - chance.whole(1, 9),
      'cchc-6-06': Object.values(own).reduce((n, row) => n + (row ? row[0] + row[1] : 0), 0) || null,
    },
  };
};

/** What the district level adds to the communes' own, row by row. */
export const DISTRICT_LEVEL: Amounts = {
  'cchc-1-01': 9,
  'cchc-1-02': 46,
  'cchc-1-03': 11,
  'cchc-1-04': 2,
  'cchc-1-06': 5,
  'cchc-1-07': 3,
  'cchc-1-13': 120,
  'cchc-1-16': 38,
  'cchc-1-17': 1,
  'cchc-2-06': 14,
  'cchc-2-07': 12,
  'cchc-2-08': 2,
  'cchc-3-p5': 4,
  'cchc-3-p6': 4,
  'cchc-4-05': 26,
  'cchc-5-05': 6,
  'cchc-5-06': 4,
  'cchc-6-01': 1460,
  'cchc-6-02': 1451,
  'cchc-6-05': 96,
  'cchc-6-06': 240,
  'cchc-6-07': 34,
  'cchc-6-08': 8,
};
/** Known for the whole district only: never a sum of the communes'. */
export const WHOLE_AREA: Amounts = {
  'cchc-1-05': 3,
  'cchc-2-01': 1,
  'cchc-2-03': 3,
  'cchc-2-04': 0,
  'cchc-2-05': 0,
  'cchc-3-p1': 274,
  'cchc-3-p2': 128,
  'cchc-3-p3': 12,
  'cchc-3-p4': 14,
  'cchc-3-01': 70,
  'cchc-3-02': 168,
  'cchc-3-03': 161,
  'cchc-3-04': 1,
  'cchc-4-07': 412,
  'cchc-5-01': 186_450,
  'cchc-5-02': 17_340,
  'cchc-5-03': 58,
  'cchc-5-04-n1': 0,
  'cchc-5-04-n2': 2,
  'cchc-5-04-n3': 5,
  'cchc-5-04-n4': 51,
  'cchc-6-03': 61,
  'cchc-6-04': 47,
  'cchc-7-01': 312_000,
  'cchc-7-02': 52_800,
  'cchc-7-03': 19,
  'cchc-7-04': 12,
};

/** The lead counted three certifications more than the communes report: reconciled, never silently made equal. */
const COUNTED_APART: Readonly<Record<string, DossierRow>> = { 'chung-thuc': [0, 3, 0, 3, 0, 0, 0, 0] };

type Sum = [number, number, number, number, number, number, number, number];

const add = (rows: readonly (DossierRow | undefined)[]): DossierRow => {
  const some = rows.filter((row) => row !== null && row !== undefined);
  if (some.length === 0) return null;
  return some.reduce<Sum>(
    (sum, row) => sum.map((n, at) => n + (row[at] ?? 0)) as Sum,
    [0, 0, 0, 0, 0, 0, 0, 0],
  );
};

/** Figures of the whole district as the leads know them: the communes' are already in. */
export const areaFigures = (communeKeys: readonly string[]): Figures =>
  areaOf(communeKeys.map(communeFigures), DISTRICT_LEVEL, WHOLE_AREA);

export const areaOf = (communes: readonly Figures[], district: Amounts, whole: Amounts): Figures => {
  const fields = Object.keys(communes[0]?.dossiers ?? {});
  const rows = [...new Set([...Object.keys(district), ...Object.keys(communes[0]?.amounts ?? {})])];
  const summed = Object.fromEntries(
    rows.map((row) => {
      const parts = [...communes.map((c) => c.amounts[row] ?? null), district[row] ?? null];
      return [row, parts.every((p) => p === null) ? null : parts.reduce<number>((n, p) => n + (p ?? 0), 0)];
    }),
  );
  return {
    dossiers: Object.fromEntries(
      fields.map((id) => [id, add([...communes.map((c) => c.dossiers[id] ?? null), COUNTED_APART[id]])]),
    ),
    amounts: { ...summed, ...whole },
  };
};
