import { type FormEvent, useState } from 'react';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Btn } from '../../kit/Btn.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { t } from '../../texts/text.ts';
import { newPasswordError } from '../login/new-password.ts';
import { PasswordField } from '../login/SignInForm.tsx';

export const PasswordPart = () => {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeat, setRepeat] = useState('');
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState(false);
  const change = useAction((input: { current: string; password: string }, key) =>
    api.post('/api/me/password', input, { key }),
  );
  const wrong = newPasswordError(next, repeat);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    setDone(false);
    if (wrong || !current) return;
    const answer = await change.run({ current: current.normalize('NFC'), password: next.normalize('NFC') });
    if (!answer.ok) return;
    setDone(true);
    setTried(false);
    for (const clear of [setCurrent, setNext, setRepeat]) clear('');
  };
  return (
    <Sheet title={t('account.password')} pad>
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
        <PasswordField
          label={t('account.current')}
          value={current}
          onText={setCurrent}
          complete="current-password"
          error={tried && !current ? t('account.currentMissing') : undefined}
        />
        <PasswordField
          label={t('login.newPassword')}
          hint={t('login.passwordHint')}
          value={next}
          onText={setNext}
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
        <FailureNote failure={change.failure} />
        <div role="status">
          {done && (
            <Banner tone="info" icon="check">
              {t('account.changed')}
            </Banner>
          )}
        </div>
        <Btn kind="main" type="submit" busy={change.busy}>
          {t('account.change')}
        </Btn>
      </form>
    </Sheet>
  );
};
