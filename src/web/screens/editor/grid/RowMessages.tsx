import { useState } from 'react';
import type { CellAnswer, ReportAnswer } from '../../../../core/report/answers.ts';
import type { Gap } from '../../../../core/report/gaps.ts';
import type { Row } from '../../../../core/template/template.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Field } from '../../../kit/Field.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { drop, flush, keepMine } from '../../../outbox/outbox.ts';
import { clockText } from '../../../texts/format.ts';
import { refusalText } from '../../../texts/refusals.ts';
import { t } from '../../../texts/text.ts';
import { cellKey, type Desk, rowKey } from '../desk/desk.ts';
import { useSignal } from '../desk/signals.ts';
import { cellText, columnName } from './cell-text.ts';
import { findingText } from './finding-text.ts';
import type { Shape } from './shape.ts';

/** Why a warning is right as it stands; who receives the report reads it (scenario C5). */
const Reason = ({ desk, check, given }: { desk: Desk; check: string; given: string | undefined }) => {
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState(given ?? '');
  const save = useAction(async (reason: string, key) => {
    // The server explains what it has: what still waits here goes first.
    await flush(desk.owner);
    const { campaignId, unitId } = desk.owner;
    return api.post<ReportAnswer>(`/api/reports/${campaignId}/${unitId}/reasons`, { check, reason }, { key });
  });
  const give = async (): Promise<void> => {
    const answer = await save.run(words.trim());
    if (!answer.ok) return;
    desk.take(answer.data);
    desk.check();
    setOpen(false);
  };
  if (!desk.isOpen()) return given ? <em>{t('editor.reasonGiven', { reason: given })}</em> : null;
  if (!open)
    return (
      <>
        {given && <em>{t('editor.reasonGiven', { reason: given })} </em>}
        <button type="button" className="lnk" onClick={() => setOpen(true)}>
          {given ? t('editor.editReason') : t('editor.giveReason')}
        </button>
      </>
    );
  return (
    <span className="reason">
      <Field label={t('editor.reasonLabel')}>
        {(control) => (
          <textarea
            {...control}
            className="inp"
            rows={2}
            defaultValue={words}
            onInput={(e) => setWords(e.currentTarget.value)}
          />
        )}
      </Field>
      <FailureNote failure={save.failure} />
      <span className="acts">
        <Btn small busy={save.busy} onClick={() => void give()}>
          {t('common.save')}
        </Btn>
        <Btn small kind="quiet" onClick={() => setOpen(false)}>
          {t('common.cancel')}
        </Btn>
      </span>
    </span>
  );
};

const FindingLine = ({ desk, shape, gap }: { desk: Desk; shape: Shape; gap: Gap }) => {
  if (!gap.finding) return null;
  const words = findingText(shape.form, gap.finding, (r, c) => desk.valueIn(shape.form, r, c));
  const tone = gap.severity === 'must' ? 'err' : gap.overridden ? 'done' : 'warn';
  return (
    <p className={tone}>
      <Icon name={tone === 'err' ? 'circle-x' : tone === 'done' ? 'message-square' : 'equal-not'} />
      <span>
        <b>{words.head}</b> {words.body}{' '}
        {gap.severity === 'reason' && (
          <Reason key={gap.overridden ?? ''} desk={desk} check={gap.finding.key} given={gap.overridden} />
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
          <FindingLine key={gap.finding?.key} desk={desk} shape={shape} gap={gap} />
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
