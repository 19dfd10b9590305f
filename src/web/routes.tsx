import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { allRefusals } from './texts/text.ts';

export type Screen = {
  path: string;
  screen: LazyExoticComponent<ComponentType>;
  /** Fetches the screen's code and words before it is shown. */
  fetch: () => Promise<unknown>;
  /** Shown without sign-in and without the frame. */
  open?: true;
};

/**
 * A screen's code and its words come together; the first page pays for neither. The editor, which must be there soon,
 * does not wait for the sentences of refusals.
 */
const part = (
  load: () => Promise<{ default: ComponentType }>,
  soon = false,
): Pick<Screen, 'screen' | 'fetch'> => {
  const fetch = async () => {
    const [module] = await Promise.all([load(), soon ? undefined : allRefusals()]);
    arrived();
    return module;
  };
  return { screen: lazy(fetch), fetch };
};

let arrived: () => void = () => undefined;
/** The first screen's code is here: what is only for looks may follow. */
export const firstScreen = new Promise<void>((resolve) => {
  arrived = resolve;
});

/**
 * Every screen is a part of its own, fetched when it is first opened. First match wins: put '/yeu-cau/moi' before
 * '/yeu-cau/:campaignId'. A screen file exports its component as default.
 */
export const SCREENS: readonly Screen[] = [
  { path: '/viec-can-lam', ...part(() => import('./screens/home/HomeScreen.tsx')) },
  { path: '/yeu-cau', ...part(() => import('./screens/requests/RequestsScreen.tsx')) },
  { path: '/yeu-cau/moi', ...part(() => import('./screens/requests/NewRequestScreen.tsx')) },
  {
    path: '/yeu-cau/:campaignId/dieu-chinh',
    ...part(() => import('./screens/requests/amend/AmendScreen.tsx')),
  },
  { path: '/yeu-cau/:campaignId', ...part(() => import('./screens/requests/RequestScreen.tsx')) },
  { path: '/mau-bao-cao', ...part(() => import('./screens/templates/TemplatesScreen.tsx')) },
  {
    path: '/mau-bao-cao/:templateId/lam-thu/:outlineId?/:section?',
    ...part(() => import('./screens/templates/TryScreen.tsx')),
  },
  {
    path: '/mau-bao-cao/:templateId/phien-ban/:version/:outlineId?/:section?',
    ...part(() => import('./screens/templates/TryScreen.tsx')),
  },
  {
    path: '/mau-bao-cao/:templateId/:outlineId?/:section?',
    ...part(() => import('./screens/templates/DraftScreen.tsx')),
  },
  { path: '/van-thu', ...part(() => import('./screens/registry/RegistryScreen.tsx')) },
  { path: '/van-thu/so/:unitId?', ...part(() => import('./screens/registry/book/BookScreen.tsx')) },
  {
    path: '/van-thu/the-thuc/:unitId',
    ...part(() => import('./screens/registry/style/StyleScreen.tsx')),
  },
  {
    path: '/tong-hop/:campaignId?/:part?',
    ...part(() => import('./screens/consolidation/ConsolidationScreen.tsx')),
  },
  {
    path: '/theo-doi/:campaignId/don-doc',
    ...part(() => import('./screens/board/rules/RulesScreen.tsx')),
  },
  { path: '/theo-doi/:campaignId?', ...part(() => import('./screens/board/BoardScreen.tsx')) },
  { path: '/tai-lieu', ...part(() => import('./screens/evidence/EvidenceScreen.tsx')) },
  { path: '/nhap-bieu/:campaignId', ...part(() => import('./screens/bring-in/BringInScreen.tsx')) },
  {
    path: '/xem-xet/:campaignId/:unitId',
    ...part(() => import('./screens/review/ReviewScreen.tsx')),
  },
  { path: '/chi-so', ...part(() => import('./screens/scoring/rounds/RoundsScreen.tsx')) },
  { path: '/chi-so/bo-tieu-chi', ...part(() => import('./screens/scoring/sets/SetsScreen.tsx')) },
  { path: '/chi-so/bo-tieu-chi/:setId', ...part(() => import('./screens/scoring/sets/SetScreen.tsx')) },
  { path: '/chi-so/du-kien', ...part(() => import('./screens/scoring/forecast/ForecastScreen.tsx')) },
  { path: '/chi-so/khac-phuc', ...part(() => import('./screens/scoring/remediation/RemediationScreen.tsx')) },
  { path: '/nhiem-vu', ...part(() => import('./screens/tasks/TasksScreen.tsx')) },
  { path: '/chi-so/:roundId', ...part(() => import('./screens/scoring/rounds/RoundScreen.tsx')) },
  { path: '/chi-so/:roundId/:unitId', ...part(() => import('./screens/scoring/sheet/SheetScreen.tsx')) },
  { path: '/quan-tri', ...part(() => import('./screens/admin/units/UnitsScreen.tsx')) },
  { path: '/quan-tri/don-vi', ...part(() => import('./screens/admin/units/UnitsScreen.tsx')) },
  { path: '/quan-tri/don-vi/moi', ...part(() => import('./screens/admin/units/NewUnitScreen.tsx')) },
  { path: '/quan-tri/don-vi/:unitId', ...part(() => import('./screens/admin/units/UnitScreen.tsx')) },
  { path: '/quan-tri/nguoi', ...part(() => import('./screens/admin/people/PeopleScreen.tsx')) },
  {
    path: '/quan-tri/nguoi/:personId',
    ...part(() => import('./screens/admin/people/PersonScreen.tsx')),
  },
  { path: '/quan-tri/lich-nghi', ...part(() => import('./screens/admin/calendar/CalendarScreen.tsx')) },
  { path: '/quan-tri/dong-ho', ...part(() => import('./screens/admin/clock/ClockScreen.tsx')) },
  { path: '/quan-tri/viec-ngam', ...part(() => import('./screens/admin/jobs/JobsScreen.tsx')) },
  { path: '/quan-tri/thu', ...part(() => import('./screens/admin/mail/MailScreen.tsx')) },
  { path: '/quan-tri/sao-luu', ...part(() => import('./screens/admin/backups/BackupsScreen.tsx')) },
  { path: '/quan-tri/nhat-ky', ...part(() => import('./screens/admin/journal/AdminJournalScreen.tsx')) },
  { path: '/nhat-ky', ...part(() => import('./screens/admin/journal/JournalScreen.tsx')) },
  { path: '/tai-khoan', ...part(() => import('./screens/account/AccountScreen.tsx')) },
  {
    path: '/dat-lai-mat-khau/:token',
    open: true,
    ...part(() => import('./screens/login/ResetScreen.tsx')),
  },
  {
    path: '/kiem-tra-phieu/:code?',
    open: true,
    ...part(() => import('./screens/receipt-check/ReceiptCheckScreen.tsx')),
  },
  { path: '/bao-cao', ...part(() => import('./screens/reports/ReportsScreen.tsx')) },
  {
    path: '/bao-cao/:campaignId/:unitId/thay-doi',
    ...part(() => import('./screens/difference/DifferenceScreen.tsx')),
  },
  {
    path: '/bao-cao/:campaignId/:unitId/:section?',
    ...part(() => import('./screens/editor/EditorScreen.tsx'), true),
  },
  { path: '/ky/:campaignId/:unitId', ...part(() => import('./screens/sign/SignScreen.tsx')) },
  ...(__KIT__
    ? [{ path: '/kit', open: true as const, ...part(() => import('./screens/kit/KitScreen.tsx')) }]
    : []),
];

const fits = (pattern: string, path: string): boolean => {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  return (
    given.length <= wanted.length &&
    wanted.every((w, n) => (w.startsWith(':') ? w.endsWith('?') || given[n] : w === given[n]))
  );
};

/** While the server is still asked who is there, the screen of this address is fetched already. */
export const fetchScreen = (path: string): void => {
  const bare = path.length > 1 ? path.replace(/\/$/, '') : path;
  void SCREENS.find((s) => fits(s.path, bare))
    ?.fetch()
    // What does not come now is asked for again when it is shown.
    .catch(() => undefined);
};
