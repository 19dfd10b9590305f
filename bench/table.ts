import { appendFileSync } from 'node:fs';

export type Line = {
  /** Which of the measurements it is. */
  readonly of: string;
  readonly what: string;
  readonly product: string;
  readonly bare: string;
  readonly ratio: string;
  readonly aim: string;
};

/** A line for the table of docs/bench.md, which `npm run bench` writes; beside it for whoever runs one file. */
export const line = (one: Line): void => {
  console.log(`| ${[one.of, one.what, one.product, one.bare, one.ratio, one.aim].join(' | ')} |`);
  const file = process.env.CCHC_BENCH_LINES;
  if (file) appendFileSync(file, `${JSON.stringify(one)}\n`);
};

export const ms = (n: number): string => `${n < 10 ? n.toFixed(1) : n.toFixed(0)} ms`;
export const times = (ours: number, bare: number): string => (ours / bare).toFixed(ours / bare < 10 ? 2 : 0);
