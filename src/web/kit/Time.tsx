import { useEffect, useRef, useState } from 'react';
import { dayOfInstant, type Instant, partsOfDay } from '../../core/kernel/instant.ts';
import type { Window } from '../../core/kernel/window.ts';
import { shortDay } from '../../core/kernel/wording.ts';
import { useServerNow } from '../http/server-clock.ts';
import {
  clockText,
  dayMonth,
  dayText,
  deadlineClock,
  deadlineDay,
  length,
  weekdayShort,
} from '../texts/format.ts';
import { t } from '../texts/text.ts';
import { type DayCell, dayCells } from './day-strip.ts';
import { isUrgent, passed } from './time-left.ts';

/** 'còn 14 giờ 48 phút', red under two hours, with seconds under five minutes, then 'trễ 40 giây'. */
export const TimeLeft = ({ deadline }: { deadline: Instant }) => {
  const now = useServerNow();
  const before = useRef<number | undefined>(undefined);
  const [spoken, setSpoken] = useState('');
  const left = now === undefined ? undefined : deadline - now;
  useEffect(() => {
    if (left === undefined) return;
    const at = before.current === undefined ? undefined : passed(before.current, left);
    before.current = left;
    if (at !== undefined)
      setSpoken(at === 0 ? t('time.spokenLate') : t('time.spokenLeft', { length: length(at) }));
  }, [left]);
  if (left === undefined) return null;
  const words =
    left > 0 ? t('time.left', { length: length(left) }) : t('time.late', { length: length(left) });
  return (
    <>
      <span className={isUrgent(left) ? 't-err' : undefined}>
        <b role="timer">{words}</b>
      </span>
      <span className="vh" role="status">
        {spoken}
      </span>
    </>
  );
};

const cellClass = (cell: Extract<DayCell, { kind: 'day' }>): string | undefined =>
  [
    cell.window && 'win',
    cell.cutoff && 'cut',
    cell.due && 'due',
    cell.today && 'now',
    cell.over && !cell.today && 'over',
    cell.wideOnly && 'ph0',
  ]
    .filter(Boolean)
    .join(' ') || undefined;

const caption = (cell: Extract<DayCell, { kind: 'day' }>, clock: string): string | undefined => {
  if (cell.cutoff && cell.due) return t('time.cutoffAndDue', { clock });
  if (cell.cutoff) return t('time.cutoff');
  if (cell.due) return t('time.due', { clock });
  if (cell.today) return t('time.today');
  if (cell.over) return t('time.over');
  return undefined;
};

/** Dải ngày: window, cut-off, today and deadline in one line, by the server's clock unless `now` is given. */
export const DayStrip = ({ window, deadline, now }: { window: Window; deadline: Instant; now?: Instant }) => {
  const ticking = useServerNow(60_000);
  const at = now ?? ticking;
  if (at === undefined) return <ol className="days" aria-busy="true" />;
  const clock = deadlineClock(deadline);
  return (
    <ol className="days">
      {dayCells(window, deadlineDay(deadline), dayOfInstant(at)).map((cell) => {
        if (cell.kind === 'start') {
          return (
            <li key="start" className="win run">
              <span>
                {t('time.figuresFrom')}
                <b>{shortDay(cell.day)}</b>
              </span>
              <span className="gap" aria-hidden="true">
                ···
              </span>
            </li>
          );
        }
        if (cell.kind === 'gap') {
          return (
            <li
              key={`gap-${cell.window}`}
              className={cell.window ? 'win dots ph0' : 'dots ph0'}
              aria-hidden="true"
            >
              <span className="gap">···</span>
            </li>
          );
        }
        const label = caption(cell, clock);
        return (
          <li key={cell.day} className={cellClass(cell)} aria-current={cell.today ? 'date' : undefined}>
            {label ?? weekdayShort(cell.day)}
            <b>
              {label
                ? `${weekdayShort(cell.day)} ${dayMonth(cell.day)}`
                : String(partsOfDay(cell.day).day).padStart(2, '0')}
            </b>
            {cell.today && label !== t('time.today') && <span className="vh">{t('time.today')}</span>}
          </li>
        );
      })}
    </ol>
  );
};

/** '09:12:07 Thứ Năm 29/02/2024', ticking with the server. */
export const ServerTime = () => {
  const now = useServerNow();
  if (now === undefined) return null;
  return (
    <>
      <span className="num">{clockText(now, true)}</span> {dayText(dayOfInstant(now))}
    </>
  );
};
