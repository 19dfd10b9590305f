import { useMemo } from 'react';
import type { DifferenceAnswer, ReportAnswer } from '../../../core/report/answers.ts';
import {
  type Filled,
  type Gap,
  gapsOf,
  isNearEmpty,
  keyOfGap,
  progressOf,
} from '../../../core/report/gaps.ts';
import { rowsOfCheck } from '../../../core/template/check.ts';
import type { UnitForm, UnitSection } from '../../../core/template/outline.ts';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../../texts/text.ts';
import { shownText } from './CellWords.tsx';
import { gapWords } from './gap-words.ts';
import { cellName, formOf, sectionName, sectionNumber } from './place-words.ts';

export type Mode = 'changed' | 'all';

/** How many rules were asked: each once for each row that it holds for. */
const rulesIn = (form: UnitForm): number =>
  form.checks.reduce((n, check) => n + rowsOfCheck(form, check).length, 0);

const Changes = ({
  difference,
  sections,
  pinned,
}: {
  difference: DifferenceAnswer;
  sections: readonly UnitSection[];
  pinned: boolean;
}) => (
  <ul className="chg">
    {difference.cells
      .filter((c) => c.pinned === pinned)
      .map((c) => {
        const form = formOf(sections, c.form);
        const place = form
          ? t('review.changedPlace', { form: form.title, cell: cellName(form, c.row, c.column) })
          : c.form;
        return (
          <li key={`${c.form}/${c.row}/${c.column}`}>
            <a href={`#bieu-${c.form}`}>
              <span>{place}</span>
              {c.before.kind === 'text' || c.after.kind === 'text' ? (
                <span>{t('review.rewritten')}</span>
              ) : (
                <span className="num">
                  <del>{shownText(c.before)}</del> → <b>{shownText(c.after)}</b>
                </span>
              )}
            </a>
          </li>
        );
      })}
    {difference.words
      .filter((w) => w.pinned === pinned)
      .map((w) => (
        <li key={w.section}>
          <a href={`#loi-${w.section}`}>
            <span>{t('review.wordsOf', { section: sectionNumber(sections, w.section) })}</span>
            <span>{t('review.rewritten')}</span>
          </a>
        </li>
      ))}
  </ul>
);

const Against = ({
  difference,
  report,
  asked,
}: {
  difference: DifferenceAnswer;
  report: ReportAnswer;
  asked: { cells: number; words: number };
}) => {
  const all = [...difference.cells, ...difference.words];
  const outside = all.some((c) => !c.pinned);
  return (
    <>
      <h2>{t('review.against', { n: difference.from })}</h2>
      {all.some((c) => c.pinned) ? (
        <Changes difference={difference} sections={report.sections} pinned />
      ) : (
        <p className="s13 sec">{t('review.nothingPinned')}</p>
      )}
      {outside ? (
        <>
          <h2 className="t-warn">{t('review.related')}</h2>
          <Changes difference={difference} sections={report.sections} pinned={false} />
        </>
      ) : (
        <p className="out">
          <Icon name="shield-check" />
          <span>
            {t('review.nothingElse', {
              cells: Math.max(0, asked.cells - difference.cells.length),
              words: Math.max(0, asked.words - difference.words.length),
            })}
          </span>
        </p>
      )}
    </>
  );
};

/** What the rules of the template say of this report, the same that the unit saw. */
const Checked = ({ report, filled }: { report: ReportAnswer; filled: Filled }) => {
  const { gaps, progress, rules } = useMemo(
    () => ({
      gaps: gapsOf(report.sections, filled),
      progress: progressOf(report.sections, filled),
      rules: report.sections.flatMap((s) => s.forms).reduce((n, form) => n + rulesIn(form), 0),
    }),
    [report, filled],
  );
  const isBlank = (g: Gap): boolean => g.code === 'gap.words' || g.code === 'gap.cells';
  const findings = gaps.filter((g) => !isBlank(g));
  // Words that were sent before are something to look at; no rule of figures fails for them.
  const failed = findings.filter((g) => g.code !== 'gap.copied').length;
  const blanks = gaps.filter(isBlank);
  const empty = isNearEmpty(progress);
  const share = { filled: progress.filled, asked: progress.asked };
  return (
    <>
      <h2>{t('review.checked')}</h2>
      <ul className="mc">
        <li className={empty ? 't-err' : 't-ok'}>
          <Icon name={empty ? 'file-x-2' : 'check'} />
          <span>
            {empty
              ? t('review.nearEmpty', { substance: progress.substance, asked: progress.asked })
              : t('review.filled', share)}
          </span>
        </li>
        <li className={failed ? 't-warn' : 't-ok'}>
          <Icon name={failed ? 'triangle-alert' : 'check'} />
          <span>
            {failed ? t('review.rulesRun', { n: rules, failed }) : t('review.rulesHold', { n: rules })}
          </span>
        </li>
        {blanks.length > 0 && (
          <li className="t-warn">
            <Icon name="square-dashed" />
            <span>{t('review.blanks', { n: blanks.length })}</span>
          </li>
        )}
        {findings.slice(0, 30).map((g) => (
          <li
            key={keyOfGap(g) ?? `${g.code}/${g.sectionId}`}
            className={g.severity === 'must' ? 't-err' : 't-warn'}
          >
            <Icon name={g.severity === 'must' ? 'circle-x' : 'triangle-alert'} />
            <span>
              <a href={g.formId ? `#bieu-${g.formId}` : `#muc-${g.sectionId}`}>
                {gapWords(report.sections, g)}
              </a>
              {g.overridden && <i>{t('review.reason', { reason: g.overridden })}</i>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};

/** Left: what is looked at, what changed, what the system has checked. */
export const Rail = ({
  report,
  filled,
  difference,
  mode,
  onMode,
}: {
  report: ReportAnswer;
  filled: Filled;
  difference: DifferenceAnswer | undefined;
  mode: Mode;
  onMode: (mode: Mode) => void;
}) => {
  const asked = useMemo(() => {
    const sections = report.sections.filter((s) => s.applicability !== 'not-applicable');
    return {
      cells: progressOf(report.sections, filled).sections.reduce((n, s) => n + s.asked, 0),
      words: sections.filter((s) => s.words).length,
    };
  }, [report, filled]);
  const cells = asked.cells - asked.words;
  return (
    <nav className="rail" aria-label={t('review.rail')}>
      {difference && (
        <>
          <fieldset className="mode">
            <legend>{t('review.looking')}</legend>
            <label>
              <input
                type="radio"
                name="mode"
                checked={mode === 'changed'}
                onChange={() => onMode('changed')}
              />
              <span>
                {t('review.onlyChanges')}
                <b className="num">{difference.cells.length + difference.words.length}</b>
              </span>
            </label>
            <label>
              <input type="radio" name="mode" checked={mode === 'all'} onChange={() => onMode('all')} />
              <span>
                {t('review.whole')}
                <b className="num">{t('review.cells', { n: Math.max(0, cells) })}</b>
              </span>
            </label>
          </fieldset>
          <Against
            difference={difference}
            report={report}
            asked={{ cells: Math.max(0, cells), words: asked.words }}
          />
        </>
      )}
      <Checked report={report} filled={filled} />
      {mode === 'all' && (
        <details className="toc">
          <summary>{t('review.contents')}</summary>
          <ol>
            {report.sections.map((s) => (
              <li key={s.id} className={s.depth > 0 ? 'in' : undefined}>
                <a href={`#muc-${s.id}`}>{sectionName(report.sections, s.id)}</a>
              </li>
            ))}
          </ol>
        </details>
      )}
    </nav>
  );
};
