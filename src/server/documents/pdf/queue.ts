/**
 * Who asked next, in turn: each owner has a row of its own, and the rows are served one document after the other, so
 * that somebody who asks for three thousand documents keeps nobody waiting longer than one of them.
 */
export type FairQueue<T> = {
  readonly size: number;
  waitingOf(owner: string): number;
  add(owner: string, one: T): void;
  next(): T | undefined;
  remove(owner: string, one: T): void;
  drain(): T[];
};

export const fairQueue = <T>(): FairQueue<T> => {
  // A Map keeps the order of its keys: who was served goes to the end of it.
  const rows = new Map<string, T[]>();
  return {
    get size() {
      let all = 0;
      for (const row of rows.values()) all += row.length;
      return all;
    },
    waitingOf: (owner) => rows.get(owner)?.length ?? 0,
    add: (owner, one) => {
      const row = rows.get(owner);
      if (row) row.push(one);
      else rows.set(owner, [one]);
    },
    next: () => {
      for (const [owner, row] of rows) {
        const one = row.shift();
        rows.delete(owner);
        if (row.length > 0) rows.set(owner, row);
        if (one !== undefined) return one;
      }
      return undefined;
    },
    remove: (owner, one) => {
      const row = rows.get(owner)?.filter((each) => each !== one) ?? [];
      if (row.length > 0) rows.set(owner, row);
      else rows.delete(owner);
    },
    drain: () => {
      const all = [...rows.values()].flat();
      rows.clear();
      return all;
    },
  };
};
