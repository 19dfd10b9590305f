/** Chance that is the same on every machine and every day: a story told twice is the same story. */
type Chance = {
  /** A whole number between both ends, included. */
  readonly whole: (from: number, to: number) => number;
  readonly share: (from: number, to: number) => number;
  readonly pick: <T>(options: readonly T[]) => T;
  readonly happens: (probability: number) => boolean;
};

/** FNV-1a of the name starts mulberry32: small, well spread, no state outside. */
export const chanceOf = (name: string): Chance => {
  let state = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) state = Math.imul(state ^ name.charCodeAt(i), 0x01000193);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    whole,
    share: (from, to) => from + next() * (to - from),
    pick: (options) => options[whole(0, options.length - 1)] as (typeof options)[number],
    happens: (probability) => next() < probability,
  };
};
