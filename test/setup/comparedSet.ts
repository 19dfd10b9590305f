import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Line = { code: string; ruleSpec?: unknown; rule?: string; children?: Line[] };

const PACK = join(import.meta.dirname, '../../packs/cao-loc-2024/criteria.json');

/** The demonstration's set for communes, with one rule that compares with a number of the whole round. */
export const comparedSet = (name = 'mức bình quân'): { readonly id: string; readonly areas: Line[] } => {
  const { sets } = JSON.parse(readFileSync(PACK, 'utf8')) as { sets: { id: string; areas: Line[] }[] };
  const set = sets.find((one) => one.id === 'cao-loc-xa-2024');
  if (!set) throw new Error('no set of communes');
  const walk = (line: Line): Line =>
    line.code === '6.4.1'
      ? { ...line, ruleSpec: { type: 'formula', expr: `nếu(tỷ lệ >= tham chiếu("${name}"); 3; 1)` } }
      : { ...line, children: (line.children ?? []).map(walk) };
  return { ...set, areas: set.areas.map(walk) };
};
