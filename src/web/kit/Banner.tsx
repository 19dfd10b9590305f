import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

const ICONS: Record<'plain' | 'info' | 'warn' | 'err', IconName> = {
  plain: 'info',
  info: 'info',
  warn: 'triangle-alert',
  err: 'circle-x',
};

/** A title that is followed by words ends like a sentence. */
const ended = (title: ReactNode, children: ReactNode): ReactNode =>
  typeof title === 'string' && children && !/[.:?…]$/.test(title) ? `${title}.` : title;

/** One line and its actions, under the context bar; at most two, worst first. */
export const Banner = ({
  tone = 'plain',
  icon,
  title,
  children,
  actions,
}: {
  tone?: 'plain' | 'info' | 'warn' | 'err';
  icon?: IconName;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) => (
  <div className={tone === 'plain' ? 'banner' : `banner banner-${tone}`}>
    <Icon name={icon ?? ICONS[tone]} large />
    <p>
      {title && <b>{ended(title, children)}</b>} {children}
    </p>
    {actions}
  </div>
);
