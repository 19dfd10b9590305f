import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { Redirect, useLocation, useParams, useSearchParams } from 'wouter';
import type { CampaignSummary } from '../../../core/campaign/answers.ts';
import type { BoardAnswer, BoardRow } from '../../../core/report/answers.ts';
import { REPORT_STATES } from '../../../core/report/states.ts';
import { Page } from '../../frame/Page.tsx';
import { useSession } from '../../http/session.ts';
import { useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Empty, Loading, View } from '../../kit/places.tsx';
import { LoadingRows, Table } from '../../kit/Table.tsx';
import { clockText, deadline, listText, moment } from '../../texts/format.ts';
import { shortTitles } from '../../texts/short-titles.ts';
import { t } from '../../texts/text.ts';
import { letterOf } from '../home/letter-words.ts';
import { arrange, type Filter, NO_FILTER, type Sort, type Tile } from './arrange.ts';
import { BoardRows } from './BoardRows.tsx';
import { BoardTools, type Look } from './BoardTools.tsx';
import { Census } from './Census.tsx';
import { ExtendDialog } from './ExtendDialog.tsx';
import { Filters } from './Filters.tsx';
import { UnitDialog } from './UnitDialog.tsx';
import { useBoard } from './useBoard.ts';
import { useRowKeys } from './useRowKeys.ts';
import { useSlices } from './useSlices.ts';
import './board.css';

const Heat = lazy(() => import('./Heat.tsx'));

const Heads = () => (
  <thead>
    <tr>
      <th className="r">{t('board.order')}</th>
      <th>{t('board.unit')}</th>
      <th>{t('board.state')}</th>
      <th>{t('board.filled')}</th>
      <th>{t('board.holder')}</th>
      <th>{t('board.last')}</th>
      <th>{t('board.due')}</th>
      <th>{t('board.know')}</th>
      <th className="ac">
        <span className="vh">{t('board.act')}</span>
      </th>
    </tr>
  </thead>
);

/** Heads stand at once, grey lines where rows will be: nothing shifts. */
const LoadingBoard = () => (
  <section className="sheet">
    <Table caption={t('board.list')} className="board-list">
      <Heads />
      <LoadingRows columns={9} rows={8} />
    </Table>
  </section>
);

/** On paper the filters are gone: which list it is and of when stands above it. */
const PrintHead = ({ board, shown }: { board: BoardAnswer; shown: number }) => (
  <div className="print-head">
    <p>
      <b>{board.campaign.title}</b>
    </p>
    <p>{t('watch.printNote', { shown, all: board.obliged, at: moment(board.now, true) })}</p>
  </div>
);

const isTile = (text: string | null): text is Tile =>
  text === 'overdue' || REPORT_STATES.some((s) => s === text);

const BoardLinks = ({ board }: { board: BoardAnswer }) => {
  const { me } = useSession();
  const { id } = board.campaign;
  return (
    <>
      {me.posts.some((post) => post.role === 'receiver') && (
        <Btn icon="bell" href={`/theo-doi/${id}/don-doc`}>
          {t('watch.rulesOpen')}
        </Btn>
      )}
      {board.rows.some((row) => row.may.includes('bring-in')) && (
        <Btn icon="file-up" href={`/nhap-bieu/${id}`}>
          {t('excel.manyTitle')}
        </Btn>
      )}
    </>
  );
};

