import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

export type Screen = {
  path: string;
  screen: LazyExoticComponent<ComponentType>;
  /** Shown without sign-in and without the frame. */
  open?: true;
};

/**
 * Every screen is a part of its own, fetched when it is first opened. First match wins: put '/yeu-cau/moi' before
 * '/yeu-cau/:campaignId'. A screen file exports its component as default.
 */
export const SCREENS: readonly Screen[] = [
  { path: '/tai-khoan', screen: lazy(() => import('./screens/account/AccountScreen.tsx')) },
  {
    path: '/dat-lai-mat-khau/:token',
    open: true,
    screen: lazy(() => import('./screens/login/ResetScreen.tsx')),
  },
  {
    path: '/kiem-tra-phieu/:code?',
    open: true,
    screen: lazy(() => import('./screens/receipt-check/ReceiptCheckScreen.tsx')),
  },
  ...(__KIT__
    ? [{ path: '/kit', open: true as const, screen: lazy(() => import('./screens/kit/KitScreen.tsx')) }]
    : []),
];
