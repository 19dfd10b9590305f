import { useState } from 'react';
import type { CellHistory, ReportAnswer, SaveAnswer } from '../../../../core/report/answers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { Field } from '../../../kit/Field.tsx';
import { FailureNote, View } from '../../../kit/places.tsx';
import { Table } from '../../../kit/Table.tsx';
import { flush } from '../../../outbox/outbox.ts';
import { moment } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { cellKey, type Desk } from '../desk/desk.ts';
import { cellLabel, cellText } from './cell-text.ts';
import type { Shape } from './shape.ts';

/** A word about one figure, for who signs and receives; and what stood there before, who wrote it and when. */
export const AboutCell = ({
  desk,
  shape,
  place,
  onClose,
}: {
  desk: Desk;
  shape: Shape;
  place: { readonly row: string; readonly column: string };
  onClose: () => void;
}) => {
  const { campaignId, unitId } = desk.owner;
  const address = `/api/reports/${campaignId}/${unitId}`;
  const form = shape.form.id;
  const key = cellKey(form, place.row, place.column);
  const history = useResource<CellHistory>(
    `${address}/cells/${encodeURIComponent(form)}/${encodeURIComponent(place.row)}/${encodeURIComponent(place.column)}`,
  );
  const [note, setNote] = useState(desk.noteAt(key) ?? '');
  const save = useAction(async (words: string, idempotency) => {
    // The word belongs to the value as the server has it: what waits here goes first.
    await flush(desk.owner);
    const cell = desk.cellAt(form, place.row, place.column);
    const change = { form, ...place, cell, note: words, version: desk.versionAt(key) };
    return api.post<SaveAnswer>(`${address}/save`, { cells: [change] }, { key: idempotency });
  });
  const keep = async (): Promise<void> => {
    const answer = await save.run(note.trim());
    if (!answer.ok) return;
    const fresh = await api.get<ReportAnswer>(address);
    if (fresh.ok) desk.take(fresh.data);
    onClose();
  };
  const open = desk.isOpen();
  return (
    <Dialog
      open
      title={cellLabel(shape.form, place.row, place.column)}
      onClose={onClose}
      actions={
        <>
          {open && (
            <Btn kind="main" busy={save.busy} onClick={() => void keep()}>
              {t('editor.noteSave')}
            </Btn>
          )}
          <Btn onClick={onClose}>{t('common.close')}</Btn>
        </>
      }
    >
      <Field label={t('editor.noteLabel')}>
        {(control) => (
          <textarea
            {...control}
            className="inp"
            rows={2}
            maxLength={2000}
            readOnly={!open}
            defaultValue={note}
            onInput={(e) => setNote(e.currentTarget.value)}
          />
        )}
      </Field>
      <FailureNote failure={save.failure} />
      <View of={history}>
        {({ changes }) =>
          changes.length === 0 ? (
            <p className="sec s13">{t('editor.historyNone')}</p>
          ) : (
            <Table caption={t('editor.historyTitle')} showCaption>
              <thead>
                <tr>
                  <th scope="col">{t('editor.historyWhen')}</th>
                  <th scope="col">{t('editor.historyWho')}</th>
                  <th scope="col" className="r">
                    {t('editor.historyWhat')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {changes.map((c, n) => (
                  <tr key={n}>
                    <th scope="row">{moment(c.at, true)}</th>
                    <td data-l={t('editor.historyWho')}>{c.by ?? ''}</td>
                    <td className="r num" data-l={t('editor.historyWhat')}>
                      {cellText(c.cell) || t('editor.blank')}
                      {c.cell.kind === 'amount' && c.cell.estimate && ` (${t('editor.estimate')})`}
                      {c.note && <span className="s12 mut"> {c.note}</span>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          )
        }
      </View>
    </Dialog>
  );
};
