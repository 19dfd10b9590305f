import type { UnitLine } from '../../../core/directory/answers.ts';

/** The tree as choices of a list: what stands below is set in. */
export const UnitOptions = ({ units }: { units: readonly UnitLine[] }) => (
  <>
    {units.map((unit) => (
      <option key={unit.id} value={unit.id}>
        {`${'\u2003'.repeat(unit.depth)}${unit.name}`}
      </option>
    ))}
  </>
);
