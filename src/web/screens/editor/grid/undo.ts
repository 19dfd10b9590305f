import { type Cell, sameCell } from '../../../../core/template/cell.ts';

export type Step = readonly {
  readonly row: string;
  readonly column: string;
  readonly before: Cell;
  readonly after: Cell;
}[];

/** Steps back and forth of one form: one cell left, one block pasted, one row cleared is one step. */
export const createHistory = (limit = 200) => {
  let done: Step[] = [];
  let undone: Step[] = [];
  return {
    push(step: Step): void {
      const real = step.filter((s) => !sameCell(s.before, s.after));
      if (real.length === 0) return;
      done = [...done, real].slice(-limit);
      undone = [];
    },
    undo(): Step | undefined {
      const step = done.pop();
      if (step) undone.push(step);
      return step;
    },
    redo(): Step | undefined {
      const step = undone.pop();
      if (step) done.push(step);
      return step;
    },
  };
};
export type History = ReturnType<typeof createHistory>;
