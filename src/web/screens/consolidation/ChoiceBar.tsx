import type { TotalsAnswer } from '../../../core/consolidation/answers.ts';
import type { Basis } from '../../../core/consolidation/basis.ts';
import { shortDay } from '../../../core/kernel/wording.ts';
import { Btn } from '../../kit/Btn.tsx';
import { SelectField } from '../../kit/Field.tsx';
import type { PlainKey } from '../../texts/dictionary.ts';
import { t } from '../../texts/text.ts';
import { type Choice, fileQueryOf, isWhole } from './choice.ts';

const BASIS_WORDS: Readonly<Record<Basis, PlainKey>> = {
  received: 'consolidation.basisReceived',
  sent: 'consolidation.basisSent',
  drafts: 'consolidation.basisDrafts',
};
const KIND_WORDS: Readonly<Record<string, PlainKey>> = {
  commune: 'consolidation.kindCommune',
  department: 'consolidation.kindDepartment',
  district: 'consolidation.kindDistrict',
  province: 'consolidation.kindProvince',
  ministry: 'consolidation.kindMinistry',
};

/** Which reports, which part of the tree, which field, beside which period: each chosen on purpose and said (G1 G8). */
export const ChoiceBar = ({
  totals,
  choice,
  onChoice,
}: {
  totals: TotalsAnswer;
  choice: Choice;
  onChoice: (choice: Choice) => void;
}) => {
  const { areas, nodes, kinds, periods, compared } = totals;
  return (
    <>
      <div className="by-choice">
        <SelectField
          label={t('consolidation.basis')}
          value={choice.basis}
          onText={(basis) => onChoice({ ...choice, basis: basis as Basis })}
        >
          {(['received', 'sent', 'drafts'] as const).map((basis) => (
            <option key={basis} value={basis}>
              {t(BASIS_WORDS[basis])}
            </option>
          ))}
        </SelectField>
        {areas.length > 1 && (
          <SelectField
            label={t('consolidation.field')}
            value={choice.area}
            onText={(area) => onChoice({ ...choice, area })}
          >
            <option value="">{t('consolidation.allFields')}</option>
            {areas.map((a) => (
              <option key={a.area} value={a.area}>
                {a.title}
              </option>
            ))}
          </SelectField>
        )}
        {nodes.length > 0 && (
          <SelectField
            label={t('consolidation.node')}
            value={choice.under}
            onText={(under) => onChoice({ ...choice, under })}
          >
            <option value="">{t('consolidation.allNodes')}</option>
            {nodes.map((n) => (
              <option key={n.id} value={n.id}>
                {n.name} ({n.units})
              </option>
            ))}
          </SelectField>
        )}
        {kinds.length > 1 && (
          <SelectField
            label={t('consolidation.kind')}
            value={choice.kind}
            onText={(kind) => onChoice({ ...choice, kind })}
          >
            <option value="">{t('consolidation.allKinds')}</option>
            {kinds.map((k) => (
              <option key={k.kind} value={k.kind}>
                {KIND_WORDS[k.kind] ? t(KIND_WORDS[k.kind]!) : k.kind} ({k.units})
              </option>
            ))}
          </SelectField>
        )}
        {periods.length > 0 && (
          <SelectField
            label={t('consolidation.compareWith')}
            value={compared?.campaignId ?? 'none'}
            onText={(compare) => onChoice({ ...choice, compare })}
          >
            <option value="none">{t('consolidation.noCompare')}</option>
            {periods.map((p) => (
              <option key={p.campaignId} value={p.campaignId}>
                {p.title} ({shortDay(p.window.from)} - {shortDay(p.window.to)})
              </option>
            ))}
          </SelectField>
        )}
        <Btn
          kind="quiet"
          icon="file-spreadsheet"
          href={`/api/campaigns/${totals.campaign.id}/totals.xlsx${fileQueryOf(choice, totals.campaign.id)}`}
          download
        >
          {t('consolidation.takeChoice')}
        </Btn>
      </div>
      {compared && (
        <p className="s13 sec besides">
          {t('consolidation.besideNote', {
            title: compared.title,
            from: shortDay(compared.window.from),
            to: shortDay(compared.window.to),
          })}{' '}
          {compared.relation === 'overlaps' && t('consolidation.besideOverlaps')}{' '}
          {!isWhole(totals) &&
            t('consolidation.besidePart', {
              received: totals.communes.received,
              obliged: totals.communes.obliged,
            })}
        </p>
      )}
    </>
  );
};
