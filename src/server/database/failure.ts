/**
 * A failure that the person at the terminal can do something about. It is printed as two sentences without a
 * stack; everything else that is thrown is a fault of the program.
 */
export class PlainFailure extends Error {
  readonly vi: string;
  readonly en: string;

  constructor(vi: string, en: string, cause?: unknown) {
    super(vi, cause === undefined ? undefined : { cause });
    this.name = 'PlainFailure';
    this.vi = vi;
    this.en = en;
  }
}
