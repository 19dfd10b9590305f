import { type MouseEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { Link } from 'wouter';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

export type BtnProps = {
  children?: ReactNode;
  /** One 'main' per region. */
  kind?: 'main' | 'plain' | 'danger' | 'quiet';
  small?: boolean;
  icon?: IconName;
  iconEnd?: IconName;
  href?: string;
  /** For files: the browser saves instead of showing. */
  download?: boolean;
  /** Why it cannot be used now. The button stays clickable: a click says why and leads to the first gap. */
  reason?: string | undefined;
  onReason?: (() => void) | undefined;
  busy?: boolean;
  type?: 'button' | 'submit';
  className?: string;
  'aria-label'?: string;
  'aria-pressed'?: boolean;
  'aria-expanded'?: boolean;
  'aria-controls'?: string;
  onClick?: (event: MouseEvent<HTMLElement>) => void;
};

const KINDS = { main: ' btn-1', plain: '', danger: ' btn-err', quiet: ' btn-q' } as const;

export const Btn = ({
  children,
  kind = 'plain',
  small,
  icon,
  iconEnd,
  href,
  download,
  reason,
  onReason,
  busy,
  type = 'button',
  className,
  onClick,
  ...aria
}: BtnProps) => {
  const [told, setTold] = useState(false);
  const id = useId();
  useEffect(() => {
    if (!reason) setTold(false);
  }, [reason]);
  const classes = `btn${KINDS[kind]}${small ? ' btn-s' : ''}${className ? ` ${className}` : ''}`;
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {iconEnd && <Icon name={iconEnd} />}
    </>
  );
  if (href !== undefined && !reason) {
    // Routes of the application move without loading a page; files and the API do load.
    if (href.startsWith('/') && !href.startsWith('/api') && !download) {
      return (
        <Link href={href} className={classes} {...(onClick ? { onClick } : {})} {...aria}>
          {inside}
        </Link>
      );
    }
    return (
      <a href={href} className={classes} download={download} onClick={onClick} {...aria}>
        {inside}
      </a>
    );
  }
  const blocked = reason !== undefined || busy === true;
  const click = (event: MouseEvent<HTMLElement>): void => {
    if (!blocked) {
      onClick?.(event);
      return;
    }
    event.preventDefault();
    if (reason !== undefined) {
      setTold(true);
      onReason?.();
    }
  };
  return (
    <>
      {told && reason && (
        <span className="why t-err s13" id={id} role="status">
          {reason}
        </span>
      )}
      <button
        type={type}
        className={classes}
        aria-disabled={blocked || undefined}
        aria-busy={busy || undefined}
        aria-describedby={told && reason ? id : undefined}
        onClick={click}
        {...aria}
      >
        {inside}
      </button>
    </>
  );
};

export const IconBtn = ({
  icon,
  label,
  onClick,
  pressed,
}: {
  icon: IconName;
  label: string;
  onClick: (event: MouseEvent<HTMLElement>) => void;
  pressed?: boolean;
}) => (
  <button
    type="button"
    className="icon-btn"
    aria-label={label}
    title={label}
    aria-pressed={pressed}
    onClick={onClick}
  >
    <Icon name={icon} />
  </button>
);
