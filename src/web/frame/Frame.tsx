import { type ReactNode, Suspense } from 'react';
import { useLocation } from 'wouter';
import { ErrorBoundary } from '../kit/ErrorBoundary.tsx';
import { DemoLine } from './DemoLine.tsx';
import { Header, TabBar } from './Header.tsx';
import { Skip, Waiting } from './Waiting.tsx';

const Frame = ({ children }: { children: ReactNode }) => {
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

export default Frame;
