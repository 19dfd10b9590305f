import { useCallback, useMemo, useState } from 'react';
import { Redirect, useLocation, useParams } from 'wouter';
import type { CampaignSummary } from '../../../core/campaign/answers.ts';
import type { TotalsAnswer } from '../../../core/consolidation/answers.ts';
import { Page } from '../../frame/Page.tsx';
import { useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Paper } from '../../kit/Paper.tsx';
import { Empty, Loading, View } from '../../kit/places.tsx';
import { t } from '../../texts/text.ts';
import { letterOf } from '../home/letter-words.ts';
import { Contributions } from './Contributions.tsx';
import { lineAt, type Spot, sameSpot } from './lines.ts';
import { TotalsTable } from './TotalsTable.tsx';
import { WhoIsIn } from './WhoIsIn.tsx';
import './consolidation.css';

const Totals = ({ totals }: { totals: TotalsAnswer }) => {
  const [picked, setPicked] = useState<Spot | undefined>(undefined);
  const pick = useCallback((spot: Spot) => setPicked((was) => (sameSpot(was, spot) ? undefined : spot)), []);
  const close = (): void => {
    // Back to the figure that was opened.
    document.querySelector<HTMLElement>('.pickt[aria-pressed="true"]')?.focus();
    setPicked(undefined);
  };
  const at = picked && lineAt(totals.forms, picked);
  const nothing = totals.communes.received + totals.departments.received === 0;
  return (
    <div className="cons print-wide">
      <WhoIsIn totals={totals} />
      {nothing ? (
        <section className="sheet">
          <Empty
            icon="sigma"
            title={t('consolidation.nothingYet')}
            action={
              <Btn small href={`/theo-doi/${totals.campaign.id}`}>
                {t('consolidation.toBoard')}
              </Btn>
            }
          >
            {t('consolidation.nothingYetText')}
          </Empty>
        </section>
      ) : (
        <div className={at ? 'two' : 'two one'}>
          <section className="sheet" aria-label={t('consolidation.tableCaption')}>
            <TotalsTable forms={totals.forms} picked={picked} onPick={pick} />
          </section>
          {at && (
            <Contributions campaignId={totals.campaign.id} form={at.form} line={at.line} onClose={close} />
          )}
        </div>
      )}
    </div>
  );
};

const OfCampaign = ({ id, campaigns }: { id: string; campaigns: readonly CampaignSummary[] }) => {
  const [, go] = useLocation();
  const totals = useResource<TotalsAnswer>(`/api/campaigns/${id}/totals`);
  const head = totals.data?.campaign;
  const received = (totals.data?.communes.received ?? 0) + (totals.data?.departments.received ?? 0);
  return (
    <Page
      title={t('consolidation.title')}
      note={t('consolidation.note')}
      period={
        head?.window && head.deadline !== null
          ? { title: head.title, note: letterOf(head), window: head.window, deadline: head.deadline }
          : undefined
      }
      actions={
        <>
          {campaigns.length > 1 && (
            <label className="srt">
              <span className="sec">{t('consolidation.campaign')}</span>
              <select
                className="sel"
                value={id}
                onChange={(event) => go(`/tong-hop/${event.currentTarget.value}`)}
              >
                {campaigns.map((c) => (
                  <option key={c.id} value={c.id}>
                    {c.title}
                  </option>
                ))}
              </select>
            </label>
          )}
          {totals.data && (
            <Paper
              of={`/api/campaigns/${id}/report`}
              label={t('consolidation.seeReport')}
              reason={received === 0 ? t('consolidation.nothingYet') : undefined}
            />
          )}
        </>
      }
    >
      <View
        of={totals}
        loading={
          <section className="sheet">
            <Loading lines={8} />
          </section>
        }
      >
        {(data) => <Totals key={id} totals={data} />}
      </View>
    </Page>
  );
};

/** Received reports added up, each total with who gave what (G1). */
const ConsolidationScreen = () => {
  const { campaignId } = useParams<{ campaignId?: string }>();
  const all = useResource<CampaignSummary[]>('/api/campaigns');
  const issued = useMemo(
    () =>
      (all.data ?? [])
        .filter((c) => c.state === 'issued' || c.state === 'closed')
        .sort((a, b) => (b.issuedAt ?? 0) - (a.issuedAt ?? 0)),
    [all.data],
  );
  if (campaignId) return <OfCampaign key={campaignId} id={campaignId} campaigns={issued} />;
  const first = issued[0];
  if (first) return <Redirect to={`/tong-hop/${first.id}`} replace />;
  return (
    <Page title={t('consolidation.title')}>
      <section className="sheet">
        <View of={all}>
          {() => (
            <Empty
              icon="sigma"
              title={t('consolidation.noCampaign')}
              action={
                <Btn small href="/yeu-cau">
                  {t('consolidation.toRequests')}
                </Btn>
              }
            >
              {t('consolidation.noCampaignText')}
            </Empty>
          )}
        </View>
      </section>
    </Page>
  );
};

export default ConsolidationScreen;
