import { useId, useMemo, useState } from 'react';
import { withoutMarks } from '../../../../core/kernel/search.ts';
import { CheckField } from '../../../kit/Field.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { t } from '../../../texts/text.ts';
import { EditForm } from './EditForm.tsx';

export type PickUnit = { readonly id: string; readonly name: string; readonly kind: string };

/** Units of one recipient of the letter, ticked. A unit that another recipient already holds is not offered twice. */
export const UnitPicker = ({
  units,
  chosen,
  onChange,
  onRemove,
  close,
}: {
  units: readonly PickUnit[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
  onRemove: () => void;
  close: () => void;
}) => {
  const [ids, setIds] = useState<ReadonlySet<string>>(() => new Set(chosen));
  const [words, setWords] = useState('');
  const label = useId();
  const shown = useMemo(() => {
    const wanted = withoutMarks(words.trim());
    return units.filter((u) => withoutMarks(u.name).includes(wanted));
  }, [units, words]);
  const set = (which: readonly PickUnit[], on: boolean): void =>
    setIds((was) => {
      const next = new Set(was);
      for (const unit of which) {
        if (on) next.add(unit.id);
        else next.delete(unit.id);
      }
      return next;
    });
  return (
    <EditForm
      onDone={() => {
        onChange(units.filter((u) => ids.has(u.id)).map((u) => u.id));
        close();
      }}
      onCancel={close}
      onRemove={onRemove}
      removeWords="requests.removeRecipient"
    >
      <div className="inp-i">
        <Icon name="search" />
        <input
          className="inp"
          type="search"
          aria-label={t('requests.findUnit')}
          placeholder={t('requests.findUnit')}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      <p className="s13 sec" id={label}>
        {t('requests.chosenOf', { n: units.filter((u) => ids.has(u.id)).length, all: units.length })}{' '}
        <button type="button" className="lnk" onClick={() => set(shown, true)}>
          {t('requests.chooseAll')}
        </button>{' '}
        <button type="button" className="lnk" onClick={() => set(shown, false)}>
          {t('requests.chooseNone')}
        </button>
      </p>
      <fieldset className="pick" aria-labelledby={label}>
        {shown.map((unit) => (
          <CheckField
            key={unit.id}
            label={unit.name}
            checked={ids.has(unit.id)}
            onCheck={(on) => set([unit], on)}
          />
        ))}
        {shown.length === 0 && <p className="sec s13">{t('requests.noUnitFound')}</p>}
      </fieldset>
    </EditForm>
  );
};
