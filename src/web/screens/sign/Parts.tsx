import type { RichDoc } from '../../../core/kernel/richText.ts';
import { keyOfGap } from '../../../core/report/gaps.ts';
import { fullNumber, workSections } from '../../../core/template/outlineOrder.ts';
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

export const Warnings = ({ desk }: { desk: Desk }) => {
  const gaps = desk.gaps.use();
  desk.report.use();
  // Words that are last period's have a place of their own.
  const warnings = gaps.filter((g) => g.severity !== 'must' && g.code !== 'gap.copied');
  const open = gaps.filter((g) => g.severity === 'must');
  return (
    <>
      <Sheet title={t('sign.warnings')} count={warnings.length}>
        {warnings.length === 0 ? (
          <p className="pad sec">{t('sign.warningsNone')}</p>
        ) : (
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
        )}
      </Sheet>
      <Sheet title={t('sign.blanks')} count={open.length}>
        {open.length === 0 ? (
          <p className="pad sec">{t('sign.blanksNone')}</p>
        ) : (
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
        )}
      </Sheet>
    </>
  );
};

/** Nil is said, never passed over: sections and the number of cells. */
export const Nils = ({ desk }: { desk: Desk }) => {
  const { sections } = desk.report.use();
  const lines = workSections(sections).flatMap((section) => {
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
  return (
    <Sheet title={t('sign.nils')} count={lines.length}>
      {lines.length === 0 ? (
        <p className="pad sec">{t('sign.nilsNone')}</p>
      ) : (
        <ul className="lines">
          {lines.map(({ section, nilWords, cells }) => (
            <li key={section.id}>
              <b>{fullNumber(sections, section)}</b> {section.title} {nilWords && <StateChip state="nil" />}{' '}
              {cells > 0 && <span className="sec s13">{t('sign.nilCells', { n: cells })}</span>}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
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
