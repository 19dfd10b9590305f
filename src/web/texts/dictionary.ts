import type { ParamsOf } from './area.ts';
import type { vi } from './vi.ts';

type Vietnamese = typeof vi;

export type TextKey = {
  [A in keyof Vietnamese & string]: `${A}.${keyof Vietnamese[A] & string}`;
}[keyof Vietnamese & string];

/** Keys whose sentence needs nothing more: what a table of labels may hold. */
export type PlainKey = { [K in TextKey]: ParamsOf<EntryOf<K>> extends undefined ? K : never }[TextKey];

export type EntryOf<K extends TextKey> = K extends `${infer A}.${infer N}`
  ? A extends keyof Vietnamese
    ? N extends keyof Vietnamese[A]
      ? Vietnamese[A][N]
      : never
    : never
  : never;

/** The same keys as Vietnamese; a sentence may become a function where English needs a plural. */
export type Translation = {
  readonly [A in keyof Vietnamese]: {
    readonly [N in keyof Vietnamese[A]]: Vietnamese[A][N] extends string
      ? ParamsOf<Vietnamese[A][N]> extends undefined
        ? string
        : string | ((params: ParamsOf<Vietnamese[A][N]>) => string)
      : Vietnamese[A][N];
  };
};
