import { type FormEvent, useEffect, useState } from 'react';
import { useParams } from 'wouter';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { useResource } from '../../http/useResource.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Btn } from '../../kit/Btn.tsx';
import { FailureNote, Loading } from '../../kit/places.tsx';
import { t } from '../../texts/text.ts';
import { Cover } from './Cover.tsx';
import { newPasswordError } from './new-password.ts';
import { PasswordField } from './SignInForm.tsx';
import { useWelcome } from './welcome.ts';

/** By the one-time link that an administrator made. */
const ResetScreen = () => {
  const { token = '' } = useParams<{ token: string }>();
  const welcome = useWelcome();
  const link = useResource<{ login: string; name: string }>(
    `/api/public/password-resets/${encodeURIComponent(token)}`,
  );
  const [password, setPassword] = useState('');
  const [repeat, setRepeat] = useState('');
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState(false);
  const reset = useAction((input: { password: string }, key) =>
    api.post(`/api/password-resets/${encodeURIComponent(token)}`, input, { key, whenSignedOut: 'answer' }),
  );
  useEffect(() => {
    document.title = `${t('login.resetTitle')} - ${t('common.product')}`;
  });
  const wrong = newPasswordError(password, repeat);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (wrong) return;
    const answer = await reset.run({ password: password.normalize('NFC') });
    if (answer.ok) setDone(true);
  };
  return (
    <Cover superior={welcome?.superior} body={welcome?.body} support={welcome?.support}>
      <main id="main" className="one">
        <form className="sheet fm" onSubmit={(event) => void submit(event)} noValidate>
          <h1>{t('login.resetTitle')}</h1>
          {done ? (
            <>
              <Banner tone="info" icon="check" title={t('login.resetDone')} />
              <Btn kind="main" className="go" href="/">
                {t('login.toLogin')}
              </Btn>
            </>
          ) : (
            <>
              {link.state === 'loading' && <Loading lines={1} />}
              {link.data && <p>{t('login.resetFor', { name: link.data.name, login: link.data.login })}</p>}
              {!link.data && <FailureNote failure={link.failure} />}
              <p className="sec s13">{t('login.resetText')}</p>
              <PasswordField
                label={t('login.newPassword')}
                hint={t('login.passwordHint')}
                value={password}
                onText={setPassword}
                complete="new-password"
                error={tried && wrong === 'short' ? t('login.tooShort') : undefined}
              />
              <PasswordField
                label={t('login.repeat')}
                value={repeat}
                onText={setRepeat}
                complete="new-password"
                error={tried && wrong === 'differs' ? t('login.differs') : undefined}
              />
              <FailureNote failure={reset.failure} />
              <Btn kind="main" type="submit" className="go" busy={reset.busy}>
                {t('login.resetSubmit')}
              </Btn>
            </>
          )}
        </form>
      </main>
    </Cover>
  );
};

export default ResetScreen;
