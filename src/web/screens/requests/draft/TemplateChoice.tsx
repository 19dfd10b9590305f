import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { SelectField } from '../../../kit/Field.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { moment } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import type { PartProps } from './part-props.ts';

const keyOf = (template: { readonly id: string; readonly version: number }): string =>
  `${template.version} ${template.id}`;

/** Which published version units will report by; it is chosen while the request is a draft (C1). */
export const TemplateChoice = ({ campaign, edit }: Pick<PartProps, 'campaign' | 'edit'>) => {
  const choose = useAction((key: string, request) => {
    const template = campaign.templates.find((c) => keyOf(c) === key) ?? campaign.template;
    return api.post<CampaignAnswer>(
      `/api/campaigns/${campaign.id}/template`,
      { version: campaign.version, template: { id: template.id, version: template.version } },
      { key: request },
    );
  });
  const { template } = campaign;
  const name = (c: typeof template): string =>
    t('requests.templateVersion', { title: c.title, n: c.version, moment: moment(c.publishedAt) });
  return (
    <div className="pad tpl-choice">
      {edit && campaign.templates.length > 1 ? (
        <SelectField
          label={t('requests.template')}
          value={keyOf(template)}
          onText={(key) => void choose.run(key).then(() => reloadAll(`/api/campaigns/${campaign.id}`))}
        >
          {campaign.templates.map((c) => (
            <option key={keyOf(c)} value={keyOf(c)}>
              {name(c)}
            </option>
          ))}
        </SelectField>
      ) : (
        <p className="sec">
          {t('requests.template')}: {name(template)}
        </p>
      )}
      {edit && (
        <Btn
          small
          kind="quiet"
          icon="eye"
          href={`/mau-bao-cao/${encodeURIComponent(template.id)}/phien-ban/${template.version}`}
        >
          {t('requests.templateSee')}
        </Btn>
      )}
      <FailureNote failure={choose.failure} />
    </div>
  );
};