const Board = ({ board }: { board: BoardAnswer }) => {
  const [query] = useSearchParams();
  const [, go] = useLocation();
  const asked = query.get('trang-thai');
  const [filter, setFilter] = useState<Filter>({
    ...NO_FILTER,
    tile: isTile(asked) ? asked : undefined,
    mine: query.get('cho') === 'toi',
  });
  const [sort, setSort] = useState<Sort>('urgent');
  const [current, setCurrent] = useState<string | undefined>(undefined);
  const [extending, setExtending] = useState<string | undefined>(undefined);
  const [look, setLook] = useState<Look>('list');
  const [open, setOpen] = useState(false);
  const [looked, setLooked] = useState<string | undefined>(undefined);
  const toExtend = board.rows.find((row) => row.unitId === extending);
  const search = useRef<HTMLInputElement>(null);
  const rows = useMemo(() => arrange(board.rows, filter, sort), [board.rows, filter, sort]);
  const slices = useSlices(rows.length, JSON.stringify([filter, sort]));
  const shownRows = useMemo(() => rows.slice(0, slices.shown), [rows, slices.shown]);
  const at = rows.findIndex((row) => row.unitId === current);
  useRowKeys({
    move: (step) => {
      const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
      if (!next) return;
      slices.reach(rows.indexOf(next));
      setCurrent(next.unitId);
      // After the row is drawn: with a slice it may be new.
      requestAnimationFrame(() => {
        const link = document.querySelector<HTMLElement>(`tr[data-unit="${next.unitId}"] a.name`);
        link?.focus();
        link?.scrollIntoView({ block: 'nearest' });
      });
    },
    open: () => {
      if (current) go(`/xem-xet/${board.campaign.id}/${current}`);
    },
    find: () => {
      search.current?.focus();
      search.current?.select();
    },
  });
  const change = (part: Partial<Filter>): void => setFilter((was) => ({ ...was, ...part }));
  return (
    <div className={`board print-wide${open || look === 'heat' ? ' open' : ''}`}>
      <Census board={board} tile={filter.tile} onTile={(tile) => change({ tile })} />
      <p className="vh">{t('board.sum', { n: board.obliged })}</p>
      <BoardTools
        board={board}
        rows={rows}
        look={look}
        filter={filter}
        sort={sort}
        onLook={setLook}
        onFilter={setFilter}
        onSort={setSort}
      >
        <BoardLinks board={board} />
      </BoardTools>
      <PrintHead board={board} shown={rows.length} />
      {look === 'list' && (
        <>
          <Filters
            board={board}
            filter={filter}
            open={open}
            onOpen={setOpen}
            onFilter={change}
            search={search}
          />
          <p className="vh" role="status">
            {t('board.found', { n: rows.length })}
          </p>
          {filter.under !== undefined && (
            <p>
              <Btn small icon="x" onClick={() => change({ under: undefined })}>
                {t('watch.under', {
                  name: board.rows.find((r) => r.parent?.id === filter.under)?.parent?.name ?? '',
                })}
              </Btn>
            </p>
          )}
        </>
      )}
      {look === 'heat' ? (
        <Suspense fallback={<Loading />}>
          <Heat
            campaignId={board.campaign.id}
            onUnit={setLooked}
            onGroup={(under) => {
              setFilter({ ...NO_FILTER, under });
              setLook('list');
            }}
          />
        </Suspense>
      ) : (
        <section className="sheet" aria-label={t('board.list')}>
          {rows.length === 0 ? (
            <Empty
              title={t('board.none')}
              action={
                <Btn small onClick={() => setFilter(NO_FILTER)}>
                  {t('board.clear')}
                </Btn>
              }
            >
              {t('board.noneText')}
            </Empty>
          ) : (
            <Table caption={t('board.list')} className="board-list">
              <Heads />
              <BoardRows
                rows={shownRows}
                campaignId={board.campaign.id}
                current={current}
                onExtend={setExtending}
                onUnit={setLooked}
              />
            </Table>
          )}
          {slices.shown < rows.length && (
            <div className="more" ref={slices.end}>
              <span className="sec s13">{t('board.shown', { shown: slices.shown, all: rows.length })}</span>
              <Btn small onClick={slices.more}>
                {t('board.showMore')}
              </Btn>
            </div>
          )}
        </section>
      )}
      {looked !== undefined && (
        <UnitDialog campaignId={board.campaign.id} unitId={looked} onClose={() => setLooked(undefined)} />
      )}
      {toExtend && (
        <ExtendDialog
          campaign={board.campaign}
          unit={{ id: toExtend.unitId, name: toExtend.name }}
          extension={toExtend.extension}
          onClose={() => setExtending(undefined)}
          onExtended={() => setExtending(undefined)}
        />
      )}
    </div>
  );
};

/** Deadlines of the groups of recipients, the nearest first, with how many units each binds. */
const groupDues = (rows: readonly BoardRow[]): readonly (readonly [number, number])[] => {
  const counts = new Map<number, number>();
  for (const row of rows) if (row.extension === null) counts.set(row.due, (counts.get(row.due) ?? 0) + 1);
  return [...counts].sort((a, b) => a[0] - b[0]);
};

const OfCampaign = ({ id, campaigns }: { id: string; campaigns: readonly CampaignSummary[] }) => {
  const [, go] = useLocation();
  const board = useBoard(id);
  const { data } = board;
  const head = data?.campaign;
  const names = useMemo(() => shortTitles(campaigns.map((c) => c.title)), [campaigns]);
  const dues = useMemo(() => groupDues(data?.rows ?? []), [data]);
  const sent = data?.rows.filter((row) => row.firstSubmittedAt !== null).length ?? 0;
  return (
    <Page
      title={t('board.title')}
      note={
        data && (
          <>
            {t('board.note', { n: data.obliged, sent })} ·{' '}
            {dues.length > 1 && (
              <>
                {t('board.groupDues', {
                  dues: listText(dues.map(([due, n]) => t('board.groupDue', { deadline: deadline(due), n }))),
                })}{' '}
                ·{' '}
              </>
            )}
            <span className="num" title={moment(data.now, true)}>
              {t('board.updated', { time: clockText(data.now, true) })}
            </span>
          </>
        )
      }
      period={
        head?.window && head.deadline !== null
          ? { ...head, note: letterOf(head), window: head.window, deadline: head.deadline }
          : undefined
      }
      actions={
        <>
          {data && board.state === 'ready' && (
            <span className="board-links phone-hide">
              <BoardLinks board={data} />
            </span>
          )}
          {campaigns.length > 1 && (
            <label className="srt">
              <span className="sec">{t('board.campaign')}</span>
              <select
                className="sel"
                value={id}
                onChange={(event) => go(`/theo-doi/${event.currentTarget.value}`)}
              >
                {campaigns.map((c, at) => (
                  <option key={c.id} value={c.id}>
                    {names[at]}
                  </option>
                ))}
              </select>
            </label>
          )}
        </>
      }
    >
      <View of={board} loading={<LoadingBoard />}>
        {(answer) => <Board key={id} board={answer} />}
      </View>
    </Page>
  );
};

/** Units × states of one campaign: who is late, who holds it, what must be known (scenarios F3, F4, F5). */
const BoardScreen = () => {
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
  if (first) return <Redirect to={`/theo-doi/${first.id}`} replace />;
  return (
    <Page title={t('board.title')}>
      <section className="sheet">
        <View of={all} loading={<Loading />}>
          {() => (
            <Empty
              title={t('board.noCampaign')}
              action={
                <Btn small href="/yeu-cau">
                  {t('board.toRequests')}
                </Btn>
              }
            >
              {t('board.noCampaignText')}
            </Empty>
          )}
        </View>
      </section>
    </Page>
  );
};

export default BoardScreen;
