import { type FormEvent, useEffect, useState } from 'react';
import type { Enrolment } from '../../../core/access/answers.ts';
import { signInWithCode } from '../../http/session.ts';
import { useAction } from '../../http/useAction.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Btn } from '../../kit/Btn.tsx';
import { TextField } from '../../kit/Field.tsx';
import { failureText } from '../../texts/refusals.ts';
import { t } from '../../texts/text.ts';
import { FactorSetUp, toSetUp } from './FactorSetUp.tsx';

const asked = (name: string): string | null => new URLSearchParams(location.search).get(name);

/** The provider said who it is; the person's own one-time code is still to come. */
export const asksForCode = (): boolean => asked('ma') !== null;

/** Why the way through the provider ended here; only our own codes have words. */
export const OidcTrouble = () => {
  const code = asked('loi');
  if (!code?.startsWith('access.oidc')) return null;
  return <Banner tone="warn" title={failureText({ kind: 'refusal', code, status: 401, details: {} })} />;
};

export const OidcCode = () => {
  const [code, setCode] = useState('');
  const enter = useAction(signInWithCode);
  const [enrolment, setEnrolment] = useState<Enrolment | undefined>(undefined);
  useEffect(() => {
    // The office asks for a second factor and there is none: an empty code brings what is needed to set one up.
    if (asked('ma') === 'moi')
      void signInWithCode('').then((answer) => setEnrolment(answer.ok ? undefined : toSetUp(answer.failure)));
  }, []);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if ((await enter.run(code.replace(/\s/g, ''))).ok) history.replaceState(null, '', '/');
  };
  return (
    <form className="signin" onSubmit={(event) => void submit(event)} noValidate>
      {enrolment && <FactorSetUp enrolment={enrolment} why={t('login.factorWhy')} />}
      <TextField
        label={t('login.totp')}
        hint={t('login.totpHint')}
        error={enter.failure ? failureText(enter.failure) : undefined}
        value={code}
        onText={setCode}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={7}
        figures
      />
      <Btn kind="main" type="submit" className="go" busy={enter.busy}>
        {t('login.submit')}
      </Btn>
    </form>
  );
};
