import type { Stance } from '../directory/stance.ts';

/** Who keeps the papers of a unit: who writes its reports, and văn thư. */
const MAY_KEEP: readonly Stance[] = ['preparer', 'registry'];

/** Everybody who works on the unit's reports reads its papers. */
const OF_THE_UNIT: readonly Stance[] = ['preparer', 'signer', 'registry', 'unit-overseer'];

/** The receiving office and the authority read what was cited towards them, and nothing else. */
const OF_THE_RECEIVER: readonly Stance[] = ['receiver', 'authority-overseer', 'authority-signer'];

const any = (stances: ReadonlySet<Stance>, of: readonly Stance[]): boolean => of.some((s) => stances.has(s));

export const mayKeep = (own: ReadonlySet<Stance>): boolean => any(own, MAY_KEEP);
export const mayReadOwn = (own: ReadonlySet<Stance>): boolean => any(own, OF_THE_UNIT);
export const mayReadCited = (towards: ReadonlySet<Stance>): boolean => any(towards, OF_THE_RECEIVER);
