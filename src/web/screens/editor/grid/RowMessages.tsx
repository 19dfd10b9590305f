import { shortDay } from '../../../../core/kernel/wording.ts';
import type { CellAnswer } from '../../../../core/report/answers.ts';
import { type Gap, keyOfGap } from '../../../../core/report/gaps.ts';
import type { Row } from '../../../../core/template/template.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { drop, keepMine } from '../../../outbox/outbox.ts';
import { clockText } from '../../../texts/format.ts';
import { refusalText } from '../../../texts/refusals.ts';
import { t } from '../../../texts/text.ts';
import { contradictionText } from '../contradiction-text.ts';
import { cellKey, type Desk, rowKey } from '../desk/desk.ts';
import { useSignal } from '../desk/signals.ts';
import { Reason } from '../parts/Reason.tsx';
import { previousName } from '../previous-text.ts';
import { cellText, columnName } from './cell-text.ts';
import { findingText } from './finding-text.ts';
import type { Shape } from './shape.ts';

/** Small figures may be those of last year's same period; column 6 follows from the period that ended before. */
const followed = (desk: Desk): string | undefined => {
  const follows = desk.report.get().previous?.follows;
  return (
    follows &&
    t('editor.followsFrom', {
      period: previousName(follows),
      from: shortDay(follows.window.from),
      to: shortDay(follows.window.to),
    })
  );
};

const FindingLine = ({ desk, shape, gap }: { desk: Desk; shape: Shape; gap: Gap }) => {
  const { finding, contradiction } = gap;
  const words = finding
    ? findingText(shape.form, finding, (r, c) => desk.valueIn(shape.form, r, c), followed(desk))
    : contradiction && { head: t('editor.contradictHead'), body: contradictionText(contradiction) };
  const key = keyOfGap(gap);
  if (!words || key === undefined) return null;
  const tone = gap.severity === 'must' ? 'err' : gap.overridden ? 'done' : 'warn';
  return (
    <p className={tone}>
      <Icon name={tone === 'err' ? 'circle-x' : tone === 'done' ? 'message-square' : 'equal-not'} />
      <span>
        <b>{words.head}</b> {words.body}{' '}
        {gap.severity === 'reason' && (
          <Reason key={gap.overridden ?? ''} desk={desk} check={key} given={gap.overridden} />
        )}
      </span>
    </p>
  );
};

const ConflictLine = ({
  desk,
  shape,
  row,
  column,
}: {
  desk: Desk;
  shape: Shape;
  row: Row;
  column: string;
}) => {
  const entry = desk.entryAt(cellKey(shape.form.id, row.id, column));
  if (entry?.what !== 'cell') return null;
  const name = columnName(shape.form.columns.find((c) => c.id === column));
  if (entry.status.kind === 'refused')
    return (
      <p className="err">
        <Icon name="cloud-off" />
        <span>
          <b>{t('editor.refusedAt', { column: name })}</b>{' '}
          {refusalText(entry.status.code, entry.status.details)}{' '}
          <button type="button" className="lnk" onClick={() => void drop([entry.id])}>
            {t('editor.dropValue')}
          </button>
        </span>
      </p>
    );
  if (entry.status.kind !== 'conflict') return null;
  const theirs = entry.status.theirs as CellAnswer;
  return (
    <p className="err two">
      <Icon name="users" />
      <span>
        <b>{t('editor.conflictAt', { column: name })}</b>{' '}
        {t('editor.conflictValues', {
          mine: cellText(entry.cell) || t('editor.blank'),
          theirs: cellText(theirs.cell) || t('editor.blank'),
          by: theirs.by,
          time: clockText(theirs.at),
        })}
      </span>
      <Btn small onClick={() => keepMine(entry.id)}>
        {t('editor.keepMine')}
      </Btn>
      <Btn
        small
        onClick={() => {
          desk.takeTheirs(theirs);
          void drop([entry.id]);
        }}
      >
        {t('editor.takeTheirs')}
      </Btn>
    </p>
  );
};

/** What is wrong with a row, beside it and in words; empty when nothing is. */
export const RowMessages = ({
  desk,
  shape,
  row,
  span,
  onNil,
}: {
  desk: Desk;
  shape: Shape;
  row: Row;
  span: number;
  onNil: (row: string) => void;
}) => {
  useSignal(desk, rowKey(shape.form.id, row.id));
  const gaps = desk.gapsOfRow(shape.form.id, row.id);
  const troubled = shape.form.columns.filter((c) => {
    const kind = desk.entryAt(cellKey(shape.form.id, row.id, c.id))?.status.kind;
    return kind === 'conflict' || kind === 'refused';
  });
  if (gaps.length === 0 && troubled.length === 0) return null;
  const blanks = desk.blanksOfRow(shape.form.id, row.id);
  return (
    <tr className="msg">
      <td colSpan={span} id={`m-${shape.form.id}-${row.id}`}>
        {troubled.map((c) => (
          <ConflictLine key={c.id} desk={desk} shape={shape} row={row} column={c.id} />
        ))}
        {gaps.map((gap) => (
          <FindingLine key={keyOfGap(gap)} desk={desk} shape={shape} gap={gap} />
        ))}
        {blanks > 0 && desk.isOpen() && (
          <p className="blanks">
            <span>
              {t('editor.otherBlanks', { n: blanks })}{' '}
              <button type="button" className="lnk" onClick={() => onNil(row.id)}>
                {t('editor.nilBlanks')}
              </button>
            </span>
          </p>
        )}
      </td>
    </tr>
  );
};
