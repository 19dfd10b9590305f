import { useState } from 'react';
import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import type { Request } from '../../../../core/campaign/request.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { CheckField, SelectField } from '../../../kit/Field.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { t } from '../../../texts/text.ts';
import { EditForm } from './EditForm.tsx';
import { PartSheet } from './PartSheet.tsx';
import type { PartProps } from './part-props.ts';
import { ValueRow } from './ValueRow.tsx';

type Lead = Request['leads'][number];

const LeadEdit = ({
  campaign,
  field,
  value,
  onChange,
  onRemove,
  close,
}: {
  campaign: CampaignAnswer;
  field: string | undefined;
  value: Lead | undefined;
  onChange: (value: Lead) => void;
  onRemove?: () => void;
  close: () => void;
}) => {
  const offices = campaign.units.filter((u) => u.kind !== 'commune');
  const [area, setArea] = useState(value?.area ?? '');
  const [lead, setLead] = useState(value?.leadUnitId ?? '');
  const [partners, setPartners] = useState<readonly string[]>(value?.partnerUnitIds ?? []);
  const [error, setError] = useState<{ area?: string; lead?: string }>({});
  const done = () => {
    if (area === '') return setError({ area: t('requests.areaMissing') });
    if (lead === '') return setError({ lead: t('requests.leadMissing') });
    const title = campaign.areas.find((a) => a.area === area)?.title ?? area;
    onChange({
      field: field ?? title,
      area,
      leadUnitId: lead,
      partnerUnitIds: partners.filter((id) => id !== lead),
    });
    close();
  };
  return (
    <EditForm onDone={done} onCancel={close} onRemove={onRemove}>
      <SelectField label={t('requests.area')} error={error.area} value={area} onText={setArea}>
        <option value="">{t('requests.choose')}</option>
        {campaign.areas.map((a) => (
          <option key={a.area} value={a.area}>
            {a.title}
          </option>
        ))}
      </SelectField>
      <SelectField label={t('requests.leadUnit')} error={error.lead} value={lead} onText={setLead}>
        <option value="">{t('requests.choose')}</option>
        {offices.map((u) => (
          <option key={u.id} value={u.id}>
            {u.name}
          </option>
        ))}
      </SelectField>
      <fieldset className="pick">
        <legend className="s13 sec">{t('requests.partners')}</legend>
        {offices
          .filter((u) => u.id !== lead)
          .map((u) => (
            <CheckField
              key={u.id}
              label={u.name}
              checked={partners.includes(u.id)}
              onCheck={(on) => setPartners((was) => (on ? [...was, u.id] : was.filter((id) => id !== u.id)))}
            />
          ))}
      </fieldset>
    </EditForm>
  );
};

/** Which office leads which field on the whole area, and who takes part. */
export const LeadsPart = ({ campaign, request, letter, numbered, ends, gaps, edit }: PartProps) => {
  const [adding, setAdding] = useState(false);
  const nameOf = (id: string): string => campaign.units.find((u) => u.id === id)?.name ?? '';
  const titleOf = (lead: Lead): string =>
    campaign.areas.find((a) => a.area === lead.area)?.title ?? lead.field;
  const put = (at: number, lead: Lead | undefined): void =>
    edit?.change((r) => ({
      ...r,
      leads: lead
        ? at < r.leads.length
          ? r.leads.map((one, i) => (i === at ? lead : one))
          : [...r.leads, lead]
        : r.leads.filter((_, i) => i !== at),
    }));
  const unmatched = (letter?.leads ?? []).filter((l) => !request.leads.some((r) => r.field === l.field));
  const uncovered = campaign.areas.filter((a) => !request.leads.some((l) => l.area === a.area));
  return (
    <PartSheet part="leads" gaps={gaps} seen={request.seen.includes('leads')} onSeen={edit?.seen('leads')}>
      <dl className="fs wide">
        {request.leads.map((lead, at) => (
          <ValueRow
            key={`${at}-${lead.field}`}
            label={titleOf(lead)}
            n={numbered.numbers.get(`lead:${lead.field}`)}
            ends={ends}
            editor={
              edit &&
              ((close) => (
                <LeadEdit
                  campaign={campaign}
                  field={lead.field}
                  value={lead}
                  close={close}
                  onChange={(value) => put(at, value)}
                  onRemove={() => put(at, undefined)}
                />
              ))
            }
          >
            {nameOf(lead.leadUnitId)}
            {lead.partnerUnitIds.length > 0 && (
              <span className="sub">
                {t('requests.withPartners', { names: lead.partnerUnitIds.map(nameOf).join(', ') })}
              </span>
            )}
          </ValueRow>
        ))}
        {unmatched.map((lead) => (
          <ValueRow
            key={lead.field}
            label={lead.field}
            n={numbered.numbers.get(`lead:${lead.field}`)}
            ends={ends}
            missing
            note={t('requests.leadUnmatched', { lead: lead.lead })}
            editor={
              edit &&
              ((close) => (
                <LeadEdit
                  campaign={campaign}
                  field={lead.field}
                  value={undefined}
                  close={close}
                  onChange={(value) => put(request.leads.length, value)}
                />
              ))
            }
          >
            {lead.lead}
          </ValueRow>
        ))}
        {edit && (
          <div className="fr">
            <dt />
            <dd>
              {adding ? (
                <LeadEdit
                  campaign={campaign}
                  field={undefined}
                  value={undefined}
                  close={() => setAdding(false)}
                  onChange={(value) => put(request.leads.length, value)}
                />
              ) : (
                <Btn small kind="quiet" icon="plus" onClick={() => setAdding(true)}>
                  {t('requests.addLead')}
                </Btn>
              )}
            </dd>
          </div>
        )}
      </dl>
      {uncovered.length > 0 && (
        <p className="own pad2">
          <Icon name="triangle-alert" />
          <span>{t('requests.areasLeft', { areas: uncovered.map((a) => a.title).join('; ') })}</span>
        </p>
      )}
      <p className="plus s13 sec">{t('requests.leadContents')}</p>
    </PartSheet>
  );
};
