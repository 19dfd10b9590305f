import type { ReactNode } from 'react';
import { currentLanguage } from '../../texts/language.ts';
import { chooseLanguage, t } from '../../texts/text.ts';
import './login.css';

/** The woven band is the province's; an office replaces this file's drawing with its own. */
const Weave = () => (
  <svg className="weave" viewBox="0 0 1920 20" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
    <defs>
      <pattern id="weave" width="40" height="20" patternUnits="userSpaceOnUse">
        <path className="o" d="M-10 10 0 1 10 10 0 19ZM10 10 20 1 30 10 20 19ZM30 10 40 1 50 10 40 19Z" />
        <path className="a" d="M15 10 20 5.5 25 10 20 14.5Z" />
        <path className="b" d="M-5 10 0 5.5 5 10 0 14.5ZM35 10 40 5.5 45 10 40 14.5Z" />
      </pattern>
    </defs>
    <rect width="1920" height="20" fill="url(#weave)" />
  </svg>
);

/** Pages without sign-in look like the top of an official document (NĐ 30/2020, boxes 1 and 2). */
export const Cover = ({
  superior,
  body,
  support,
  demo,
  children,
}: {
  superior?: string | null | undefined;
  body?: string | undefined;
  support?: string | undefined;
  demo?: boolean | undefined;
  children: ReactNode;
}) => {
  const other = currentLanguage() === 'vi' ? 'en' : 'vi';
  return (
    <div className="cover">
      <div className="lg">
        <header className="mot" lang="vi">
          <div className="org">
            <span>{superior ?? '\u00a0'}</span>
            <b>{body ?? '\u00a0'}</b>
          </div>
          <div className="nat">
            <b>{t('login.nation')}</b>
            <b className="tn">{t('login.motto')}</b>
          </div>
        </header>
        <Weave />
        {children}
        <footer className="bt">
          <p>{support && t('login.support', { support })}</p>
          <p>
            {demo && (
              <>
                <b>{t('frame.demo')}</b> ·{' '}
              </>
            )}
            <button type="button" className="lnk" lang={other} onClick={() => void chooseLanguage(other)}>
              {other === 'en' ? t('login.english') : t('login.vietnamese')}
            </button>
          </p>
        </footer>
      </div>
    </div>
  );
};
