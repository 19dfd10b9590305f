import { useState } from 'react';
import type { JournalChoices, Named } from '../../../../core/audit/answers.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { DayField } from '../../../kit/DayField.tsx';
import { SelectField } from '../../../kit/Field.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { t } from '../../../texts/text.ts';
import { FACT_TYPES } from './types.ts';

export type Filter = {
  campaignId: string;
  unitId: string;
  personId: string;
  type: string;
  from: string;
  to: string;
};
export const NO_FILTER: Filter = { campaignId: '', unitId: '', personId: '', type: '', from: '', to: '' };

const Choice = ({
  label,
  value,
  onText,
  choices,
}: {
  label: string;
  value: string;
  onText: (value: string) => void;
  choices: readonly Named[];
}) => (
  <SelectField label={label} value={value} onText={onText}>
    <option value="">{t('common.all')}</option>
    {choices.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))}
  </SelectField>
);

export const Filters = ({
  choices,
  filter,
  onFilter,
}: {
  choices: JournalChoices;
  filter: Filter;
  onFilter: (change: Partial<Filter>) => void;
}) => {
  // On a phone six fields would be the first screen: they stay folded until asked for, as on the board.
  const [open, setOpen] = useState(false);
  const chosen = Object.values(filter).filter((value) => value !== '').length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is younger than Chrome 109
    <form
      className={open ? 'journal-filter open' : 'journal-filter'}
      role="search"
      aria-label={t('journal.filter')}
      onSubmit={(event) => event.preventDefault()}
    >
      <button
        type="button"
        className="btn phone-only"
        aria-expanded={open}
        onClick={() => setOpen((was) => !was)}
      >
        <Icon name="sliders-horizontal" />
        {chosen === 0 ? t('journal.filter') : t('journal.filterOn', { n: chosen })}
      </button>
      <Choice
        label={t('journal.unit')}
        value={filter.unitId}
        onText={(unitId) => onFilter({ unitId })}
        choices={choices.units}
      />
      <Choice
        label={t('journal.person')}
        value={filter.personId}
        onText={(personId) => onFilter({ personId })}
        choices={choices.people}
      />
      <SelectField label={t('journal.type')} value={filter.type} onText={(type) => onFilter({ type })}>
        <option value="">{t('common.all')}</option>
        {Object.entries(FACT_TYPES).map(([room, { group, words }]) => (
          <optgroup key={room} label={t(group)}>
            {words.length > 1 && (
              <option value={room}>{t('journal.all', { group: t(group).toLocaleLowerCase('vi') })}</option>
            )}
            {words.map(([type, key]) => (
              <option key={type} value={type}>
                {t(key)}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <Choice
        label={t('journal.campaign')}
        value={filter.campaignId}
        onText={(campaignId) => onFilter({ campaignId })}
        choices={choices.campaigns}
      />
      <DayField
        key={`from ${filter.from ? shortDay(filter.from) : ''}`}
        label={t('journal.from')}
        day={filter.from || undefined}
        onDay={(day) => onFilter({ from: day ?? '' })}
      />
      <DayField
        key={`to ${filter.to ? shortDay(filter.to) : ''}`}
        label={t('journal.to')}
        day={filter.to || undefined}
        onDay={(day) => onFilter({ to: day ?? '' })}
      />
      {chosen > 0 && (
        <Btn kind="quiet" icon="x" onClick={() => onFilter(NO_FILTER)}>
          {t('journal.clear')}
        </Btn>
      )}
    </form>
  );
};
