import { SelectField } from '../../kit/Field.tsx';
import { compareText } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';

/** Lists of many units are looked at one unit at a time. */
export const UnitFilter = ({
  lines,
  value,
  onText,
}: {
  lines: readonly { readonly unitId: string; readonly unitName: string }[];
  value: string;
  onText: (unitId: string) => void;
}) => {
  const units = [...new Map(lines.map((l) => [l.unitId, l.unitName]))].sort((a, b) =>
    compareText(a[1], b[1]),
  );
  return (
    <SelectField label={t('scoring.taskUnit')} value={value} onText={onText}>
      <option value="">{t('scoring.taskAll')}</option>
      {units.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
};
