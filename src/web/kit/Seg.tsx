import type { CSSProperties } from 'react';
import { t } from '../texts/text.ts';

/** One part of the outline: 'full', 'nil', or how much of it is filled, 0 to 1. */
export type SegPart = 'full' | 'nil' | number;

const share = (part: number): string => `${Math.round(Math.min(1, Math.max(0, part)) * 100)}%`;

/** The outline of a report, one block a part. The words say the same for those who do not see it. */
export const Seg = ({ parts, label }: { parts: readonly SegPart[]; label?: string }) => {
  const done = parts.filter((p) => p === 'full' || p === 'nil' || p === 1).length;
  const nil = parts.filter((p) => p === 'nil').length;
  const words = nil
    ? t('state.outlineNil', { done, all: parts.length, nil })
    : t('state.outline', { done, all: parts.length });
  return (
    <span className="seg" role="img" aria-label={label ?? words}>
      {parts.map((part, at) =>
        typeof part === 'number' && part < 1 ? (
          <i key={at} style={{ '--v': share(part) } as CSSProperties} />
        ) : (
          <i key={at} className={part === 'nil' ? 'nil' : 'full'} />
        ),
      )}
    </span>
  );
};
