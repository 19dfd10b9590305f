import type { Gap } from '../../../../core/report/gaps.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { t } from '../../../texts/text.ts';
import { contradictionText, shownText } from '../contradiction-text.ts';
import type { Desk } from '../desk/desk.ts';
import { Reason } from './Reason.tsx';

/** Under the words: what the table says otherwise, with two ways out, and how much is last period's (C10, C6). */
export const Contradictions = ({
  desk,
  gaps,
  onMend,
}: {
  desk: Desk;
  gaps: readonly Gap[];
  /** Writes what the table gives in place of the number; absent while the words cannot be changed. */
  onMend?: ((gap: Gap) => void) | undefined;
}) => (
  <>
    {gaps.map((gap) => {
      const c = gap.contradiction;
      if (!c)
        return (
          <p key="copied" className="say look">
            <Icon name="copy" />
            <span>{t('editor.copiedNote', { percent: gap.percent ?? 0 })}</span>
          </p>
        );
      return (
        <div key={c.key} className={`say${gap.overridden ? ' done' : ''}`}>
          <Icon name={gap.overridden ? 'message-square' : 'equal-not'} />
          <span>
            <b>{t('editor.contradictHead')}</b> {contradictionText(c)}{' '}
            <Reason
              key={gap.overridden ?? ''}
              desk={desk}
              check={c.key}
              given={gap.overridden}
              ask={t('editor.contradictKeep')}
            />
          </span>
          {onMend && c.number !== undefined && !gap.overridden && (
            <Btn small onClick={() => onMend(gap)}>
              {t('editor.contradictMend', { shown: shownText(c) })}
            </Btn>
          )}
        </div>
      );
    })}
  </>
);
