import { Page } from '../../frame/Page.tsx';
import { useSession } from '../../http/session.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { t } from '../../texts/text.ts';
import { ROLE_WORDS } from '../admin/words.ts';
import { MailPart } from './MailPart.tsx';
import { PasswordPart } from './PasswordPart.tsx';
import { SessionsPart } from './SessionsPart.tsx';
import { TokensPart } from './TokensPart.tsx';
import { TotpPart } from './TotpPart.tsx';
import './account.css';

const AccountScreen = () => {
  const { me } = useSession();
  return (
    <Page title={t('account.title')} note={`${me.name} · ${me.login}`}>
      <div className="cols">
        <div>
          <MailPart />
          <PasswordPart />
          <TotpPart />
          <SessionsPart />
          <TokensPart />
        </div>
        <aside>
          <Sheet title={t('account.posts')} pad>
            <ul className="posts">
              {me.posts.map((post) => (
                <li key={`${post.unitId}-${post.role}`}>
                  <b>{post.title}</b>
                  <p className="sec s13">
                    {t(ROLE_WORDS[post.role])}, {post.unitName}
                  </p>
                </li>
              ))}
              {me.posts.length === 0 && <li className="mut">{t('common.none')}</li>}
            </ul>
          </Sheet>
        </aside>
      </div>
    </Page>
  );
};

export default AccountScreen;
