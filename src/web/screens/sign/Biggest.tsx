import { formatAmount } from '../../../core/kernel/amount.ts';
import { shortDay } from '../../../core/kernel/wording.ts';
import { biggestChanges } from '../../../core/report/biggestChanges.ts';
import { fullNumber, workSections } from '../../../core/template/outlineOrder.ts';
import type { Column, Row } from '../../../core/template/template.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { t } from '../../texts/text.ts';
import type { Desk } from '../editor/desk/desk.ts';
import { columnName, isPercentCell, valueText } from '../editor/grid/cell-text.ts';

const MOST = 5;

/** 'Đất đai, tiếp nhận: trực tuyến' or, of the total, 'Tiếp nhận: trực tuyến'. */
const nameOf = (row: Row | undefined, column: Column): string => {
  const name = [column.group, column.number ? column.title : columnName(column)]
    .filter(Boolean)
    .map((part, at) => (at === 0 ? part : part?.toLowerCase()))
    .join(': ');
  return row && row.id !== 'total' ? `${row.title}, ${name.toLowerCase()}` : name;
};

/** The five figures that moved most since the period before, with both values: what a leader asks about first. */
export const Biggest = ({ desk }: { desk: Desk }) => {
  const { sections, previous } = desk.report.use();
  const work = workSections(sections);
  if (!previous) return null;
  const changes = biggestChanges(work, desk.valueIn, desk.previousIn, MOST);
  return (
    <Sheet title={t('sign.biggest')}>
      <p className="pad s13 sec">
        {t('sign.against', {
          title: previous.title,
          from: shortDay(previous.window.from),
          to: shortDay(previous.window.to),
        })}
        {changes.length === 0 && ` ${t('sign.nothingMoved')}`}
      </p>
      {changes.length > 0 && (
        <dl className="sums moved">
          {changes.map((change) => {
            const section = work.find((s) => s.id === change.sectionId);
            const form = section?.forms.find((f) => f.id === change.formId);
            if (!section || !form) return null;
            const row = form.rows.find((r) => r.id === change.rowId);
            const column = form.columns.find((c) => c.id === change.columnId);
            const many = form.columns.filter((c) => c.kind === 'figure').length > 1;
            const percent = isPercentCell(form, change.rowId, change.columnId);
            const up = !change.difference.startsWith('-');
            return (
              <div key={`${form.id} ${change.rowId} ${change.columnId}`}>
                <dt>
                  <span className="mut num">{fullNumber(sections, section)}</span>{' '}
                  {many && column ? nameOf(row, column) : row?.title}
                </dt>
                <dd className="num">
                  {valueText(change.before, percent)} → <b>{valueText(change.after, percent)}</b>{' '}
                  <span className="nw">
                    ({up ? '+' : '−'}
                    {formatAmount(change.difference.replace('-', ''), percent ? 2 : undefined)})
                  </span>
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </Sheet>
  );
};

/** Words that are last period's: a copied sentence is signed knowingly or not at all (C6). */
export const Copied = ({ desk }: { desk: Desk }) => {
  const gaps = desk.gaps.use();
  const { sections } = desk.report.use();
  const copied = gaps.filter((g) => g.code === 'gap.copied');
  if (copied.length === 0) return null;
  return (
    <Sheet title={t('sign.copied')} count={copied.length}>
      <ul className="lines">
        {copied.map((gap) => {
          const section = sections.find((s) => s.id === gap.sectionId);
          return (
            <li key={gap.sectionId}>
              <b>{section && fullNumber(sections, section)}</b> {section?.title}{' '}
              <span className="t-warn s13 nw">{t('sign.copiedPercent', { n: gap.percent ?? 100 })}</span>
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
};
