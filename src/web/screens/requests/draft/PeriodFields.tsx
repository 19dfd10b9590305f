import type { Request } from '../../../../core/campaign/request.ts';
import { SelectField, TextField } from '../../../kit/Field.tsx';
import { t } from '../../../texts/text.ts';

type Period = NonNullable<Request['period']>;
/** A period as it is typed. */
export type TypedPeriod = { readonly kind: string; readonly index: string; readonly year: string };

const KINDS = ['tháng', 'quý', '6 tháng', '9 tháng', 'năm', 'khác'] as const;
/** How many of the kind a year has; none where the kind has no number. */
const COUNTS: Readonly<Record<string, number>> = { tháng: 12, quý: 4, '6 tháng': 2 };

export const typedPeriod = (period: Request['period']): TypedPeriod => ({
  kind: period?.kind ?? 'quý',
  index: String(period?.index ?? 1),
  year: period ? String(period.year) : '',
});

/** undefined while the year is no year. */
export const readTypedPeriod = ({ kind, index, year }: TypedPeriod): Period | undefined => {
  if (!/^20\d\d$/.test(year.trim())) return undefined;
  const count = COUNTS[kind];
  return { kind, index: count ? Math.min(Number(index) || 1, count) : null, year: Number(year) };
};

export const PeriodFields = ({
  typed,
  error,
  onTyped,
}: {
  typed: TypedPeriod;
  error: string | undefined;
  onTyped: (typed: TypedPeriod) => void;
}) => {
  const { kind, index, year } = typed;
  const count = COUNTS[kind];
  return (
    <>
      <div className="pair">
        <SelectField
          label={t('requests.periodKind')}
          value={kind}
          onText={(value) => onTyped({ ...typed, kind: value })}
        >
          {(KINDS as readonly string[]).includes(kind) ? null : <option value={kind}>{kind}</option>}
          {KINDS.map((k) => (
            <option key={k} value={k}>
              {k}
            </option>
          ))}
        </SelectField>
        {count && (
          <SelectField
            label={t('requests.periodIndex')}
            value={index}
            onText={(value) => onTyped({ ...typed, index: value })}
          >
            {Array.from({ length: count }, (_, at) => (
              <option key={at} value={String(at + 1)}>
                {at + 1}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      <TextField
        label={t('requests.periodYear')}
        error={error}
        figures
        inputMode="numeric"
        maxLength={4}
        value={year}
        onText={(value) => onTyped({ ...typed, year: value })}
      />
    </>
  );
};
