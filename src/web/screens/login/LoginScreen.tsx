import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { Notices } from '../../frame/Notices.tsx';
import { Skip } from '../../frame/Waiting.tsx';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { ServerTime, TimeLeft } from '../../kit/Time.tsx';
import { deadline } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { Cover } from './Cover.tsx';
import { asksForCode, OidcCode, OidcTrouble } from './OidcPart.tsx';
import { SignInForm } from './SignInForm.tsx';
import { useWelcome } from './welcome.ts';

export const LoginScreen = () => {
  const welcome = useWelcome();
  const [forgotten, setForgotten] = useState(false);
  useEffect(() => {
    document.title = `${t('login.title')} - ${t('common.product')}`;
  });
  useEffect(() => {
    // Letters of our own come while name and password are typed, behind everything that this page needs.
    const fetchLetters = () => void import('../../styles/fonts.css');
    if (document.readyState === 'complete') fetchLetters();
    else addEventListener('load', fetchLetters, { once: true });
    return () => removeEventListener('load', fetchLetters);
  }, []);
  const campaign = welcome?.campaign;
  return (
    <>
      <Skip />
      <Cover
        superior={welcome?.superior}
        body={welcome?.body}
        support={welcome?.support}
        demo={welcome?.mode === 'demo'}
      >
        <main id="main">
          <div className="ti">
            <h1>
              {t('login.product1')}
              <br />
              {t('login.product2')}
            </h1>
            <p>{t('login.promise')}</p>
            <dl>
              {campaign && (
                <>
                  <div>
                    <dt>{t('login.open')}</dt>
                    <dd>{campaign.title}</dd>
                  </div>
                  <div>
                    <dt>{t('login.deadline')}</dt>
                    <dd>
                      <b>{deadline(campaign.deadlineMs)}</b>, <TimeLeft deadline={campaign.deadlineMs} />
                    </dd>
                  </div>
                </>
              )}
              <div>
                <dt>{t('time.serverClock')}</dt>
                <dd>
                  <ServerTime />
                </dd>
              </div>
            </dl>
          </div>
          <div className="sheet fm">
            <div>
              <h2>{t('login.title')}</h2>
              <Notices />
            </div>
            {asksForCode() ? <OidcCode /> : <OidcTrouble />}
            <SignInForm>
              {welcome?.oidc && (
                <>
                  <p className="or">
                    <span>{t('login.or')}</span>
                  </p>
                  <Btn className="go" icon="id-card" href="/api/session/oidc">
                    {t('login.provinceAccount')}
                  </Btn>
                </>
              )}
              <p className="s13 lks">
                <button type="button" className="lnk" onClick={() => setForgotten(true)}>
                  {t('login.forgotten')}
                </button>
                <Link href="/kiem-tra-phieu">{t('login.checkReceipt')}</Link>
              </p>
            </SignInForm>
            {welcome?.mode === 'demo' && <p className="s13 sec">{t('login.demoHint')}</p>}
          </div>
        </main>
      </Cover>
      <Dialog
        open={forgotten}
        title={t('login.forgotten')}
        onClose={() => setForgotten(false)}
        actions={<Btn onClick={() => setForgotten(false)}>{t('common.close')}</Btn>}
      >
        <p>{t('login.forgottenText', { support: welcome?.support ?? '' })}</p>
      </Dialog>
    </>
  );
};
