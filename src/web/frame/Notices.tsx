import { connection } from '../http/connection.ts';
import { gate, showSignIn } from '../http/gate.ts';
import { Banner } from '../kit/Banner.tsx';
import { Btn } from '../kit/Btn.tsx';
import { clockText } from '../texts/format.ts';
import { t } from '../texts/text.ts';
import { newRelease, takeNewRelease } from './release.ts';

const Offline = () => {
  const { reason, since, waiting } = connection.use();
  const time = since === undefined ? undefined : clockText(since);
  const title =
    time === undefined
      ? t('frame.offline')
      : t(reason === 'server' ? 'frame.silentSince' : 'frame.offlineSince', { time });
  return (
    <Banner tone="warn" icon={reason === 'server' ? 'server-off' : 'wifi-off'} title={title}>
      {waiting > 0 ? t('frame.offlineWaiting', { n: waiting }) : t('frame.offlineText')}
    </Banner>
  );
};

/** Under the context bar, at most two, worst first; spoken when they come. */
export const Notices = () => {
  const { online } = connection.use();
  const { waiting, dialogOpen } = gate.use();
  const release = newRelease.use();
  const shown = [
    waiting && !dialogOpen && (
      <Banner
        key="session"
        tone="warn"
        icon="key-round"
        title={t('frame.sessionEnded')}
        actions={
          <Btn small onClick={showSignIn}>
            {t('frame.signInAgain')}
          </Btn>
        }
      >
        {t('frame.sessionEndedText')}
      </Banner>
    ),
    !online && <Offline key="offline" />,
    release && (
      <Banner
        key="release"
        tone="info"
        title={t('frame.newVersion')}
        actions={
          <Btn small onClick={takeNewRelease}>
            {t('common.reload')}
          </Btn>
        }
      >
        {t('frame.newVersionText')}
      </Banner>
    ),
  ].filter(Boolean);
  return (
    <div className="notices" role="status" aria-label={t('frame.notices')}>
      {shown.slice(0, 2)}
    </div>
  );
};
