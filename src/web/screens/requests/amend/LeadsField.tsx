import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import type { Request } from '../../../../core/campaign/request.ts';
import { CheckField, SelectField } from '../../../kit/Field.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { t } from '../../../texts/text.ts';

type Lead = Request['leads'][number];

/** One field: which office leads it, and who takes part. */
const FieldLead = ({
  title,
  offices,
  lead,
  onLead,
}: {
  title: string;
  offices: CampaignAnswer['units'];
  lead: Lead | undefined;
  onLead: (change: { leadUnitId: string; partnerUnitIds: readonly string[] } | null) => void;
}) => {
  const partners = lead?.partnerUnitIds ?? [];
  return (
    <fieldset>
      <legend>{title}</legend>
      <SelectField
        label={t('requests.leadUnit')}
        value={lead?.leadUnitId ?? ''}
        onText={(id) =>
          onLead(
            id === '' ? null : { leadUnitId: id, partnerUnitIds: partners.filter((other) => other !== id) },
          )
        }
      >
        <option value="">{t('amend.ledByNobody')}</option>
        {offices.map((u) => (
          <option key={u.id} value={u.id}>
            {u.name}
          </option>
        ))}
      </SelectField>
      {lead && (
        <details>
          <summary>{t('amend.partners', { n: partners.length })}</summary>
          <div className="pick">
            {offices
              .filter((u) => u.id !== lead.leadUnitId)
              .map((u) => (
                <CheckField
                  key={u.id}
                  label={u.name}
                  checked={partners.includes(u.id)}
                  onCheck={(on) =>
                    onLead({
                      leadUnitId: lead.leadUnitId,
                      partnerUnitIds: on ? [...partners, u.id] : partners.filter((id) => id !== u.id),
                    })
                  }
                />
              ))}
          </div>
        </details>
      )}
    </fieldset>
  );
};

/** Who leads which field over the whole area: changed for whoever has not sent; what was sent keeps its own. */
export const LeadsField = ({
  campaign,
  leads,
  onLeads,
}: {
  campaign: CampaignAnswer;
  leads: Request['leads'];
  onLeads: (leads: Request['leads']) => void;
}) => {
  const offices = campaign.units.filter((u) => u.kind !== 'commune');
  const put = (
    area: string,
    title: string,
    change: Parameters<Parameters<typeof FieldLead>[0]['onLead']>[0],
  ) => {
    const known = leads.find((l) => l.area === area);
    if (!change) return onLeads(leads.filter((l) => l.area !== area));
    const lead = { field: known?.field ?? title, area, ...change };
    onLeads(known ? leads.map((l) => (l.area === area ? lead : l)) : [...leads, lead]);
  };
  return (
    <Sheet title={t('amend.partLeads')} count={leads.length} pad className="am">
      <p className="s13 sec">{t('amend.leadsHint')}</p>
      {campaign.areas.map(({ area, title }) => (
        <FieldLead
          key={area}
          title={title}
          offices={offices}
          lead={leads.find((l) => l.area === area)}
          onLead={(change) => put(area, title, change)}
        />
      ))}
    </Sheet>
  );
};
