import type { RichDoc } from '../../../core/kernel/richText.ts';
import { type Gap, keyOfGap } from '../../../core/report/gaps.ts';
import type { UnitSection } from '../../../core/template/outline.ts';
import { fullNumber, workSections } from '../../../core/template/outlineOrder.ts';
import { Icon } from '../../kit/Icon.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { RichView } from '../../richtext/RichView.tsx';
import { t } from '../../texts/text.ts';
import type { Desk } from '../editor/desk/desk.ts';
import { gapLine } from '../editor/gap-text.ts';
import { isPercentCell, valueText } from '../editor/grid/cell-text.ts';

/** The sums of each form with totals, and the percentages that follow from them: what a leader looks at first. */
export const Totals = ({ desk }: { desk: Desk }) => {
  const { sections } = desk.report.use();
  const forms = workSections(sections).flatMap((section) =>
    section.forms.filter((f) => f.totalRow).map((form) => ({ form, number: fullNumber(sections, section) })),
  );
  const computed = workSections(sections).flatMap((section) =>
    section.forms
      .filter((f) => !f.totalRow)
      .flatMap((form) =>
        form.rows
          .filter((r) => r.formula)
          .map((row) => ({ form, row, number: fullNumber(sections, section) })),
      ),
  );
  return (
    <Sheet title={t('sign.totals')}>
      <dl className="sums">
        {forms.flatMap(({ form, number }) =>
          form.columns
            .filter((c) => c.kind === 'figure' && (c.formula || !form.columns.some((x) => x.formula)))
            .map((column) => (
              <div key={`${form.id}/${column.id}`}>
                <dt>
                  <span className="mut num">{number}</span>{' '}
                  {column.formula && 'sum' in column.formula
                    ? `${column.group ?? ''} ${column.title.toLowerCase()}`.trim()
                    : column.title}
                </dt>
                <dd className="num b">
                  {valueText(
                    desk.valueIn(form, 'total', column.id),
                    isPercentCell(form, 'total', column.id),
                  ) || '–'}
                </dd>
              </div>
            )),
        )}
        {computed.map(({ form, row, number }) => {
          const column = form.columns.find((c) => c.kind === 'figure');
          return (
            <div key={`${form.id}/${row.id}`}>
              <dt>
                <span className="mut num">{number}</span> {row.title}
              </dt>
              <dd className="num b">
                {(column &&
                  valueText(desk.valueIn(form, row.id, column.id), isPercentCell(form, row.id, column.id))) ||
                  '–'}
              </dd>
            </div>
          );
        })}
      </dl>
    </Sheet>
  );
};

/** Words that are last period's have a place of their own (Copied). */
const warningsIn = (gaps: readonly Gap[]) =>
  gaps.filter((g) => g.severity !== 'must' && g.code !== 'gap.copied');
const openIn = (gaps: readonly Gap[]) => gaps.filter((g) => g.severity === 'must');

/** What was explained and what is open; where there is nothing, Clear says so in one line. */
export const Warnings = ({ desk }: { desk: Desk }) => {
  const gaps = desk.gaps.use();
  desk.report.use();
  const [warnings, open] = [warningsIn(gaps), openIn(gaps)];
  return (
    <>
      {warnings.length > 0 && (
        <Sheet title={t('sign.warnings')} count={warnings.length}>
          <ul className="lines">
            {warnings.map((gap) => {
              const line = gapLine(desk, gap);
              return (
                <li key={keyOfGap(gap) ?? `${gap.code}/${gap.sectionId}`}>
                  <b>{line.where}</b> {line.what}
                  {keyOfGap(gap) && (
                    <p className={gap.overridden ? 'sec s13' : 't-warn s13'}>
                      {gap.overridden
                        ? t('editor.reasonGiven', { reason: gap.overridden })
                        : t('sign.noReason')}
                    </p>
                  )}
                </li>
              );
            })}
          </ul>
        </Sheet>
      )}
      {open.length > 0 && (
        <Sheet title={t('sign.blanks')} count={open.length}>
          <ul className="lines">
            {open.slice(0, 30).map((gap) => {
              const line = gapLine(desk, gap);
              return (
                <li key={`${gap.sectionId}${gap.formId}${gap.rowId}${gap.finding?.key ?? ''}`}>
                  <b>{line.where}</b> {line.what}
                </li>
              );
            })}
          </ul>
        </Sheet>
      )}
    </>
  );
};

const nilLines = (desk: Desk, sections: readonly UnitSection[]) =>
  workSections(sections).flatMap((section) => {
    const nilWords = desk.wordsAt(section.id)?.kind === 'nil';
    const cells = section.forms.reduce(
      (n, form) =>
        n +
        form.rows.reduce(
          (m, row) =>
            m + form.columns.filter((c) => desk.cellAt(form.id, row.id, c.id).kind === 'nil').length,
          0,
        ),
      0,
    );
    return nilWords || cells > 0 ? [{ section, nilWords, cells }] : [];
  });

/** Nil is said, never passed over: sections and the number of cells. */
export const Nils = ({ desk }: { desk: Desk }) => {
  const { sections } = desk.report.use();
  const lines = nilLines(desk, sections);
  if (lines.length === 0) return null;
  return (
    <Sheet title={t('sign.nils')} count={lines.length}>
      <ul className="lines">
        {lines.map(({ section, nilWords, cells }) => (
          <li key={section.id}>
            <b>{fullNumber(sections, section)}</b> {section.title} {nilWords && <StateChip state="nil" />}{' '}
            {cells > 0 && <span className="sec s13">{t('sign.nilCells', { n: cells })}</span>}
          </li>
        ))}
      </ul>
    </Sheet>
  );
};

/** What was looked for and is not there, a line each: a leader at a telephone scrolls past no empty box. */
export const Clear = ({ desk }: { desk: Desk }) => {
  const gaps = desk.gaps.use();
  const { sections, previous } = desk.report.use();
  const clear = [
    warningsIn(gaps).length === 0 && t('sign.warningsNone'),
    openIn(gaps).length === 0 && t('sign.blanksNone'),
    previous && !gaps.some((g) => g.code === 'gap.copied') && t('sign.copiedNone'),
    nilLines(desk, sections).length === 0 && t('sign.nilsNone'),
  ].filter((line): line is string => typeof line === 'string');
  return (
    <ul className="clear s13">
      {clear.map((line) => (
        <li key={line}>
          <Icon name="check" /> <span>{line}</span>
        </li>
      ))}
      {!previous && (
        <li className="sec">
          <Icon name="info" /> <span>{t('sign.noPrevious')}</span>
        </li>
      )}
    </ul>
  );
};

export const AllWords = ({ desk }: { desk: Desk }) => {
  const { sections } = desk.report.use();
  return (
    <Sheet title={t('sign.words')}>
      {workSections(sections)
        .filter((s) => s.words)
        .map((section) => {
          const words = desk.wordsAt(section.id);
          return (
            <details key={section.id} className="part">
              <summary>
                <span className="num mut">{fullNumber(sections, section)}</span> {section.title}
              </summary>
              {words?.kind === 'nil' ? (
                <p className="pad">
                  <StateChip state="nil" />
                </p>
              ) : words?.doc ? (
                <RichView doc={words.doc as RichDoc} />
              ) : (
                <p className="pad sec">{t('editor.noWords')}</p>
              )}
            </details>
          );
        })}
    </Sheet>
  );
};
