import { useId, useRef, useState } from 'react';
import type { ReportAnswer } from '../../../../core/report/answers.ts';
import type { FormPreview, FormTaken } from '../../../../core/report/excel/answers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { Banner } from '../../../kit/Banner.tsx';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { t } from '../../../texts/text.ts';
import type { Desk } from '../desk/desk.ts';
import { addressOfReport } from '../parts/Foot.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { foundWords, takenCells } from './preview-words.ts';

/** C9: the form out, the filled form back, every cell shown before it is stored by the ordinary way. */
const ExcelDialog = ({ desk, onClose }: { desk: Desk; onClose: () => void }) => {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [preview, setPreview] = useState<FormPreview | undefined>(undefined);
  const [done, setDone] = useState<FormTaken | undefined>(undefined);
  const address = addressOfReport(desk);
  const { waiting } = desk.counts.use();
  const read = useAction(({ file }: { file: File; stamp: string }, key) => {
    const form = new FormData();
    form.set('file', file);
    return api.post<FormPreview>(`${address}/form/preview`, form, { key });
  });
  const take = useAction((from: FormPreview, key) =>
    api.post<FormTaken>(`${address}/form`, { cells: takenCells(from), file: from.file }, { key }),
  );
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setPreview(undefined);
    setDone(undefined);
    // A file says nothing of itself in JSON: its name, size and time tell one try from another.
    const answer = await read.run({ file, stamp: `${file.name} ${file.size} ${file.lastModified}` });
    if (answer.ok) setPreview(answer.data);
  };
  const confirm = async (): Promise<void> => {
    if (!preview) return;
    const answer = await take.run(preview);
    if (!answer.ok) return;
    const now = await api.get<ReportAnswer>(address);
    if (now.ok) desk.take(now.data);
    setPreview(undefined);
    setDone(answer.data);
  };
  const taken = preview ? takenCells(preview).length : 0;
  return (
    <Dialog
      open
      wide
      title={t('excel.title')}
      onClose={onClose}
      actions={
        <>
          <Btn onClick={onClose}>{done ? t('common.close') : t('common.cancel')}</Btn>
          {preview && taken > 0 && (
            <Btn kind="main" busy={take.busy} onClick={() => void confirm()}>
              {t('excel.take', { n: taken })}
            </Btn>
          )}
        </>
      }
    >
      <p>{t('excel.text')}</p>
      {waiting > 0 && <Banner tone="warn">{t('excel.waiting', { n: waiting })}</Banner>}
      <div className="acts">
        <Btn icon="download" href={`${address}/form.xlsx`}>
          {t('excel.download')}
        </Btn>
        <Btn icon="download" href={`${address}/form.csv`}>
          {t('excel.downloadCsv')}
        </Btn>
        <Btn
          kind={preview ? 'plain' : 'main'}
          icon="file-up"
          busy={read.busy}
          onClick={() => input.current?.click()}
        >
          {t('excel.choose')}
        </Btn>
        <label className="vh" htmlFor={id}>
          {t('excel.choose')}
        </label>
        <input
          ref={input}
          id={id}
          className="vh"
          type="file"
          accept=".xlsx,.csv"
          tabIndex={-1}
          onChange={(event) => {
            void choose(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      <FailureNote failure={read.failure ?? take.failure} />
      <div role="status">
        {done && (
          <p className="t-ok">
            {done.conflicts > 0
              ? t('excel.takenConflicts', { n: done.taken, conflicts: done.conflicts })
              : t('excel.taken', { n: done.taken })}
          </p>
        )}
        {preview && (
          <p>
            <b>{preview.file.name}</b>: {foundWords(preview)}{' '}
            {taken > 0 &&
              t('excel.missing', { n: preview.missing.after.must, before: preview.missing.before.must })}
          </p>
        )}
      </div>
      {preview && <PreviewTable preview={preview} />}
    </Dialog>
  );
};

export default ExcelDialog;
