import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

export type Step = { state: 'done' | 'here' | 'next'; title: ReactNode; note?: ReactNode };

/** Who holds it: steps done, the one in hand, those to come. */
export const Path = ({ steps }: { steps: readonly Step[] }) => (
  <ol className="path">
    {steps.map((step, at) => (
      <li key={at} className={step.state === 'next' ? undefined : step.state}>
        <span className="mk">{step.state === 'done' ? <Icon name="check" /> : at + 1}</span>
        <div {...(step.state === 'here' ? { 'aria-current': 'step' as const } : {})}>
          {step.state === 'here' ? <b>{step.title}</b> : step.title}
          {step.note && <p className={step.state === 'here' ? 'sec s13' : 'mut s13'}>{step.note}</p>}
        </div>
      </li>
    ))}
  </ol>
);

/** The number of a remark (ý kiến), the same at both ends; with href it leads to the other end. */
export const Pin = ({
  n,
  solved,
  href,
  label,
}: {
  n: number;
  solved?: boolean;
  href?: string;
  label?: string;
}) => {
  const classes = solved ? 'pin pin-ok' : 'pin';
  return href ? (
    <a className={classes} href={href} aria-label={label}>
      {n}
    </a>
  ) : (
    <span className={classes}>{n}</span>
  );
};
