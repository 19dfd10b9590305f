import { useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { dayOfInstant, type Instant } from '../../../core/kernel/instant.ts';
import type { DifferenceAnswer, WorkItem } from '../../../core/report/answers.ts';
import { serverNow } from '../../http/server-clock.ts';
import { useSession } from '../../http/session.ts';
import { useAction } from '../../http/useAction.ts';
import { useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Icon } from '../../kit/Icon.tsx';
import type { IconName } from '../../kit/icons.ts';
import { FailureNote } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Table } from '../../kit/Table.tsx';
import { clockText, length, moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { useRowKeys } from '../board/useRowKeys.ts';
import { followed } from '../review/ReviewFoot.tsx';
import { takeReport } from '../review/useTake.ts';
import { TakeTicked } from './TakeTicked.tsx';

const keyOf = (item: WorkItem): string => `${item.campaign.id}/${item.unitId}`;
const pathOf = (item: WorkItem): string => `/xem-xet/${keyOf(item)}`;

const sentAt = (at: Instant): string => {
  const now = serverNow();
  return now !== undefined && dayOfInstant(now) === dayOfInstant(at)
    ? t('home.todayAt', { at: clockText(at, true) })
    : moment(at, true);
};

const outside = (d: DifferenceAnswer): number => [...d.cells, ...d.words].filter((c) => !c.pinned).length;
const inside = (d: DifferenceAnswer): number => [...d.cells, ...d.words].filter((c) => c.pinned).length;

type Seen = { icon: IconName; tone: string; words: string };

/** What the system can say before a person reads. */
const seenOf = (item: WorkItem, difference: DifferenceAnswer | undefined): Seen[] => {
  const { row } = item;
  if (!row) return [];
  const seen: Seen[] = [];
  if (row.nearEmpty)
    seen.push({
      icon: 'file-x-2',
      tone: 't-err',
      words: t('home.seenEmpty'),
    });
  if (row.lateness.kind === 'late')
    seen.push({
      icon: 'alarm-clock',
      tone: 't-err',
      words: t('home.seenLate', { length: length(row.lateness.by) }),
    });
  if (row.gaps > 0)
    seen.push({ icon: 'triangle-alert', tone: 't-warn', words: t('home.seenGaps', { n: row.gaps }) });
  if (difference)
    seen.push(
      outside(difference) === 0
        ? { icon: 'git-compare', tone: '', words: t('home.seenOnlyPinned', { n: inside(difference) }) }
        : {
            icon: 'git-compare',
            tone: 't-warn',
            words: t('home.seenAlso', { n: inside(difference), other: outside(difference) }),
          },
    );
  if (row.holder?.role === 'receiver')
    seen.push({ icon: 'user', tone: 'sec', words: t('home.seenBegun', { name: row.holder.name }) });
  if (seen.length === 0) seen.push({ icon: 'check', tone: 't-ok', words: t('home.seenFine') });
  return seen;
};

const QueueRow = ({
  item,
  current,
  many,
  ticked,
  onTick,
  onDifference,
}: {
  item: WorkItem;
  current: boolean;
  many: boolean;
  ticked: boolean;
  onTick: (on: boolean) => void;
  onDifference: (difference: DifferenceAnswer) => void;
}) => {
  const again = (item.row?.revision ?? 1) > 1;
  const { data } = useResource<DifferenceAnswer>(again ? `/api/reports/${keyOf(item)}/differences` : null);
  if (data) onDifference(data);
  const submitted = item.row?.submittedAt ?? item.since;
  const now = serverNow();
  return (
    <tr className={current ? 'on' : undefined} data-item={keyOf(item)}>
      <th scope="row">
        {data && outside(data) === 0 && (
          <span className="chk">
            <input
              type="checkbox"
              checked={ticked}
              aria-label={t('home.tick', { unit: item.unitName ?? '' })}
              onChange={(event) => onTick(event.currentTarget.checked)}
            />
          </span>
        )}
        <Link className="name" href={pathOf(item)}>
          {item.unitName}
        </Link>
        {many && <span className="mut s12 wt">{item.campaign.title}</span>}
      </th>
      <td>
        {submitted !== null && (
          <>
            <span className="num">{sentAt(submitted)}</span>
            {now !== undefined && (
              <span className="mut s12 wt">{t('home.queueWaits', { length: length(now - submitted) })}</span>
            )}
          </>
        )}
      </td>
      <td className="nw">{t('home.times', { n: item.row?.revision ?? 1 })}</td>
      <td>
        {seenOf(item, data).map((s) => (
          <span key={s.words} className={`ck ${s.tone}`}>
            <Icon name={s.icon} />
            <span>{s.words}</span>
          </span>
        ))}
      </td>
      <td className="ac">
        <Btn
          small
          href={pathOf(item)}
          kind={data && outside(data) === 0 ? 'main' : 'plain'}
          aria-label={t('board.actOn', {
            act: data ? t('home.readPlaces', { n: inside(data) + outside(data) }) : t('home.read'),
            unit: item.unitName ?? '',
          })}
        >
          {data ? t('home.readPlaces', { n: inside(data) + outside(data) }) : t('home.read')}
        </Btn>
      </td>
    </tr>
  );
};

/** Reports that wait to be received, oldest first. Who prepared one may not take it (scenario E5): it is named below. */
export const Queue = ({ items }: { items: readonly WorkItem[] }) => {
  const { me } = useSession();
  const [, go] = useLocation();
  const own = items.filter((i) => i.row?.mayNot.receive !== undefined);
  const queue = items.filter((i) => !own.includes(i));
  const [current, setCurrent] = useState<string | undefined>(undefined);
  const [said, setSaid] = useState<string | undefined>(undefined);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const known = useRef(new Map<string, DifferenceAnswer>());
  const at = queue.findIndex((i) => keyOf(i) === current);
  const take = useAction((item: { path: string; begin: boolean }, key: string) =>
    takeReport(item.path, item.begin, key),
  );
  const accept = async (item: WorkItem): Promise<void> => {
    const difference = known.current.get(keyOf(item));
    const may = item.row?.may ?? [];
    if (
      !difference ||
      outside(difference) > 0 ||
      !may.some((v) => v === 'begin-receiving' || v === 'receive')
    )
      return setSaid(t('home.takeNotOnly'));
    setSaid(undefined);
    const answer = await take.run({
      path: `/api/reports/${keyOf(item)}`,
      begin: may.includes('begin-receiving'),
    });
    followed();
    if (answer.ok) setSaid(t('home.taken', { unit: item.unitName ?? '' }));
  };
  useRowKeys({
    move: (step) => {
      const next = queue[Math.min(queue.length - 1, Math.max(0, at + step))];
      if (!next) return;
      setCurrent(keyOf(next));
      document.querySelector<HTMLElement>(`tr[data-item="${keyOf(next)}"] a.name`)?.focus();
    },
    open: () => {
      const item = queue[at];
      if (item) go(pathOf(item));
    },
    other: (key) => {
      const item = queue[at];
      if (key !== 't' || !item) return false;
      void accept(item);
      return true;
    },
  });
  const many = new Set(items.map((i) => i.campaign.id)).size > 1;
  return (
    <Sheet
      title={t('home.queue')}
      count={queue.length}
      note={
        <>
          {t('home.queueOrder')} <span className="phone-hide">{t('home.queueKeys')}</span>
        </>
      }
    >
      {queue.length > 0 && (
        <Table caption={t('home.queue')} className="q">
          <thead>
            <tr>
              <th>{t('home.queueUnit')}</th>
              <th>{t('home.queueSent')}</th>
              <th>{t('home.queueTimes')}</th>
              <th>{t('home.queueSeen')}</th>
              <th>
                <span className="vh">{t('home.queueAct')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {queue.map((item) => (
              <QueueRow
                key={keyOf(item)}
                item={item}
                current={keyOf(item) === current}
                many={many}
                ticked={ticked.includes(keyOf(item))}
                onTick={(on) =>
                  setTicked((was) => [...was.filter((k) => k !== keyOf(item)), ...(on ? [keyOf(item)] : [])])
                }
                onDifference={(d) => known.current.set(keyOf(item), d)}
              />
            ))}
          </tbody>
        </Table>
      )}
      <div role="status" className="said">
        {said && <p className="s13">{said}</p>}
      </div>
      <FailureNote failure={take.failure} />
      <TakeTicked items={queue.filter((item) => ticked.includes(keyOf(item)))} onDone={() => setTicked([])} />
      {own.map((item) => (
        <p key={keyOf(item)} className="own">
          <Icon name="shield-check" />
          <span>
            <Link href={pathOf(item)}>
              {t('home.ownReport', { unit: item.unitName ?? '', name: me.name })}
            </Link>
          </span>
        </p>
      ))}
    </Sheet>
  );
};
