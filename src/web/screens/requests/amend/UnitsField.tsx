import { useMemo, useState } from 'react';
import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import { withoutMarks } from '../../../../core/kernel/search.ts';
import { CheckField } from '../../../kit/Field.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { t } from '../../../texts/text.ts';

/** Who is obliged: found by name without marks, ticked or not. */
export const UnitsField = ({
  campaign,
  units,
  onUnits,
}: {
  campaign: CampaignAnswer;
  units: ReadonlySet<string>;
  onUnits: (units: ReadonlySet<string>) => void;
}) => {
  const [words, setWords] = useState('');
  const shown = useMemo(() => {
    const wanted = withoutMarks(words.trim());
    return campaign.units.filter((u) => withoutMarks(u.name).includes(wanted));
  }, [campaign.units, words]);
  return (
    <Sheet title={t('amend.partUnits')} count={units.size} pad className="am">
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
      <fieldset className="pick" aria-label={t('amend.partUnits')}>
        {shown.map((unit) => (
          <CheckField
            key={unit.id}
            label={unit.name}
            checked={units.has(unit.id)}
            onCheck={(on) => {
              const next = new Set(units);
              if (on) next.add(unit.id);
              else next.delete(unit.id);
              onUnits(next);
            }}
          />
        ))}
        {shown.length === 0 && <p className="sec s13">{t('requests.noUnitFound')}</p>}
      </fieldset>
    </Sheet>
  );
};
