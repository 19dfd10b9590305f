import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { Skip, Waiting } from './frame/Waiting.tsx';
import { tryNow } from './http/connection.ts';
import { gate } from './http/gate.ts';
import { refreshSession, sessionState } from './http/session.ts';
import { Btn } from './kit/Btn.tsx';
import { Empty, ErrorState } from './kit/places.tsx';
import { SCREENS } from './routes.tsx';
import { LoginScreen } from './screens/login/LoginScreen.tsx';
import { SignInAgain } from './screens/login/SignInAgain.tsx';
import { t, useLanguage } from './texts/text.ts';

const Frame = lazy(() => import('./frame/Frame.tsx'));
const Missing = lazy(() => import('./frame/MissingScreen.tsx'));

/** Everything that needs a person: the frame with its screen, or what stands in its way. */
const Inside = () => {
  const state = sessionState.use();
  const { dialogOpen } = gate.use();
  switch (state.status) {
    case 'starting':
      return <Waiting />;
    case 'out':
      return <LoginScreen />;
    case 'unreachable':
      return (
        <main id="main">
          <div className="sheet">
            <ErrorState
              page
              failure={{ kind: 'offline', reason: navigator.onLine ? 'server' : 'network' }}
              onRetry={() => void tryNow().then(refreshSession)}
            />
          </div>
        </main>
      );
    case 'other':
      return (
        <main id="main">
          <div className="sheet">
            <Empty
              page
              icon="users"
              title={t('frame.otherPerson', { name: state.name })}
              action={<Btn onClick={() => location.reload()}>{t('common.reload')}</Btn>}
            >
              {t('frame.otherPersonText')}
            </Empty>
          </div>
        </main>
      );
    case 'in':
      return (
        <Suspense fallback={<Waiting />}>
          <Frame>
            <Switch>
              <Route path="/">
                <Redirect to="/viec-can-lam" replace />
              </Route>
              {SCREENS.filter((s) => !s.open).map((s) => (
                <Route key={s.path} path={s.path} component={s.screen} />
              ))}
              <Route component={Missing} />
            </Switch>
          </Frame>
          {dialogOpen && <SignInAgain me={state.session.me} />}
        </Suspense>
      );
  }
};

export const App = () => {
  // Read here, so that a change of language redraws the whole tree without losing what is typed in it.
  useLanguage();
  return (
    <Switch>
      {SCREENS.filter((s) => s.open).map((s) => {
        const Open = s.screen;
        return (
          <Route key={s.path} path={s.path}>
            <Skip />
            <Suspense fallback={<Waiting />}>
              <Open />
            </Suspense>
          </Route>
        );
      })}
      <Route>
        <Inside />
      </Route>
    </Switch>
  );
};
