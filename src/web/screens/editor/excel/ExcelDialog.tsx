import { useState } from 'react';
import type { ReportAnswer } from '../../../../core/report/answers.ts';
import type { FormPreview, FormTaken } from '../../../../core/report/excel/answers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { useFileReading } from '../../../http/useFileReading.ts';
import { Banner } from '../../../kit/Banner.tsx';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { FilePick } from '../../../kit/FilePick.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { t } from '../../../texts/text.ts';
import type { Desk } from '../desk/desk.ts';
import { addressOfReport } from '../parts/Foot.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { foundWords, takenCells } from './preview-words.ts';

/** C9: the form out, the filled form back, every cell shown before it is stored by the ordinary way. */
const ExcelDialog = ({ desk, onClose }: { desk: Desk; onClose: () => void }) => {
  const [done, setDone] = useState<FormTaken | undefined>(undefined);
  const address = addressOfReport(desk);
  const { waiting } = desk.counts.use();
  const read = useFileReading<FormPreview>(`${address}/form/preview`);
  const { preview } = read;
  const take = useAction((from: FormPreview, key) =>
    api.post<FormTaken>(`${address}/form`, { cells: takenCells(from), file: from.file }, { key }),
  );
  const confirm = async (): Promise<void> => {
    if (!preview) return;
    const answer = await take.run(preview);
    if (!answer.ok) return;
    const now = await api.get<ReportAnswer>(address);
    if (now.ok) desk.take(now.data);
    read.forget();
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
        <FilePick
          kind={preview ? 'plain' : 'main'}
          busy={read.busy}
          accept=".xlsx,.csv"
          onFiles={([file]) => {
            setDone(undefined);
            void read.choose(file);
          }}
        >
          {t('excel.choose')}
        </FilePick>
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
