import type { Nav } from '../core/access/nav.ts';
import type { IconName } from './kit/icons.ts';
import type { PlainKey } from './texts/dictionary.ts';

/** One entry of the main navigation. Which of them a person sees comes with the session (me.nav). */
export type NavItem = {
  id: Nav;
  path: string;
  text: PlainKey;
  /** Shorter words for the phone's tab bar. */
  short?: PlainKey;
  icon: IconName;
};

export const NAV: readonly NavItem[] = [
  { id: 'home', path: '/viec-can-lam', text: 'frame.home', icon: 'list-checks' },
  {
    id: 'requests',
    path: '/yeu-cau',
    text: 'frame.requests',
    short: 'frame.requestsShort',
    icon: 'scroll-text',
  },
  { id: 'board', path: '/theo-doi', text: 'frame.board', icon: 'layout-grid' },
  { id: 'reports', path: '/bao-cao', text: 'frame.reports', icon: 'file-text' },
  { id: 'consolidation', path: '/tong-hop', text: 'frame.consolidation', icon: 'sigma' },
  {
    id: 'evidence',
    path: '/tai-lieu',
    text: 'frame.evidence',
    short: 'frame.evidenceShort',
    icon: 'paperclip',
  },
  { id: 'tasks', path: '/nhiem-vu', text: 'frame.tasks', icon: 'clipboard-paste' },
  {
    id: 'scoring',
    path: '/chi-so',
    text: 'frame.scoring',
    short: 'frame.scoringShort',
    icon: 'gauge',
  },
  { id: 'registry', path: '/van-thu', text: 'frame.registry', icon: 'stamp' },
  { id: 'admin', path: '/quan-tri', text: 'frame.admin', icon: 'settings' },
];

/** '/bao-cao' is where one is on '/bao-cao/x/y', but '/yeu-cau' is not on '/yeu-cau-khac'. */
export const isWithin = (location: string, path: string): boolean =>
  location === path || location.startsWith(`${path}/`);
