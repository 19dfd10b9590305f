/** One area of words: plain sentences, sentences with {names}, or functions where a number changes the words. */
// biome-ignore lint/suspicious/noExplicitAny: each function names its own parameters
export type Area = Readonly<Record<string, string | ((params: any) => string)>>;

type NamesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** What a sentence needs to be complete; undefined when it needs nothing. */
export type ParamsOf<Entry> = Entry extends (params: infer P) => string
  ? P
  : Entry extends string
    ? [NamesIn<Entry>] extends [never]
      ? undefined
      : Readonly<Record<NamesIn<Entry>, string | number>>
    : never;
