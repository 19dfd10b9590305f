/** A sentence of a refusal: plain, with {names}, or a function where its details change the words. */
export type Sentence = string | ((details: Readonly<Record<string, unknown>>) => string);
export type Refusals = Readonly<Record<string, Sentence>>;

/** Counts in sentences are written as Vietnamese offices write them, in both languages. Amounts: formatAmount. */
const counts = new Intl.NumberFormat('vi');

export const fill = (sentence: string, params: Readonly<Record<string, unknown>> | undefined): string =>
  params
    ? sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = params[name];
        if (value === undefined || value === null) return whole;
        return typeof value === 'number' ? counts.format(value) : String(value);
      })
    : sentence;
