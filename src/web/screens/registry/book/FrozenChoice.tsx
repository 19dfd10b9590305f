import type { FrozenAnswer } from '../../../../core/consolidation/frozenAnswers.ts';
import type { Resource } from '../../../http/useResource.ts';
import { Banner } from '../../../kit/Banner.tsx';
import { SelectField } from '../../../kit/Field.tsx';
import { View } from '../../../kit/places.tsx';
import { moment } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';

/** The frozen version that a report of the area is drafted from: chosen, and said where there is none to choose. */
export const FrozenChoice = ({
  frozen,
  chosen,
  onChoice,
}: {
  frozen: Resource<FrozenAnswer>;
  chosen: number | null;
  onChoice: (number: number) => void;
}) => (
  <View of={frozen}>
    {({ versions, moved }) => {
      const [newest] = versions;
      if (!newest)
        return (
          <Banner tone="warn" title={t('registry.nothingFrozen')}>
            {t('registry.nothingFrozenText')}
          </Banner>
        );
      const number = chosen ?? newest.number;
      return (
        <>
          <SelectField
            label={t('registry.frozenVersion')}
            hint={t('registry.frozenHint')}
            value={String(number)}
            onText={(value) => onChoice(Number(value))}
          >
            {versions.map((one) => (
              <option key={one.number} value={one.number}>
                {t('registry.frozenOption', { n: one.number, at: moment(one.at, true), code: one.code })}
              </option>
            ))}
          </SelectField>
          {number !== newest.number && (
            <Banner tone="warn" title={t('registry.frozenOlder', { n: newest.number })} />
          )}
          {number === newest.number && moved?.anything && (
            <Banner tone="warn" title={t('registry.frozenMoved', { n: newest.number })} />
          )}
        </>
      );
    }}
  </View>
);
