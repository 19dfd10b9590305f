import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { allWords } from './texts/text.ts';

export type Screen = {
  path: string;
  screen: LazyExoticComponent<ComponentType>;
  /** Shown without sign-in and without the frame. */
  open?: true;
};

/** A screen's code and all words of the screens come together; the first page pays for neither. */
const part = (load: () => Promise<{ default: ComponentType }>): LazyExoticComponent<ComponentType> =>
  lazy(async () => {
    const [module] = await Promise.all([load(), allWords()]);
    return module;
  });

/**
 * Every screen is a part of its own, fetched when it is first opened. First match wins: put '/yeu-cau/moi' before
 * '/yeu-cau/:campaignId'. A screen file exports its component as default.
 */
export const SCREENS: readonly Screen[] = [
  { path: '/viec-can-lam', screen: part(() => import('./screens/home/HomeScreen.tsx')) },
  { path: '/yeu-cau', screen: part(() => import('./screens/requests/RequestsScreen.tsx')) },
  { path: '/yeu-cau/moi', screen: part(() => import('./screens/requests/NewRequestScreen.tsx')) },
  {
    path: '/yeu-cau/:campaignId/dieu-chinh',
    screen: part(() => import('./screens/requests/amend/AmendScreen.tsx')),
  },
  { path: '/yeu-cau/:campaignId', screen: part(() => import('./screens/requests/RequestScreen.tsx')) },
  { path: '/mau-bao-cao', screen: part(() => import('./screens/templates/TemplatesScreen.tsx')) },
  {
    path: '/mau-bao-cao/:templateId/lam-thu/:outlineId?/:section?',
    screen: part(() => import('./screens/templates/TryScreen.tsx')),
  },
  {
    path: '/mau-bao-cao/:templateId/phien-ban/:version/:outlineId?/:section?',
    screen: part(() => import('./screens/templates/TryScreen.tsx')),
  },
  {
    path: '/mau-bao-cao/:templateId/:outlineId?/:section?',
    screen: part(() => import('./screens/templates/DraftScreen.tsx')),
  },
  { path: '/van-thu', screen: part(() => import('./screens/registry/RegistryScreen.tsx')) },
  { path: '/van-thu/so/:unitId?', screen: part(() => import('./screens/registry/book/BookScreen.tsx')) },
  {
    path: '/van-thu/the-thuc/:unitId',
    screen: part(() => import('./screens/registry/style/StyleScreen.tsx')),
  },
  {
    path: '/tong-hop/:campaignId?/:part?',
    screen: part(() => import('./screens/consolidation/ConsolidationScreen.tsx')),
  },
  {
    path: '/theo-doi/:campaignId/don-doc',
    screen: part(() => import('./screens/board/rules/RulesScreen.tsx')),
  },
  { path: '/theo-doi/:campaignId?', screen: part(() => import('./screens/board/BoardScreen.tsx')) },
  { path: '/tai-lieu', screen: part(() => import('./screens/evidence/EvidenceScreen.tsx')) },
  { path: '/nhap-bieu/:campaignId', screen: part(() => import('./screens/bring-in/BringInScreen.tsx')) },
  {
    path: '/xem-xet/:campaignId/:unitId',
    screen: part(() => import('./screens/review/ReviewScreen.tsx')),
  },
  { path: '/chi-so', screen: part(() => import('./screens/scoring/rounds/RoundsScreen.tsx')) },
  { path: '/chi-so/bo-tieu-chi', screen: part(() => import('./screens/scoring/sets/SetsScreen.tsx')) },
  { path: '/chi-so/bo-tieu-chi/:setId', screen: part(() => import('./screens/scoring/sets/SetScreen.tsx')) },
  { path: '/chi-so/:roundId', screen: part(() => import('./screens/scoring/rounds/RoundScreen.tsx')) },
  { path: '/chi-so/:roundId/:unitId', screen: part(() => import('./screens/scoring/sheet/SheetScreen.tsx')) },
  { path: '/quan-tri', screen: part(() => import('./screens/admin/units/UnitsScreen.tsx')) },
  { path: '/quan-tri/don-vi', screen: part(() => import('./screens/admin/units/UnitsScreen.tsx')) },
  { path: '/quan-tri/don-vi/moi', screen: part(() => import('./screens/admin/units/NewUnitScreen.tsx')) },
  { path: '/quan-tri/don-vi/:unitId', screen: part(() => import('./screens/admin/units/UnitScreen.tsx')) },
  { path: '/quan-tri/nguoi', screen: part(() => import('./screens/admin/people/PeopleScreen.tsx')) },
  {
    path: '/quan-tri/nguoi/:personId',
    screen: part(() => import('./screens/admin/people/PersonScreen.tsx')),
  },
  { path: '/quan-tri/lich-nghi', screen: part(() => import('./screens/admin/calendar/CalendarScreen.tsx')) },
  { path: '/quan-tri/dong-ho', screen: part(() => import('./screens/admin/clock/ClockScreen.tsx')) },
  { path: '/quan-tri/thu', screen: part(() => import('./screens/admin/mail/MailScreen.tsx')) },
  { path: '/quan-tri/sao-luu', screen: part(() => import('./screens/admin/backups/BackupsScreen.tsx')) },
  { path: '/quan-tri/nhat-ky', screen: part(() => import('./screens/admin/journal/AdminJournalScreen.tsx')) },
  { path: '/nhat-ky', screen: part(() => import('./screens/admin/journal/JournalScreen.tsx')) },
  { path: '/tai-khoan', screen: part(() => import('./screens/account/AccountScreen.tsx')) },
  {
    path: '/dat-lai-mat-khau/:token',
    open: true,
    screen: part(() => import('./screens/login/ResetScreen.tsx')),
  },
  {
    path: '/kiem-tra-phieu/:code?',
    open: true,
    screen: part(() => import('./screens/receipt-check/ReceiptCheckScreen.tsx')),
  },
  { path: '/bao-cao', screen: part(() => import('./screens/reports/ReportsScreen.tsx')) },
  {
    path: '/bao-cao/:campaignId/:unitId/:section?',
    screen: part(() => import('./screens/editor/EditorScreen.tsx')),
  },
  { path: '/ky/:campaignId/:unitId', screen: part(() => import('./screens/sign/SignScreen.tsx')) },
  ...(__KIT__
    ? [{ path: '/kit', open: true as const, screen: part(() => import('./screens/kit/KitScreen.tsx')) }]
    : []),
];
