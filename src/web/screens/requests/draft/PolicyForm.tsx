import type { DeadlineAdvice } from '../../../../core/campaign/answers.ts';
import { LATE_SENDINGS, type Policy, RETURNED, SHIFTS } from '../../../../core/campaign/policy.ts';
import type { Instant } from '../../../../core/kernel/instant.ts';
import { CheckField, SelectField } from '../../../kit/Field.tsx';
import { deadline as deadlineWords } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { returnedWords, shiftWords } from '../policy-words.ts';
import { MomentFields } from './MomentFields.tsx';
import { readMoment, type TypedMoment, typedMoment } from './moment.ts';

const lateWords = (late: Policy['lateSending']): string =>
  late === 'always'
    ? t('policy.lateAlways')
    : late === 'never'
      ? t('policy.lateNever')
      : t('policy.lateUntil');

type Errors = { last?: { day?: string; clock?: string }; correction?: { day?: string; clock?: string } };

export type TypedPolicy = Pick<Policy, 'shift' | 'returned' | 'lateSending'> & {
  readonly last: TypedMoment;
  /** undefined: no last correction is set. */
  readonly correction: TypedMoment | undefined;
};

export const typedPolicy = (policy: Policy): TypedPolicy => ({
  shift: policy.shift,
  returned: policy.returned,
  lateSending: policy.lateSending,
  last: typedMoment(policy.lastSending),
  correction: policy.lastCorrection === null ? undefined : typedMoment(policy.lastCorrection),
});

/** The policy as typed, or what is wrong with it; closing dates lie behind the deadline. */
export const readPolicy = (
  typed: TypedPolicy,
  deadline: Instant | null,
): { policy: Policy; errors?: undefined } | { policy?: undefined; errors: Errors } => {
  const behind = (moment: TypedMoment | undefined): ReturnType<typeof readMoment> | { at: null } => {
    if (!moment) return { at: null };
    const read = readMoment(moment);
    return read.at !== undefined && deadline !== null && read.at <= deadline
      ? { error: { day: t('policy.afterDeadline') } }
      : read;
  };
  const last = behind(typed.lateSending === 'until-last' ? typed.last : undefined);
  const correction = behind(typed.correction);
  if (last.at === undefined || correction.at === undefined)
    return {
      errors: {
        ...('error' in last && last.error ? { last: last.error } : {}),
        ...('error' in correction && correction.error ? { correction: correction.error } : {}),
      },
    };
  return {
    policy: {
      shift: typed.shift,
      returned: typed.returned,
      lateSending: typed.lateSending,
      lastSending: last.at,
      lastCorrection: correction.at,
    },
  };
};

/** The choices in plain words; where days off may move the deadline, the instant that would hold stands below. */
export const PolicyForm = ({
  typed,
  errors,
  advice,
  onTyped,
}: {
  typed: TypedPolicy;
  errors: Errors | undefined;
  advice: DeadlineAdvice | null;
  onTyped: (typed: TypedPolicy) => void;
}) => {
  return (
    <div className="stack2 policy">
      <SelectField
        label={t('policy.shift')}
        hint={
          advice === null
            ? undefined
            : advice.movable
              ? t('policy.shiftPreview', { moment: deadlineWords(advice.nextWorking) })
              : t('policy.shiftNothing')
        }
        value={typed.shift}
        onText={(value) => onTyped({ ...typed, shift: SHIFTS.find((one) => one === value) ?? typed.shift })}
      >
        {SHIFTS.map((one) => (
          <option key={one} value={one}>
            {shiftWords(one)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('policy.lateSending')}
        value={typed.lateSending}
        onText={(value) =>
          onTyped({ ...typed, lateSending: LATE_SENDINGS.find((one) => one === value) ?? typed.lateSending })
        }
      >
        {LATE_SENDINGS.map((one) => (
          <option key={one} value={one}>
            {lateWords(one)}
          </option>
        ))}
      </SelectField>
      {typed.lateSending === 'until-last' && (
        <MomentFields
          typed={typed.last}
          error={errors?.last}
          onTyped={(last) => onTyped({ ...typed, last })}
        />
      )}
      <SelectField
        label={t('policy.returned')}
        value={typed.returned}
        onText={(value) =>
          onTyped({ ...typed, returned: RETURNED.find((one) => one === value) ?? typed.returned })
        }
      >
        {RETURNED.map((one) => (
          <option key={one} value={one}>
            {returnedWords(one)}
          </option>
        ))}
      </SelectField>
      <CheckField
        label={t('policy.setLastCorrection')}
        checked={typed.correction !== undefined}
        onCheck={(on) => onTyped({ ...typed, correction: on ? typedMoment(null) : undefined })}
      />
      {typed.correction && (
        <MomentFields
          typed={typed.correction}
          error={errors?.correction}
          onTyped={(correction) => onTyped({ ...typed, correction })}
        />
      )}
    </div>
  );
};
