import { useSession } from '../http/session.ts';
import { isWithin, NAV, type NavItem } from '../nav.ts';
import { SCREENS } from '../routes.tsx';

/** As many as fit a phone's tab bar; the others stand in the person's menu there. */
export const TABS = 5;

/** What the person may do, as far as this release has a screen for it. */
export const useNav = (): readonly NavItem[] => {
  const { me } = useSession();
  return NAV.filter(
    (item) =>
      me.nav.includes(item.id) && SCREENS.some((s) => isWithin(s.path.replace(/\/[:*].*$/, ''), item.path)),
  );
};
