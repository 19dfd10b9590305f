import type { Prepared } from './prepare.ts';

/** Names of the whole round's own numbers that rules of a set refer to: 'tỉnh cao nhất'. In the order of the set. */
export const contextNames = (prepared: Prepared): readonly string[] => {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    const one = value as { kind?: unknown; name?: unknown };
    if (one.kind === 'context' && typeof one.name === 'string') found.add(one.name);
    for (const inner of Object.values(value)) walk(inner);
  };
  for (const line of prepared.lines) walk([line.expr, line.criterion.zeroWhen]);
  walk(prepared.set.zeroWhen);
  return [...found];
};
