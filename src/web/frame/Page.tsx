import { type ReactNode, useEffect, useRef } from 'react';
import type { Instant } from '../../core/kernel/instant.ts';
import type { Window } from '../../core/kernel/window.ts';
import { Head } from '../kit/Sheet.tsx';
import { DayStrip, TimeLeft } from '../kit/Time.tsx';
import { deadline as deadlineWords } from '../texts/format.ts';
import { t } from '../texts/text.ts';
import { Notices } from './Notices.tsx';

export type PeriodProps = {
  title: ReactNode;
  note?: ReactNode;
  window: Window;
  deadline: Instant;
  /** Over: there is no time left to count, and none that is late. */
  closed?: boolean | undefined;
};

/** The context bar of a campaign: name, day strip, time left. */
const Period = ({ title, note, window, deadline, closed }: PeriodProps) => (
  <section className="period" aria-label={t('frame.period')}>
    <div className="period-t">
      <b>{title}</b>
      {note && <span>{note}</span>}
    </div>
    <DayStrip window={window} deadline={deadline} />
    <p className="left">
      {closed ? <b>{t('time.closed')}</b> : <TimeLeft deadline={deadline} />}{' '}
      {t('time.deadline', { deadline: deadlineWords(deadline) })}
    </p>
  </section>
);

let firstPage = true;
let byHistory = false;
if (typeof addEventListener === 'function') {
  addEventListener('popstate', () => {
    byHistory = true;
  });
}

export type PageProps = {
  title: string;
  /** One sentence beside the title. */
  note?: ReactNode;
  actions?: ReactNode;
  period?: PeriodProps | undefined;
  /** Instead of the period bar: the editor's own context line. */
  context?: ReactNode;
  /** The screen draws its own head and columns. */
  bare?: boolean;
  /** The action bar at the bottom. */
  foot?: ReactNode;
  className?: string;
  children?: ReactNode;
};

/** Every screen is one Page: title of the window, context bar, notices, main, action bar. */
export const Page = ({
  title,
  note,
  actions,
  period,
  context,
  bare,
  foot,
  className,
  children,
}: PageProps) => {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${title} - ${t('common.product')}`;
  }, [title]);
  useEffect(() => {
    // Who moves by keyboard or reader starts at the new page; who goes back finds the old place.
    if (!firstPage) {
      // This comes a frame later: whoever has begun to type by then is left where the cursor is.
      if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
      if (!byHistory) scrollTo(0, 0);
    }
    firstPage = false;
    byHistory = false;
  }, []);
  return (
    <>
      {period ? <Period {...period} /> : context}
      <Notices />
      <main id="main" tabIndex={-1} ref={main} className={className}>
        {!bare && <Head title={title} note={note} actions={actions} />}
        {children}
      </main>
      {foot && <footer className="foot">{foot}</footer>}
    </>
  );
};
