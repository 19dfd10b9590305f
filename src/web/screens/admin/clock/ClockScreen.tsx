import { type FormEvent, useState } from 'react';
import type { ClockAnswer } from '../../../../core/directory/answers.ts';
import { type Day, dayOfInstant, type Instant, instantAt } from '../../../../core/kernel/instant.ts';
import { api } from '../../../http/api.ts';
import { useServerNow } from '../../../http/server-clock.ts';
import { refreshSession } from '../../../http/session.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll, useResource } from '../../../http/useResource.ts';
import { Banner } from '../../../kit/Banner.tsx';
import { Btn } from '../../../kit/Btn.tsx';
import { type Clock, ClockField, DayField } from '../../../kit/DayField.tsx';
import { FailureNote, View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import type { PlainKey } from '../../../texts/dictionary.ts';
import { clockText, dayText, moment } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { AdminPage } from '../AdminPage.tsx';

/** The two moments of the demonstration that everybody asks about: just in time, and 40 seconds late. */
const QUICK: readonly { readonly at: Instant; readonly text: PlainKey }[] = [
  { at: instantAt('2024-02-29', 23, 59), text: 'admin.clockQuickEve' },
  { at: instantAt('2024-03-01', 0, 0, 40), text: 'admin.clockQuickAfter' },
];

const Now = () => {
  const now = useServerNow();
  if (now === undefined) return null;
  return (
    <p>
      {t('admin.clockNow')} <b className="clock-now">{clockText(now, true)}</b> {dayText(dayOfInstant(now))}
    </p>
  );
};

const Move = () => {
  const now = useServerNow() ?? 0;
  const [day, setDay] = useState<Day | undefined>(undefined);
  const [time, setTime] = useState<Clock | undefined>({ hour: 8, minute: 0 });
  const [error, setError] = useState<string | undefined>(undefined);
  const [moved, setMoved] = useState<Instant | undefined>(undefined);
  const move = useAction((input: { nowMs: number }, key) => api.post('/api/clock', input, { key }));
  const to = async (nowMs: Instant): Promise<void> => {
    setError(undefined);
    setMoved(undefined);
    const answer = await move.run({ nowMs });
    if (!answer.ok) return;
    setMoved(nowMs);
    await refreshSession();
    reloadAll('/api/');
  };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!day || !time) setError(t('admin.clockUnread'));
    else await to(instantAt(day, time.hour, time.minute));
  };
  return (
    <div className="stack-wide">
      <p className="sec">{t('admin.clockText')}</p>
      <div className="quick">
        <span className="sec">{t('admin.clockQuick')}</span>
        {QUICK.map(({ at, text }) => (
          <Btn
            key={at}
            icon="calendar-clock"
            busy={move.busy}
            reason={at <= now ? t('admin.clockPassed') : undefined}
            onClick={() => void to(at)}
          >
            {t(text)}
          </Btn>
        ))}
      </div>
      <form className="stack-wide" onSubmit={(event) => void send(event)} noValidate>
        <div className="pair">
          <DayField label={t('admin.clockTo')} day={day} onDay={setDay} error={error} required />
          <ClockField label={t('admin.clockTime')} initial="08:00" onClock={setTime} required />
        </div>
        <div className="acts">
          <Btn kind="main" type="submit" busy={move.busy}>
            {t('admin.clockMove')}
          </Btn>
          <span role="status" className="s13 t-ok">
            {moved !== undefined && t('admin.clockMoved', { moment: moment(moved, true) })}
          </span>
        </div>
        <FailureNote failure={move.failure} />
      </form>
    </div>
  );
};

const ClockScreen = () => {
  const clock = useResource<ClockAnswer>('/api/clock');
  return (
    <AdminPage title={t('admin.clock')}>
      <Sheet pad className="narrow">
        <View of={clock}>
          {(data) => (
            <div className="stack-wide">
              <Now />
              {data.kept !== false && (
                <p className="sec s13">{t(data.kept ? 'admin.clockKept' : 'admin.clockKeptUnknown')}</p>
              )}
              {data.mode === 'office' ? (
                <Banner icon="lock-keyhole" title={t('admin.clockReal')}>
                  {t('admin.clockRealText')}
                </Banner>
              ) : (
                data.may.includes('move') && <Move />
              )}
            </div>
          )}
        </View>
      </Sheet>
    </AdminPage>
  );
};

export default ClockScreen;
