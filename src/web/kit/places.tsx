import type { ReactNode } from 'react';
import type { Failure } from '../http/failure.ts';
import type { Resource } from '../http/useResource.ts';
import { failureText } from '../texts/refusals.ts';
import { t } from '../texts/text.ts';
import { Btn } from './Btn.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

/** What stands where content would: nothing yet, loading, lost, refused, missing. */
export const Empty = ({
  title,
  children,
  icon = 'inbox',
  action,
  page,
}: {
  title: ReactNode;
  children?: ReactNode;
  icon?: IconName;
  action?: ReactNode;
  /** It is the whole page: its title is the page's heading. */
  page?: boolean;
}) => (
  <div className="emp">
    <Icon name={icon} large />
    {page ? <h1>{title}</h1> : <b>{title}</b>}
    {children && <p>{children}</p>}
    {action}
  </div>
);

export const Loading = ({ label, lines = 3 }: { label?: string; lines?: number }) => (
  <div className="emp" aria-busy="true">
    {Array.from({ length: lines }, (_, at) => (
      <span key={at} className={`sk ${['w70', '', 'w50'][at % 3]}`} />
    ))}
    <p role="status">{label ?? t('common.loading')}</p>
  </div>
);

export const ErrorState = ({
  failure,
  onRetry,
  page,
}: {
  failure?: Failure | undefined;
  onRetry: () => void;
  page?: boolean;
}) => {
  const again = (
    <Btn small onClick={onRetry}>
      {t('common.retryNow')}
    </Btn>
  );
  if (failure?.kind === 'offline') {
    const network = failure.reason === 'network';
    return (
      <Empty
        page={page ?? false}
        icon={network ? 'wifi-off' : 'server-off'}
        title={t(network ? 'failure.offlineTitle' : 'failure.silentTitle')}
        action={again}
      >
        {t(network ? 'failure.offlineText' : 'failure.silentText')}
      </Empty>
    );
  }
  return (
    <Empty page={page ?? false} icon="circle-x" title={t('failure.errorTitle')} action={again}>
      {failure ? failureText(failure) : t('failure.fault')}
    </Empty>
  );
};

export const Forbidden = () => (
  <Empty
    icon="lock-keyhole"
    title={t('failure.forbiddenTitle')}
    action={<Btn href="/">{t('failure.toHome')}</Btn>}
  >
    {t('failure.forbiddenText')}
  </Empty>
);

export const NotFound = ({ page }: { page?: boolean }) => (
  <Empty
    page={page ?? false}
    icon="unlink"
    title={t('failure.missingTitle')}
    action={<Btn href="/">{t('failure.toHome')}</Btn>}
  >
    {t('failure.missingText')}
  </Empty>
);

/** One view of the server with all its states: <View of={board}>{(data) => …}</View>. */
export const View = <T,>({
  of,
  children,
  loading,
}: {
  of: Resource<T>;
  children: (data: T) => ReactNode;
  loading?: ReactNode;
}) => {
  switch (of.state) {
    case 'loading':
      return <>{loading ?? <Loading />}</>;
    case 'ready':
      return <>{children(of.data as T)}</>;
    case 'forbidden':
      return <Forbidden />;
    case 'missing':
      return <NotFound />;
    case 'offline':
    case 'error':
      return <ErrorState failure={of.failure} onRetry={of.reload} />;
  }
};

/** The failure of an act, beside the button that asked for it. Spoken at once. */
export const FailureNote = ({ failure }: { failure: Failure | undefined }) => (
  <div role="alert" className="alert">
    {failure && (
      <p className="er">
        <Icon name="circle-x" />
        <span>{failureText(failure)}</span>
      </p>
    )}
  </div>
);
