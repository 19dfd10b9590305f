import { type ReactNode, useId } from 'react';
import type { RequestPart } from '../../../../core/campaign/request.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { t } from '../../../texts/text.ts';

export const partAnchor = (part: RequestPart): string => `phan-${part}`;

export const partTitle = (part: RequestPart): string => {
  switch (part) {
    case 'deadline':
      return t('requests.partDeadline');
    case 'document':
      return t('requests.partDocument');
    case 'recipients':
      return t('requests.partRecipients');
    case 'outline':
      return t('requests.partOutline');
    case 'leads':
      return t('requests.partLeads');
  }
};

/** One part of the draft; a person says that it was looked at (A2). */
export const PartSheet = ({
  part,
  lead,
  gaps,
  seen,
  onSeen,
  className,
  children,
}: {
  part: RequestPart;
  lead?: ReactNode;
  /** Values that are still open here. */
  gaps: number;
  seen: boolean;
  /** undefined: this person reads only. */
  onSeen: ((seen: boolean) => void) | undefined;
  className?: string;
  children: ReactNode;
}) => {
  const id = useId();
  return (
    <section
      className={`sheet part${className ? ` ${className}` : ''}`}
      id={partAnchor(part)}
      aria-labelledby={id}
      tabIndex={-1}
    >
      <header>
        <h2 id={id}>
          {partTitle(part)} {lead}
        </h2>
        <div className="end seen">
          {gaps > 0 && (
            <span className="t-warn">
              <Icon name="circle-dot" /> {t('requests.partGaps', { n: gaps })}
            </span>
          )}
          {seen ? (
            <span className="t-ok">
              <Icon name="check" /> {t('requests.seen')}
            </span>
          ) : (
            !onSeen && (
              <span className="t-warn">
                <Icon name="circle-dot" /> {t('requests.notSeen')}
              </span>
            )
          )}
          {onSeen && (
            <Btn
              small
              kind={seen ? 'quiet' : 'plain'}
              icon={seen ? undefined : 'eye'}
              aria-label={t(seen ? 'requests.unsee' : 'requests.markSeen', { part: partTitle(part) })}
              onClick={() => onSeen(!seen)}
            >
              {t(seen ? 'requests.unseeShort' : 'requests.markSeenShort')}
            </Btn>
          )}
        </div>
      </header>
      {children}
    </section>
  );
};
