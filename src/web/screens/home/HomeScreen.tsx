import { lazy, Suspense, useMemo, useState } from 'react';
import type { CampaignSummary } from '../../../core/campaign/answers.ts';
import { dayOfInstant } from '../../../core/kernel/instant.ts';
import type { BoardAnswer, BoardRow, WorkAnswer, WorkItem } from '../../../core/report/answers.ts';
import { Page } from '../../frame/Page.tsx';
import { useSession } from '../../http/session.ts';
import { useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Empty, Loading, View } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { dayText, deadline } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { useBoard } from '../board/useBoard.ts';
import { Documents } from './Documents.tsx';
import { Registry, Requests, SignList, Summary } from './Lists.tsx';
import { letterOf } from './letter-words.ts';
import { NewNotices } from './NewNotices.tsx';
import { Owed, owedRows, Reminder } from './Owed.tsx';
import { PrepareCard, reportPath } from './PrepareCard.tsx';
import { Queue } from './Queue.tsx';
import { ReturnedCard } from './ReturnedCard.tsx';
import { dueToday, headOf, nextDeadline, owes } from './urgency.ts';
import { Waiting } from './Waiting.tsx';
import { WherePath } from './WherePath.tsx';
import './home.css';

/** Few people administer; everybody's first page is spared their part. */
const AdminPart = lazy(() => import('./AdminPart.tsx'));

const EVERY_MS = 60_000;

const of = (work: WorkAnswer, ...kinds: WorkItem['kind'][]): readonly WorkItem[] =>
  work.items.filter((i) => kinds.includes(i.kind));

const keyOf = (item: WorkItem): string => `${item.campaign.id}/${item.unitId}`;

const Nothing = ({ work }: { work: WorkAnswer }) => {
  const next = nextDeadline(work);
  // Whoever waits for a report to sign may look how far it is.
  const own = work.own[0];
  return (
    <Sheet>
      <Empty
        icon="circle-check"
        title={t('home.none')}
        action={
          own && (
            <Btn small icon="file-text" href={reportPath(own.campaign.id, own.row.unitId)}>
              {t('home.openOwn')}
            </Btn>
          )
        }
      >
        {next ? t('home.noneNext', { deadline: deadline(next.at), title: next.title }) : t('home.noneText')}
      </Empty>
    </Sheet>
  );
};

/** Everything that waits for the person, in the order of urgency; each role sees its own part first. */
const Work = ({ work, board }: { work: WorkAnswer; board: BoardAnswer | undefined }) => {
  const { me } = useSession();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const officer = me.home === 'officer';
  const head = me.home === 'head';
  // Who only administers is told by that part whether anything waits.
  const admin = me.nav.includes('admin');
  const queue = of(work, 'receive');
  const requests = of(work, 'request', 'request-sign', 'request-issue');
  const registry = of(work, 'register', 'submit');
  const rows = board ? owedRows(board) : [];
  const reminded = rows.find((r) => r.unitId === chosen) ?? rows[0];
  const remind = (row: BoardRow): void => {
    setChosen(row.unitId);
    requestAnimationFrame(() => {
      const title = document.getElementById('zalo');
      title?.focus();
      title?.scrollIntoView({ block: 'nearest' });
    });
  };
  const prepare = of(work, 'prepare').map((item) =>
    item.row ? <PrepareCard key={keyOf(item)} campaign={item.campaign} row={item.row} /> : null,
  );
  const blocks = [
    ...of(work, 'returned').map((item) =>
      item.row ? <ReturnedCard key={keyOf(item)} campaign={item.campaign} row={item.row} /> : null,
    ),
    of(work, 'sign').length > 0 && <SignList key="sign" items={of(work, 'sign')} />,
    ...(officer ? [] : prepare),
    head && board && <Owed key="late" board={board} title={t('home.late')} />,
    queue.length > 0 && <Queue key="queue" items={queue} />,
    requests.length > 0 && <Requests key="requests" items={requests} />,
    officer && board && <Owed key="owed" board={board} title={t('home.owed')} onRemind={remind} />,
    ...(officer ? prepare : []),
    registry.length > 0 && <Registry key="registry" items={registry} />,
    admin && (
      <Suspense key="admin" fallback={null}>
        <AdminPart />
      </Suspense>
    ),
  ].filter(Boolean);
  // A head of office answers for no report of the own unit: whose path is shown is who drafts or signs it.
  const drafts = me.posts.some((p) => p.role === 'preparer' || p.role === 'signer');
  const mine = drafts
    ? (work.own.find((o) => owes(o.row) || o.row.state === 'submitted') ?? work.own[0])
    : undefined;
  const nothing = work.items.length === 0;
  return (
    <div className="cols">
      <div>
        {nothing && !admin && <Nothing work={work} />}
        {blocks}
        <Documents />
      </div>
      <aside aria-label={t('home.aside')}>
        {(head || (officer && board)) && board && <Summary board={board} />}
        {officer && board && reminded && <Reminder board={board} row={reminded} />}
        {mine && <WherePath campaign={mine.campaign} unitId={mine.row.unitId} />}
        <Waiting own={drafts ? work.own : []} />
        <NewNotices />
      </aside>
    </div>
  );
};

/** Việc cần làm: what this person must do, by when, in order, and where the own reports are. */
const HomeScreen = () => {
  const { me } = useSession();
  const oversees = me.home === 'officer' || me.home === 'head';
  const work = useResource<WorkAnswer>('/api/work', { every: EVERY_MS, live: true });
  const campaigns = useResource<CampaignSummary[]>(oversees ? '/api/campaigns' : null, { live: true });
  const newest = useMemo(
    () =>
      (campaigns.data ?? [])
        .filter((c) => c.state === 'issued')
        .sort((a, b) => (b.issuedAt ?? 0) - (a.issuedAt ?? 0))[0],
    [campaigns.data],
  );
  const board = useBoard(newest?.id);
  const { data } = work;
  const head = data && headOf(data, board.data ? [board.data.campaign] : []);
  const today = data ? dueToday(data) : 0;
  const note = data && [
    dayText(dayOfInstant(data.now)),
    oversees && board.data
      ? of(data, 'receive').length > 0
        ? t('home.queueNote', {
            receive: of(data, 'receive').length,
            owed: board.data.rows.filter(owes).length,
          })
        : t('home.owedCount', { n: board.data.rows.filter(owes).length })
      : today > 0
        ? t('home.today', { n: today })
        : data.items.length > 0 && t('home.waiting', { n: data.items.length }),
  ];
  return (
    <Page
      title={t('home.title')}
      note={note?.filter(Boolean).join(' · ')}
      className="home"
      period={
        head?.window && head.deadline !== null
          ? { title: head.title, note: letterOf(head), window: head.window, deadline: head.deadline }
          : undefined
      }
    >
      <View
        of={work}
        loading={
          <div className="cols">
            <section className="sheet">
              <Loading lines={6} />
            </section>
          </div>
        }
      >
        {(answer) => <Work work={answer} board={board.data} />}
      </View>
    </Page>
  );
};

export default HomeScreen;
