import { type ReactNode, Suspense } from 'react';
import { useLocation } from 'wouter';
import { ErrorBoundary } from '../kit/ErrorBoundary.tsx';
import { Loading } from '../kit/places.tsx';
import { t } from '../texts/text.ts';
import { DemoLine } from './DemoLine.tsx';
import { Header, TabBar } from './Header.tsx';

export const Waiting = () => (
  <main id="main">
    <div className="sheet">
      <Loading />
    </div>
  </main>
);

export const Skip = () => (
  <a className="skip" href="#main">
    {t('common.skip')}
  </a>
);

export const Frame = ({ children }: { children: ReactNode }) => {
  const [location] = useLocation();
  return (
    <>
      <Skip />
      <DemoLine />
      <Header />
      <ErrorBoundary key={location.split('/')[1] ?? ''}>
        <Suspense fallback={<Waiting />}>{children}</Suspense>
      </ErrorBoundary>
      <TabBar />
    </>
  );
};
