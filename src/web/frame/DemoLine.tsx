import { useState } from 'react';
import { type Day, instantAt } from '../../core/kernel/instant.ts';
import { api } from '../http/api.ts';
import { serverNow, useServerNow } from '../http/server-clock.ts';
import { refreshSession, useSession } from '../http/session.ts';
import { useAction } from '../http/useAction.ts';
import { reloadAll } from '../http/useResource.ts';
import { Btn } from '../kit/Btn.tsx';
import { type Clock, ClockField, DayField } from '../kit/DayField.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Icon } from '../kit/Icon.tsx';
import { FailureNote } from '../kit/places.tsx';
import { fullMoment, moment } from '../texts/format.ts';
import { t } from '../texts/text.ts';

const MoveClock = ({ onDone }: { onDone: () => void }) => {
  const [day, setDay] = useState<Day | undefined>(undefined);
  const [time, setTime] = useState<Clock | undefined>({ hour: 8, minute: 0 });
  const [error, setError] = useState<string | undefined>(undefined);
  const move = useAction((input: { nowMs: number }, key) => api.post('/api/clock', input, { key }));
  const send = async (): Promise<void> => {
    if (!day || !time) {
      setError(t('frame.moveClockUnread'));
      return;
    }
    const nowMs = instantAt(day, time.hour, time.minute);
    const now = serverNow();
    if (now !== undefined && nowMs <= now) {
      return setError(t('frame.moveClockBackwards', { moment: moment(now) }));
    }
    setError(undefined);
    const answer = await move.run({ nowMs });
    if (!answer.ok) return;
    await refreshSession();
    reloadAll('/api/');
    onDone();
  };
  return (
    <Dialog
      open
      title={t('frame.moveClockTitle')}
      onClose={onDone}
      actions={
        <>
          <Btn kind="main" busy={move.busy} onClick={() => void send()}>
            {t('frame.moveClock')}
          </Btn>
          <Btn onClick={onDone}>{t('common.cancel')}</Btn>
        </>
      }
    >
      <p className="sec">{t('frame.moveClockText')}</p>
      <div className="pair">
        <DayField label={t('frame.moveClockDay')} day={day} onDay={setDay} error={error} required />
        <ClockField label={t('frame.moveClockTime')} initial="08:00" onClock={setTime} required />
      </div>
      <FailureNote failure={move.failure} />
    </Dialog>
  );
};

/** Every screen of a demonstration says so, with the clock that its deadlines follow. */
export const DemoLine = () => {
  const { me, installation } = useSession();
  const now = useServerNow(60_000);
  const [moving, setMoving] = useState(false);
  if (installation.mode !== 'demo') return null;
  return (
    <section className="demo" aria-label={t('frame.demo')}>
      <p>
        <span className="phone-hide">
          <Icon name="info" />{' '}
        </span>
        <b>{t('frame.demo')}</b>
        {now !== undefined && (
          <>
            {' · '}
            <span className="phone-hide">{t('frame.demoClock')} </span>
            {fullMoment(now)}
          </>
        )}
      </p>
      {installation.clock.movable && me.nav.includes('admin') && (
        <button type="button" className="lnk" onClick={() => setMoving(true)}>
          {t('frame.moveClock')}
        </button>
      )}
      {moving && <MoveClock onDone={() => setMoving(false)} />}
    </section>
  );
};
