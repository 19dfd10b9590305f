import { TextField } from '../../../kit/Field.tsx';
import { t } from '../../../texts/text.ts';
import { DayField } from './DayField.tsx';
import type { TypedMoment } from './moment.ts';

export const MomentFields = ({
  typed,
  error,
  onTyped,
}: {
  typed: TypedMoment;
  error?: { day?: string; clock?: string } | undefined;
  onTyped: (typed: TypedMoment) => void;
}) => (
  <div className="pair">
    <DayField
      label={t('policy.before')}
      value={typed.day}
      error={error?.day}
      onText={(day) => onTyped({ ...typed, day })}
    />
    <TextField
      label={t('policy.beforeTime')}
      hint={t('requests.beforeTimeHint')}
      error={error?.clock}
      figures
      maxLength={8}
      value={typed.clock}
      onText={(clock) => onTyped({ ...typed, clock })}
    />
  </div>
);
