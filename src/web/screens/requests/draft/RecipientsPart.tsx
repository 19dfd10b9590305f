import { useState } from 'react';
import { recipientsOf } from '../../../../core/campaign/request.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { t } from '../../../texts/text.ts';
import { PartSheet } from './PartSheet.tsx';
import type { PartProps } from './part-props.ts';
import { TextEdit } from './TextEdit.tsx';
import { type PickUnit, UnitPicker } from './UnitPicker.tsx';
import { ValueRow } from './ValueRow.tsx';

const FEW = 4;

/** The first names at once, all of them one click away; a name is never cut. */
const Names = ({ units }: { units: readonly PickUnit[] }) => {
  const [all, setAll] = useState(false);
  const shown = all || units.length <= FEW + 1 ? units : units.slice(0, FEW);
  const rest = units.length - shown.length;
  return (
    <span className="sub">
      {shown.map((u) => u.name).join(', ')}{' '}
      {rest > 0 && (
        <button type="button" className="lnk" onClick={() => setAll(true)}>
          {t('requests.andMore', { n: rest })}
        </button>
      )}
    </span>
  );
};

/** Who must report, by the letter's own recipients, and who receives. */
export const RecipientsPart = ({ campaign, request, letter, numbered, ends, gaps, edit }: PartProps) => {
  const [adding, setAdding] = useState(false);
  const obliged = new Set(recipientsOf(request));
  const chosen = campaign.units.filter((u) => obliged.has(u.id));
  const offices = chosen.filter((u) => u.kind !== 'commune').length;
  const left = campaign.units.filter((u) => !obliged.has(u.id));
  const receivesOwn = chosen.some((u) => u.name === campaign.receiverName);
  const setIds = (at: number, unitIds: string[]): void =>
    edit?.change((r) => ({
      ...r,
      recipients: r.recipients.map((one, i) => (i === at ? { ...one, unitIds } : one)),
    }));
  return (
    <PartSheet
      part="recipients"
      gaps={gaps}
      seen={request.seen.includes('recipients')}
      onSeen={edit?.seen('recipients')}
    >
      <p className="sums">
        {t('requests.sums', { offices, communes: chosen.length - offices })} <b>{chosen.length}</b>{' '}
        {t('requests.sumUnits')}
      </p>
      <dl className="fs line">
        {request.recipients.map((recipient, at) => {
          const own = campaign.units.filter((u) => recipient.unitIds.includes(u.id));
          const taken = new Set(request.recipients.flatMap((r, i) => (i === at ? [] : r.unitIds)));
          return (
            <ValueRow
              key={`${at}-${recipient.text}`}
              label={recipient.text}
              n={numbered.numbers.get(`recipient:${recipient.text}`)}
              ends={ends}
              missing={own.length === 0}
              note={own.length === 0 ? t('requests.recipientUnmatched') : undefined}
              editor={
                edit &&
                ((close) => (
                  <UnitPicker
                    units={campaign.units.filter((u) => !taken.has(u.id))}
                    chosen={recipient.unitIds}
                    onChange={(ids) => setIds(at, ids)}
                    onRemove={() =>
                      edit.change((r) => ({ ...r, recipients: r.recipients.filter((_, i) => i !== at) }))
                    }
                    close={close}
                  />
                ))
              }
            >
              {own.length > 1 && <b>{t('requests.unitCount', { n: own.length })}</b>}
              {own.length > 0 ? <Names units={own} /> : t('requests.notYet')}
            </ValueRow>
          );
        })}
        {edit && (
          <div className={request.recipients.length > 0 ? 'fr more' : 'fr'}>
            <dt />
            <dd>
              {adding ? (
                <TextEdit
                  label={t('requests.recipientName')}
                  value={null}
                  max={500}
                  close={() => setAdding(false)}
                  onChange={(text) => {
                    if (text)
                      edit.change((r) => ({ ...r, recipients: [...r.recipients, { text, unitIds: [] }] }));
                  }}
                />
              ) : (
                <Btn small kind="quiet" icon="plus" onClick={() => setAdding(true)}>
                  {t('requests.addRecipient')}
                </Btn>
              )}
            </dd>
          </div>
        )}
        {left.length > 0 && (
          <div className="fr">
            <dt>{t('requests.leftOut', { n: left.length })}</dt>
            <dd>
              <Names units={left} />
            </dd>
          </div>
        )}
        <ValueRow label={t('requests.receiver')} n={numbered.numbers.get('receiver')} ends={ends}>
          {t('requests.receiverWords', {
            authority: letter?.receiver.onBehalfOf ?? campaign.authorityName,
            office: campaign.receiverName,
          })}
          {receivesOwn && (
            <span className="own">
              <Icon name="triangle-alert" />
              <span>{t('requests.receiverOwn', { office: campaign.receiverName })}</span>
            </span>
          )}
        </ValueRow>
      </dl>
    </PartSheet>
  );
};
