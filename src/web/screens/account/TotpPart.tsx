import { type FormEvent, useState } from 'react';
import type { Enrolment, SecondFactorAnswer } from '../../../core/access/answers.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { TextField } from '../../kit/Field.tsx';
import { FailureNote, View } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { t } from '../../texts/text.ts';
import { FactorSetUp } from '../login/FactorSetUp.tsx';
import { PasswordField } from '../login/SignInForm.tsx';

/** Both turning on and turning off ask for the password: an unlocked screen must not be enough. */
const AskPassword = ({
  title,
  text,
  action,
  busy,
  onSend,
  onClose,
  failure,
}: {
  title: string;
  text: string;
  action: string;
  busy: boolean;
  onSend: (password: string) => void;
  onClose: () => void;
  failure: Parameters<typeof FailureNote>[0]['failure'];
}) => {
  const [password, setPassword] = useState('');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (password) onSend(password.normalize('NFC'));
  };
  return (
    <Dialog open title={title} onClose={onClose}>
      <form className="stack" onSubmit={send} noValidate>
        <p className="sec">{text}</p>
        <PasswordField
          label={t('account.current')}
          value={password}
          onText={setPassword}
          complete="current-password"
        />
        <FailureNote failure={failure} />
        <div className="acts">
          <Btn
            kind="main"
            type="submit"
            busy={busy}
            reason={password ? undefined : t('account.currentMissing')}
          >
            {action}
          </Btn>
          <Btn onClick={onClose}>{t('common.cancel')}</Btn>
        </div>
      </form>
    </Dialog>
  );
};

const Confirm = ({ enrolment, onDone }: { enrolment: Enrolment; onDone: () => void }) => {
  const [code, setCode] = useState('');
  const confirm = useAction((input: { code: string }, key) =>
    api.post('/api/me/totp/confirm', input, { key }),
  );
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await confirm.run({ code: code.replace(/\s/g, '') });
    if (answer.ok) onDone();
  };
  return (
    <form className="stack" onSubmit={(event) => void send(event)} noValidate>
      <FactorSetUp enrolment={enrolment} />
      <TextField
        label={t('login.totp')}
        value={code}
        onText={setCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        figures
      />
      <FailureNote failure={confirm.failure} />
      <Btn kind="main" type="submit" busy={confirm.busy}>
        {t('account.totpConfirm')}
      </Btn>
    </form>
  );
};

export const TotpPart = () => {
  const state = useResource<SecondFactorAnswer>('/api/me/totp');
  const [asking, setAsking] = useState<'on' | 'off' | undefined>(undefined);
  const [enrolment, setEnrolment] = useState<Enrolment | undefined>(undefined);
  const enrol = useAction((input: { password: string }, key) =>
    api.post<Enrolment>('/api/me/totp', input, { key }),
  );
  const remove = useAction((input: { password: string }, key) =>
    api.post('/api/me/totp/remove', input, { key }),
  );
  const send = async (password: string): Promise<void> => {
    if (asking === 'on') {
      const answer = await enrol.run({ password });
      if (!answer.ok) return;
      setEnrolment(answer.data);
    } else {
      const answer = await remove.run({ password });
      if (!answer.ok) return;
      state.reload();
    }
    setAsking(undefined);
  };
  return (
    <Sheet title={t('account.totp')} pad>
      <View of={state}>
        {({ state: now, demanded }) => {
          const enabled = now === 'on';
          return (
            <div className="stack">
              <p>{t(enabled ? 'account.totpOn' : 'account.totpOff')}</p>
              {demanded && <p className="sec s13">{t('account.totpDemanded')}</p>}
              {enrolment && !enabled ? (
                <Confirm
                  enrolment={enrolment}
                  onDone={() => {
                    setEnrolment(undefined);
                    state.reload();
                  }}
                />
              ) : enabled && demanded ? null : (
                <Btn
                  icon={enabled ? 'shield-off' : 'shield-check'}
                  onClick={() => setAsking(enabled ? 'off' : 'on')}
                >
                  {t(enabled ? 'account.totpRemove' : 'account.totpEnable')}
                </Btn>
              )}
            </div>
          );
        }}
      </View>
      {asking && (
        <AskPassword
          title={t(asking === 'on' ? 'account.totpEnable' : 'account.totpRemove')}
          text={t(asking === 'on' ? 'account.totpAsk' : 'account.totpRemoveText')}
          action={t(asking === 'on' ? 'account.totpEnable' : 'account.totpRemove')}
          busy={enrol.busy || remove.busy}
          failure={asking === 'on' ? enrol.failure : remove.failure}
          onSend={(password) => void send(password)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Sheet>
  );
};
