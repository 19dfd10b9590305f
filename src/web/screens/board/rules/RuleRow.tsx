import type { Instant } from '../../../../core/kernel/instant.ts';
import { momentOf, STEPS, type Step } from '../../../../core/notifications/rules.ts';
import { useServerNow } from '../../../http/server-clock.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { SelectField, TextField } from '../../../kit/Field.tsx';
import type { PlainKey } from '../../../texts/dictionary.ts';
import { moment } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { type DraftRule, isCounted, RANGES, toRule } from './edit-rules.ts';

const KINDS = {
  'days-before': 'watch.daysBefore',
  'hours-before': 'watch.hoursBefore',
  'days-after': 'watch.daysAfter',
} as const satisfies Record<DraftRule['kind'], PlainKey>;

export const STEP_WORDS = {
  holder: 'watch.toHolder',
  deputy: 'watch.toDeputy',
  head: 'watch.toHead',
} as const satisfies Record<Step, PlainKey>;

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

export const RuleRow = ({
  rule,
  n,
  deadline,
  tried,
  onChange,
  onRemove,
}: {
  rule: DraftRule;
  n: number;
  deadline: Instant;
  /** Somebody has pressed save: what is missing is said. */
  tried: boolean;
  onChange: (rule: DraftRule) => void;
  onRemove: () => void;
}) => {
  const now = useServerNow(60_000);
  const whole = toRule(rule);
  const at = whole && momentOf(whole, deadline);
  const range = RANGES[rule.kind];
  return (
    <li>
      <fieldset className="rule">
        <legend className="b">{t('watch.rule', { n })}</legend>
        <TextField
          label={t('watch.ruleCount')}
          value={rule.count}
          onText={(count) => onChange({ ...rule, count })}
          inputMode="numeric"
          autoComplete="off"
          figures
          error={tried && !isCounted(rule) ? t('watch.ruleWrongCount', range) : undefined}
        />
        <SelectField
          label={t('watch.ruleWhen')}
          value={rule.kind}
          onText={(kind) => onChange({ ...rule, kind: kind as DraftRule['kind'] })}
        >
          {(Object.keys(KINDS) as DraftRule['kind'][]).map((kind) => (
            <option key={kind} value={kind}>
              {t(KINDS[kind])}
            </option>
          ))}
        </SelectField>
        {rule.kind !== 'hours-before' && (
          <SelectField
            label={t('watch.ruleHour')}
            value={String(rule.hour)}
            onText={(hour) => onChange({ ...rule, hour: Number(hour) })}
          >
            {HOURS.map((hour) => (
              <option key={hour} value={hour}>
                {`${String(hour).padStart(2, '0')}:00`}
              </option>
            ))}
          </SelectField>
        )}
        <fieldset className="to">
          <legend>{t('watch.ruleTo')}</legend>
          {STEPS.map((step) => (
            <label key={step} className="chk">
              <input
                type="checkbox"
                checked={rule.to.includes(step)}
                onChange={(event) =>
                  onChange({
                    ...rule,
                    to: event.currentTarget.checked
                      ? [...rule.to, step]
                      : rule.to.filter((other) => other !== step),
                  })
                }
              />
              {t(STEP_WORDS[step])}
            </label>
          ))}
          {tried && rule.to.length === 0 && <p className="er">{t('watch.ruleNobody')}</p>}
        </fieldset>
        <div className="end">
          {at !== undefined && (
            <p className="s13 sec">
              {t('watch.ruleAt', { at: moment(at) })}
              {now !== undefined && at < now && ` (${t('watch.rulePassed')})`}
            </p>
          )}
          <Btn small kind="quiet" icon="trash-2" onClick={onRemove}>
            {t('watch.ruleRemove', { n })}
          </Btn>
        </div>
      </fieldset>
    </li>
  );
};
