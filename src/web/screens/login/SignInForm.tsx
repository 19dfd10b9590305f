import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Enrolment } from '../../../core/access/answers.ts';
import type { Session } from '../../http/session.ts';
import { signIn } from '../../http/session.ts';
import { useAction } from '../../http/useAction.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Field, TextField } from '../../kit/Field.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { failureText } from '../../texts/refusals.ts';
import { t } from '../../texts/text.ts';
import { FactorSetUp, toSetUp } from './FactorSetUp.tsx';

/** Seconds to wait are real seconds, whatever the business clock says. */
const useWait = (): [number, (seconds: number) => void] => {
  const [until, setUntil] = useState(0);
  const [, redraw] = useState(0);
  useEffect(() => {
    if (until <= performance.now()) return;
    const timer = setInterval(() => {
      redraw((n) => n + 1);
      if (performance.now() >= until) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  const left = Math.max(0, Math.ceil((until - performance.now()) / 1000));
  return [left, (seconds) => setUntil(performance.now() + seconds * 1000)];
};

export const PasswordField = ({
  label,
  value,
  onText,
  error,
  hint,
  invalid,
  complete,
  described,
  first,
}: {
  label: string;
  value: string;
  onText: (text: string) => void;
  error?: ReactNode;
  hint?: ReactNode;
  /** Marked wrong by a sentence that stands elsewhere. */
  invalid?: boolean;
  complete: 'current-password' | 'new-password';
  described?: string | undefined;
  /** Gets the focus when its dialog opens. */
  first?: boolean;
}) => {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} error={error} hint={hint}>
      {(control) => (
        <div className="pw">
          <input
            {...control}
            aria-invalid={invalid || control['aria-invalid']}
            aria-describedby={[control['aria-describedby'], described].filter(Boolean).join(' ') || undefined}
            data-first={first || undefined}
            className="inp"
            type={shown ? 'text' : 'password'}
            autoComplete={complete}
            autoCapitalize="none"
            spellCheck={false}
            value={value}
            onInput={(event) => onText(event.currentTarget.value)}
          />
          <button
            type="button"
            className="icon-btn"
            aria-pressed={shown}
            aria-label={shown ? t('login.hidePassword') : t('login.showPassword')}
            onClick={() => setShown(!shown)}
          >
            <Icon name={shown ? 'eye-off' : 'eye'} />
          </button>
        </div>
      )}
    </Field>
  );
};

/** The same form on the first page and, when a session ends, over the work. */
export const SignInForm = ({
  fixedLogin,
  onSignedIn,
  children,
}: {
  fixedLogin?: string;
  onSignedIn?: (session: Session) => void;
  children?: ReactNode;
}) => {
  const [login, setLogin] = useState(fixedLogin ?? '');
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState<string | undefined>(undefined);
  const [enrolment, setEnrolment] = useState<Enrolment | undefined>(undefined);
  const [missing, setMissing] = useState(false);
  const [wait, startWait] = useWait();
  const code = useRef<HTMLDivElement>(null);
  const enter = useAction(signIn);
  const failure = enter.failure;
  const wrong = failure?.kind === 'refusal' && failure.code === 'access.wrongCredentials';
  const askForCode = failure?.kind === 'refusal' && /^access\.(totpRequired|factorToSet)$/.test(failure.code);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (wait > 0) return;
    const empty = !login.trim() || !password;
    setMissing(empty);
    if (empty) return;
    const answer = await enter.run({
      login: login.trim().normalize('NFC'),
      password: password.normalize('NFC'),
      ...(totp ? { totp: totp.replace(/\s/g, '') } : {}),
    });
    if (answer.ok) return onSignedIn?.(answer.data);
    if (answer.failure.kind !== 'refusal') return;
    if (answer.failure.retryAfter) startWait(answer.failure.retryAfter);
    const given = toSetUp(answer.failure);
    if (given) setEnrolment(given);
    if (given || answer.failure.code === 'access.totpRequired') {
      setTotp('');
      requestAnimationFrame(() => code.current?.querySelector('input')?.focus());
    }
  };

  const sentence = missing
    ? t('login.missing')
    : failure && !askForCode
      ? `${failureText(failure)}${wait > 0 ? ` ${t('login.retryIn', { n: wait })}` : ''}`
      : undefined;
  return (
    <form className="signin" onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={t('login.login')}
        value={login}
        onText={setLogin}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        readOnly={fixedLogin !== undefined}
      />
      <PasswordField
        label={t('login.password')}
        value={password}
        onText={setPassword}
        complete="current-password"
        first={fixedLogin !== undefined}
        invalid={wrong || missing}
        described={sentence ? 'signin-wrong' : undefined}
      />
      {totp !== undefined && (
        <div ref={code}>
          {enrolment && <FactorSetUp enrolment={enrolment} why={t('login.factorWhy')} />}
          <TextField
            label={t('login.totp')}
            hint={t('login.totpHint')}
            value={totp}
            onText={setTotp}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={7}
            figures
          />
        </div>
      )}
      <div role="alert" className="alert">
        {sentence && (
          <p className="er" id="signin-wrong">
            <Icon name="circle-x" />
            <span>{sentence}</span>
          </p>
        )}
      </div>
      <Btn
        kind="main"
        type="submit"
        className="go"
        busy={enter.busy}
        reason={wait > 0 ? t('login.waitReason', { n: wait }) : undefined}
      >
        {t('login.submit')}
      </Btn>
      {children}
    </form>
  );
};
