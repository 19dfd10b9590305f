import { useEffect, useState } from 'react';
import { handsRest } from '../../frame/hands.ts';
import { hideSignIn } from '../../http/gate.ts';
import type { Me } from '../../http/session.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { t } from '../../texts/text.ts';
import { SignInForm } from './SignInForm.tsx';

/** Over the work, for the same person: the requests that wait go on by themselves (scenario D3). */
export const SignInAgain = ({ me }: { me: Me }) => {
  // It opens by itself, perhaps in the middle of a figure: the keys under way belong to their cell.
  const [rest, setRest] = useState(false);
  useEffect(() => {
    let gone = false;
    void handsRest().then(() => gone || setRest(true));
    return () => {
      gone = true;
    };
  }, []);
  if (!rest) return null;
  return (
    <Dialog open title={t('login.again')} onClose={hideSignIn}>
      <p className="sec">{t('login.againText', { name: me.name })}</p>
      <SignInForm fixedLogin={me.login}>
        <p className="lks s13">
          <button type="button" className="lnk" onClick={() => location.assign('/')}>
            {t('login.asOther')}
          </button>
          <Btn kind="quiet" small onClick={hideSignIn}>
            {t('common.close')}
          </Btn>
        </p>
      </SignInForm>
    </Dialog>
  );
};
