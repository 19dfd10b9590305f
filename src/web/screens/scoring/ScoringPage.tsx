import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { Page } from '../../frame/Page.tsx';
import { useInSight } from '../../kit/useInSight.ts';
import { isWithin } from '../../nav.ts';
import type { PlainKey } from '../../texts/dictionary.ts';
import { t } from '../../texts/text.ts';
import './scoring.css';

const PARTS: readonly { readonly path: string; readonly text: PlainKey }[] = [
  { path: '/chi-so', text: 'scoring.sheets' },
  { path: '/chi-so/du-kien', text: 'scoring.forecast' },
  { path: '/chi-so/khac-phuc', text: 'scoring.remediation' },
  { path: '/chi-so/bo-tieu-chi', text: 'scoring.sets' },
];

const Parts = () => {
  const [location] = useLocation();
  const here = [...PARTS].reverse().find((p) => isWithin(location, p.path))?.path ?? PARTS[0]?.path;
  const row = useInSight(here ?? '');
  return (
    <nav ref={row} className="sc-nav" aria-label={t('scoring.parts')}>
      {PARTS.map(({ path, text }) => (
        <Link key={path} href={path} aria-current={path === here ? 'page' : undefined}>
          {t(text)}
        </Link>
      ))}
    </nav>
  );
};

/** Every page of the index stands under one row of its parts. */
export const ScoringPage = ({
  title,
  note,
  actions,
  foot,
  children,
}: {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  foot?: ReactNode;
  children?: ReactNode;
}) => (
  <Page title={title} note={note} actions={actions} context={<Parts />} foot={foot} className="scor">
    {children}
  </Page>
);
