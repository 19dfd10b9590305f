import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { canonicalJson } from '../report/content.ts';
import { changesOf } from './changes.ts';
import type { CriteriaSet } from './criteria.ts';
import type { SetProblem } from './problems.ts';
import { hasErrors } from './validate.ts';

const chainOfSet = (setId: string): string => `criteria:${setId}`;

/** The set that is known under the same code, as it holds now. */
export type KnownSet = { readonly current: CriteriaSet; readonly version: number };

const settingsOf = ({ areas: _areas, version: _version, ...settings }: CriteriaSet): string =>
  canonicalJson(settings);

/** Nothing in it reads otherwise, whatever the order in which it was stored. */
export const isSameSet = (before: CriteriaSet, after: CriteriaSet): boolean =>
  changesOf(before, after).length === 0 && settingsOf(before) === settingsOf(after);

/**
 * I1: a set is taken when nothing in it is wrong. Under a code that is known it becomes the next version, with the
 * reason why: marks already given stay with the version they were given by.
 */
export const keepSet = (
  read: CriteriaSet,
  problems: readonly SetProblem[],
  known: KnownSet | undefined,
  reason: string,
): Decision<Fact> & { readonly version?: number } => {
  if (hasErrors(problems)) return refuse('scoring.setHasErrors', { n: problems.length });
  if (read.year === null) return refuse('scoring.setYearMissing');
  if (read.subjectLevel === '') return refuse('scoring.setLevelMissing');
  if (known) {
    if (known.current.year !== read.year || known.current.subjectLevel !== read.subjectLevel)
      return refuse('scoring.setIsAnother', {
        id: read.id,
        year: known.current.year ?? 0,
        level: known.current.subjectLevel,
      });
    if (isSameSet(known.current, read)) return refuse('scoring.setSame', { version: known.version });
    if (reason.trim().length < 5) return refuse('scoring.revisionNeedsReason');
  }
  const version = (known?.version ?? 0) + 1;
  return {
    ...accept({
      type: 'scoring.setKept',
      chain: chainOfSet(read.id),
      data: {
        set: read.id,
        title: read.title,
        year: read.year,
        level: read.subjectLevel,
        version,
        reason: reason.trim(),
        changes: known ? changesOf(known.current, read).length : 0,
      },
    }),
    version,
  };
};
