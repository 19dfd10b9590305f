import type { UnitKind } from '../directory/unit.ts';
import { plain } from './form.ts';

export type TaskUnit = { readonly id: string; readonly name: string; readonly kind: UnitKind };

export type UnitsRead =
  | { readonly ok: true; readonly unitIds: readonly string[] }
  | { readonly ok: false; readonly code: 'tasks.unitUnknown' | 'tasks.unitAmbiguous'; readonly name: string };

const ALL = '(?:(?:tat ca )?(?:cac|moi|toan bo) |100% )?(?:don vi, )?(?:ubnd )?(?:cac )?';
const COMMUNES = new RegExp(
  `^${ALL}(?:xa, phuong, thi tran|xa, phuong|xa, thi tran|xa va thi tran|xa|phuong, thi tran)(?: (?:tren dia ban|thuoc) huyen)?$`,
);
const DEPARTMENTS = new RegExp(
  `^${ALL}(?:phong, ban|phong ban|phong, co quan|phong|co quan chuyen mon|phong chuyen mon|phong, co quan chuyen mon|phong, ban, co quan)(?: (?:thuoc|cua) (?:ubnd )?huyen)?$`,
);
const EVERYBODY =
  /^(?:tat ca )?(?:cac|moi|toan bo) (?:don vi|co quan, don vi|co quan, don vi va dia phuong)$/;

const groupOf = (words: string): readonly UnitKind[] | undefined => {
  // "xã" alone with nothing that says "all" is no group.
  const isPlural = /\b(?:cac|moi|tat ca|toan bo)\b|,| ban$| va /.test(words);
  if (EVERYBODY.test(words)) return ['commune', 'department'];
  if (isPlural && COMMUNES.test(words)) return ['commune'];
  if (isPlural && DEPARTMENTS.test(words)) return ['department'];
  return undefined;
};

const bare = (name: string): string =>
  plain(name)
    .replace(/^(?:ubnd|uy ban nhan dan)\s+/, '')
    .replace(/\s*-\s*/g, '-');
const stem = (name: string): string => bare(name).replace(/^(?:xa|phuong|thi tran|phong)\s+/, '');

const unitOf = (
  words: string,
  units: readonly TaskUnit[],
): { readonly unit: TaskUnit } | 'unknown' | 'ambiguous' => {
  const exact = units.filter((u) => u.name.normalize('NFC').toLowerCase() === words.toLowerCase().trim());
  const found =
    [
      exact,
      units.filter((u) => bare(u.name) === bare(words)),
      units.filter((u) => stem(u.name) === stem(words)),
    ].find((list) => list.length > 0) ?? [];
  const [unit] = found;
  if (!unit) return 'unknown';
  return found.length === 1 ? { unit } : 'ambiguous';
};

/**
 * 'các xã, thị trấn', 'các phòng', names parted by ';', lines or commas. A name that fits nothing, or two units,
 * refuses the whole cell: a task half given is worse than one asked about.
 */
export const readUnits = (text: string, units: readonly TaskUnit[]): UnitsRead => {
  const ids = new Set<string>();
  let wrong: { code: 'tasks.unitUnknown' | 'tasks.unitAmbiguous'; name: string } | undefined;
  const take = (piece: string): boolean => {
    const group = groupOf(plain(piece));
    if (group) {
      for (const unit of units) if (group.includes(unit.kind)) ids.add(unit.id);
      return true;
    }
    const found = unitOf(piece, units);
    if (typeof found === 'object') {
      ids.add(found.unit.id);
      return true;
    }
    wrong ??= { code: found === 'unknown' ? 'tasks.unitUnknown' : 'tasks.unitAmbiguous', name: piece };
    return false;
  };
  for (const piece of text.split(/[;\n]+/).map((p) => p.trim())) {
    if (piece === '') continue;
    // A name may hold commas itself ("các xã, thị trấn"): the whole is tried before its parts.
    const before = wrong;
    if (take(piece)) continue;
    const parts = piece.split(',').map((p) => p.trim());
    if (parts.length < 2) continue;
    wrong = before;
    for (const part of parts) if (part !== '') take(part);
  }
  if (wrong) return { ok: false, ...wrong };
  return ids.size > 0
    ? { ok: true, unitIds: [...ids] }
    : { ok: false, code: 'tasks.unitUnknown', name: text };
};
