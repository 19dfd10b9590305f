import { type ReactNode, Suspense, useEffect } from 'react';
import { useLocation } from 'wouter';
import { watchChanges } from '../http/live.ts';
import { refreshSession } from '../http/session.ts';
import { useLive } from '../http/useLive.ts';
import { ErrorBoundary } from '../kit/ErrorBoundary.tsx';
import { DemoLine } from './DemoLine.tsx';
import { Header, TabBar } from './Header.tsx';
import { Skip, Waiting } from './Waiting.tsx';

const Frame = ({ children }: { children: ReactNode }) => {
  const [location] = useLocation();
  useEffect(() => watchChanges(), []);
  // The numbers of the frame: what waits, what is unread.
  useLive('/api/session', () => void refreshSession());
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

export default Frame;
