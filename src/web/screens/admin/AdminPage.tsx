import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { Page } from '../../frame/Page.tsx';
import { useSession } from '../../http/session.ts';
import { Forbidden } from '../../kit/places.tsx';
import { useInSight } from '../../kit/useInSight.ts';
import { isWithin } from '../../nav.ts';
import type { PlainKey } from '../../texts/dictionary.ts';
import { t } from '../../texts/text.ts';
import { ClockWarning } from './ClockWarning.tsx';
import './admin.css';

const SECTIONS: readonly { readonly path: string; readonly text: PlainKey }[] = [
  { path: '/quan-tri/don-vi', text: 'admin.units' },
  { path: '/quan-tri/nguoi', text: 'admin.people' },
  { path: '/quan-tri/lich-nghi', text: 'admin.calendar' },
  { path: '/mau-bao-cao', text: 'templates.title' },
  { path: '/quan-tri/dong-ho', text: 'admin.clock' },
  { path: '/quan-tri/thu', text: 'admin.mail' },
  { path: '/quan-tri/viec-ngam', text: 'watch.jobs' },
  { path: '/van-thu/so', text: 'registry.openBook' },
  { path: '/quan-tri/sao-luu', text: 'admin.backups' },
  { path: '/quan-tri/nhat-ky', text: 'admin.journal' },
];

export const Sections = () => {
  const [location] = useLocation();
  const row = useInSight(location);
  return (
    <nav ref={row} className="admin-nav" aria-label={t('admin.sections')}>
      {SECTIONS.map(({ path, text }) => (
        <Link
          key={path}
          href={path}
          aria-current={
            isWithin(location === '/quan-tri' ? '/quan-tri/don-vi' : location, path) ? 'page' : undefined
          }
        >
          {t(text)}
        </Link>
      ))}
    </nav>
  );
};

/** A page of the administration; the server judges every act, this only spares others an empty form. */
export const AdminPage = ({
  title,
  note,
  actions,
  children,
}: {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) => {
  const { me } = useSession();
  if (!me.nav.includes('admin')) {
    return (
      <Page title={title}>
        <Forbidden />
      </Page>
    );
  }
  return (
    <Page title={title} note={note} actions={actions} context={<Sections />} className="admin">
      <ClockWarning />
      {children}
    </Page>
  );
};
