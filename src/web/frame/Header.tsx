import { Link, useLocation } from 'wouter';
import { useSession } from '../http/session.ts';
import { Icon } from '../kit/Icon.tsx';
import { isWithin, type NavItem } from '../nav.ts';
import { t } from '../texts/text.ts';
import { MeMenu } from './MeMenu.tsx';
import { TABS, useNav } from './useNav.ts';

/** As on the unit's own documents (NĐ 30/2020, box 2): the body above is plain, the issuing body bold. */
const Letterhead = () => {
  const { me, installation } = useSession();
  const lines = (me.unit?.letterhead ?? installation.body.name).split('\n');
  return (
    <Link className="letterhead" href="/viec-can-lam">
      {lines.map((line, at) =>
        at === lines.length - 1 || /^ủy ban nhân dân$/i.test(line) ? (
          <b key={line}>{line}</b>
        ) : (
          <span key={line}>{line}</span>
        ),
      )}
    </Link>
  );
};

const Count = ({ id }: { id: NavItem['id'] }) => {
  const { counts } = useSession().me;
  const count = id === 'home' ? counts.home : 0;
  if (!count) return null;
  return (
    <span className="count">
      {count}
      <span className="vh">{t('frame.countOf')}</span>
    </span>
  );
};

export const Header = () => {
  const [location] = useLocation();
  const items = useNav();
  return (
    <header className="top">
      <Letterhead />
      <nav className="nav" aria-label={t('frame.mainNav')}>
        {items.map((item) => (
          <Link
            key={item.id}
            href={item.path}
            aria-current={isWithin(location, item.path) ? 'page' : undefined}
          >
            {t(item.text)} <Count id={item.id} />
          </Link>
        ))}
      </nav>
      <div className="top-r">
        <MeMenu />
      </div>
    </header>
  );
};

export const TabBar = () => {
  const [location] = useLocation();
  const items = useNav().slice(0, TABS);
  if (items.length === 0) return null;
  return (
    <nav className="tabbar" aria-label={t('frame.phoneNav')}>
      {items.map((item) => (
        <Link
          key={item.id}
          href={item.path}
          aria-current={isWithin(location, item.path) ? 'page' : undefined}
        >
          <Icon name={item.icon} large />
          {t(item.short ?? item.text)}
        </Link>
      ))}
    </nav>
  );
};
