import { memo, type ReactNode, useState } from 'react';
import { type Gap, keyOfGap } from '../../../../core/report/gaps.ts';
import { Icon } from '../../../kit/Icon.tsx';
import type { IconName } from '../../../kit/icons.ts';
import { t, useLanguage } from '../../../texts/text.ts';
import type { Desk, Focus } from '../desk/desk.ts';
import { gapLine, placeOfGap } from '../gap-text.ts';
import { currentPins } from './Pins.tsx';

/** Fewer where last period's words follow under the list. */
const FIRST = 12;
const FIRST_WITH_MORE = 6;

const iconOf = (gap: Gap): IconName =>
  gap.overridden
    ? 'message-square'
    : gap.code === 'gap.cells' || gap.code === 'gap.words'
      ? 'square-dashed'
      : gap.code === 'gap.copied'
        ? 'copy'
        : gap.code === 'gap.evidence'
          ? 'paperclip'
          : gap.severity === 'must'
            ? 'circle-x'
            : 'equal-not';

const Group = ({
  desk,
  title,
  tone,
  gaps,
  go,
}: {
  desk: Desk;
  title: string;
  tone: string;
  gaps: readonly Gap[];
  go: (to: Focus) => void;
}) => {
  const [all, setAll] = useState(false);
  if (gaps.length === 0) return null;
  const first = desk.report.get().previous ? FIRST_WITH_MORE : FIRST;
  const shown = all ? gaps : gaps.slice(0, first);
  return (
    <>
      <h3 className={`g ${tone}`}>{title}</h3>
      <ul className="miss">
        {shown.map((gap) => {
          const line = gapLine(desk, gap);
          return (
            <li
              key={`${gap.sectionId}${keyOfGap(gap) ?? `${gap.code}/${gap.formId}/${gap.rowId}`}`}
              className={tone}
            >
              <button
                type="button"
                // The list may move under a pressed mouse; the press stays with the line it was meant for.
                onPointerDown={(e) => e.currentTarget.setPointerCapture(e.pointerId)}
                onClick={() => go(placeOfGap(desk, gap))}
              >
                <Icon name={iconOf(gap)} />
                <span>
                  <b>{line.where}</b> {line.what}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {shown.length < gaps.length && (
        <button type="button" className="lnk s13" onClick={() => setAll(true)}>
          {t('editor.more', { n: gaps.length - shown.length })}
        </button>
      )}
    </>
  );
};

/** "Còn thiếu gì": every gap once, worst first; each leads to its cell. */
export const Missing = memo(
  ({ desk, go, children }: { desk: Desk; go: (to: Focus) => void; children?: ReactNode }) => {
    useLanguage();
    const gaps = desk.gaps.use();
    const report = desk.report.use();
    const { may } = report;
    const unanswered =
      report.state === 'returned' ? currentPins(report).filter((p) => p.answer === null) : [];
    const [pin] = unanswered;
    const open = gaps.filter((g) => !g.overridden);
    const by = (severity: Gap['severity']) => open.filter((g) => g.severity === severity);
    return (
      <section className="margin" aria-labelledby="con-thieu">
        <h2 id="con-thieu">
          {t('editor.missing')} {open.length > 0 && <span className="count">{open.length}</span>}
        </h2>
        {pin && (
          <button
            type="button"
            className="lnk s13"
            onClick={() => document.getElementById(`pin-${pin.number}`)?.focus()}
          >
            {t('editor.mustAnswer', { n: unanswered.length })}
          </button>
        )}
        {open.length === 0 && !pin && (
          <p className="s13 sec">
            {t(may.includes('pass-to-sign') ? 'editor.missingNone' : 'sign.blanksNone')}
          </p>
        )}
        <Group desk={desk} go={go} title={t('editor.missingMust')} tone="t-err" gaps={by('must')} />
        <Group desk={desk} go={go} title={t('editor.missingReason')} tone="t-warn" gaps={by('reason')} />
        <Group desk={desk} go={go} title={t('editor.missingLook')} tone="sec" gaps={by('look')} />
        <Group
          desk={desk}
          go={go}
          title={t('editor.missingExplained')}
          tone="sec"
          gaps={gaps.filter((g) => g.overridden)}
        />
        {children}
      </section>
    );
  },
);
