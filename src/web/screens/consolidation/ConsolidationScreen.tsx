import { useCallback, useMemo, useRef, useState } from 'react';
import { Link, Redirect, useLocation, useParams } from 'wouter';
import type { CampaignSummary } from '../../../core/campaign/answers.ts';
import type { TotalsAnswer } from '../../../core/consolidation/answers.ts';
import { Page } from '../../frame/Page.tsx';
import { useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Paper } from '../../kit/Paper.tsx';
import { Empty, Loading, View } from '../../kit/places.tsx';
import type { PlainKey } from '../../texts/dictionary.ts';
import { t } from '../../texts/text.ts';
import { letterOf } from '../home/letter-words.ts';
import { ChoiceBar } from './ChoiceBar.tsx';
import { Contributions } from './Contributions.tsx';
import { ChartsPart } from './charts/ChartsPart.tsx';
import { type Choice, isWhole, NO_CHOICE, queryOf } from './choice.ts';
import { WordsPart } from './draft/WordsPart.tsx';
import { ExportsPart } from './exports/ExportsPart.tsx';
import { FrozenLine } from './FrozenLine.tsx';
import { FrozenPart } from './FrozenPart.tsx';
import { lineAt, type Spot, sameSpot } from './lines.ts';
import { PartnersPart } from './PartnersPart.tsx';
import { TotalsTable } from './TotalsTable.tsx';
import { WhoIsIn } from './WhoIsIn.tsx';
import { YearPart } from './YearPart.tsx';
import './consolidation.css';

const Totals = ({
  totals,
  choice,
  onChoice,
}: {
  totals: TotalsAnswer;
  choice: Choice;
  onChoice: (choice: Choice) => void;
}) => {
  const [picked, setPicked] = useState<Spot | undefined>(undefined);
  const pick = useCallback((spot: Spot) => setPicked((was) => (sameSpot(was, spot) ? undefined : spot)), []);
  const close = (): void => {
    // Back to the figure that was opened.
    document.querySelector<HTMLElement>('.pickt[aria-pressed="true"]')?.focus();
    setPicked(undefined);
  };
  const at = picked && lineAt(totals.forms, picked);
  const forms = useMemo(
    () => totals.forms.filter((f) => choice.area === '' || f.area === choice.area),
    [totals.forms, choice.area],
  );
  const nothing = totals.communes.received + totals.departments.received === 0;
  return (
    <div className="cons print-wide">
      {totals.place.whole && <FrozenLine campaignId={totals.campaign.id} />}
      <WhoIsIn totals={totals} />
      <ChoiceBar totals={totals} choice={choice} onChoice={onChoice} />
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
            <TotalsTable
              forms={forms}
              picked={picked}
              compared={totals.compared}
              whole={isWhole(totals)}
              onPick={pick}
            />
          </section>
          {at && (
            <Contributions totals={totals} choice={choice} form={at.form} line={at.line} onClose={close} />
          )}
        </div>
      )}
    </div>
  );
};

type PartId = 'so-lieu' | 'loi' | 'phoi-hop' | 'cac-ky' | 'chot' | 'bieu-do' | 'tai-ve';
const PARTS: readonly (readonly [PartId, PlainKey])[] = [
  ['so-lieu', 'consolidation.tabFigures'],
  ['loi', 'consolidation.tabWords'],
  ['phoi-hop', 'consolidation.tabPartners'],
  ['cac-ky', 'consolidation.tabYear'],
  ['chot', 'consolidation.tabFrozen'],
  ['bieu-do', 'exports.charts'],
  ['tai-ve', 'exports.tab'],
];

const Tabs = ({ id, part }: { id: string; part: PartId }) => (
  <nav className="tabs" aria-label={t('consolidation.tabs')}>
    {PARTS.map(([code, words]) => (
      <Link key={code} href={`/tong-hop/${id}/${code}`} aria-current={code === part ? 'page' : undefined}>
        {t(words)}
      </Link>
    ))}
  </nav>
);

const OfCampaign = ({
  id,
  part,
  campaigns,
}: {
  id: string;
  part: PartId;
  campaigns: readonly CampaignSummary[];
}) => {
  const [, go] = useLocation();
  const [choice, setChoice] = useState(NO_CHOICE);
  const query = queryOf(choice, id);
  const fresh = useResource<TotalsAnswer>(`/api/campaigns/${id}/totals${query ? `?${query}` : ''}`);
  // While another choice is being added up, what stood before stays where it was.
  const kept = useRef(fresh.data);
  if (fresh.data) kept.current = fresh.data;
  const totals =
    fresh.state === 'loading' && kept.current
      ? { ...fresh, state: 'ready' as const, data: kept.current }
      : fresh;
  const head = totals.data?.campaign;
  const received = (totals.data?.communes.received ?? 0) + (totals.data?.departments.received ?? 0);
  return (
    <Page
      title={t('consolidation.title')}
      note={
        totals.data && totals.data.place.whole === null
          ? t('consolidation.noteLead', { areas: totals.data.areas.map((a) => a.title).join('; ') })
          : t('consolidation.note')
      }
      period={
        head?.window && head.deadline !== null
          ? { ...head, note: letterOf(head), window: head.window, deadline: head.deadline }
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
          {totals.data?.place.whole && (
            <Paper
              of={`/api/campaigns/${id}/report`}
              label={t('consolidation.seeReport')}
              reason={received === 0 ? t('consolidation.nothingYet') : undefined}
            />
          )}
        </>
      }
    >
      <Tabs id={id} part={part} />
      {part === 'loi' && <WordsPart campaignId={id} />}
      {part === 'phoi-hop' && <PartnersPart campaignId={id} />}
      {part === 'chot' && <FrozenPart campaignId={id} />}
      {part === 'cac-ky' && <YearPart campaignId={id} />}
      {part === 'bieu-do' && <ChartsPart campaignId={id} />}
      {part === 'tai-ve' && <ExportsPart campaignId={id} />}
      {part === 'so-lieu' && (
        <View
          of={totals}
          loading={
            <section className="sheet">
              <Loading lines={8} />
            </section>
          }
        >
          {(data) => <Totals key={id} totals={data} choice={choice} onChoice={setChoice} />}
        </View>
      )}
    </Page>
  );
};

/** Received reports added up, each total with who gave what (G1). */
const ConsolidationScreen = () => {
  const { campaignId, part } = useParams<{ campaignId?: string; part?: string }>();
  const all = useResource<CampaignSummary[]>('/api/campaigns');
  const issued = useMemo(
    () =>
      (all.data ?? [])
        .filter((c) => c.state === 'issued' || c.state === 'closed')
        .sort((a, b) => (b.issuedAt ?? 0) - (a.issuedAt ?? 0)),
    [all.data],
  );
  if (campaignId) {
    const known = PARTS.find(([code]) => code === part)?.[0] ?? 'so-lieu';
    return <OfCampaign key={campaignId} id={campaignId} part={known} campaigns={issued} />;
  }
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
