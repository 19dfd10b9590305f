import { useState } from 'react';
import { useParams } from 'wouter';
import { Page } from '../../frame/Page.tsx';
import { Btn, IconBtn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { FilePick } from '../../kit/FilePick.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Table } from '../../kit/Table.tsx';
import { failureText } from '../../texts/refusals.ts';
import { t } from '../../texts/text.ts';
import { PreviewTable } from '../editor/excel/PreviewTable.tsx';
import { foundWords, takenCells } from '../editor/excel/preview-words.ts';
import { type OneFile, useFiles } from './useFiles.ts';

/** A file that may be taken now; two of one unit would overwrite each other. */
const readyOf = (files: readonly OneFile[]): readonly OneFile[] =>
  files.filter(
    ({ state }) => state.kind === 'read' && state.preview.by !== null && takenCells(state.preview).length > 0,
  );

const twiceIn = (files: readonly OneFile[], file: OneFile): boolean => {
  const unit = file.state.kind === 'read' ? file.state.preview.unitId : undefined;
  return (
    unit !== undefined &&
    files.some((f) => f.id !== file.id && f.state.kind === 'read' && f.state.preview.unitId === unit)
  );
};

const Result = ({ files, file }: { files: readonly OneFile[]; file: OneFile }) => {
  const { state } = file;
  switch (state.kind) {
    case 'waiting':
      return <span className="mut">{t('excel.manyWaits')}</span>;
    case 'reading':
      return <span className="mut">{t('excel.manyReading')}</span>;
    case 'refused':
      return <span className="t-err">{failureText(state.failure)}</span>;
    case 'taken':
      return (
        <span className="t-ok">
          {state.taken.conflicts > 0
            ? t('excel.takenConflicts', { n: state.taken.taken, conflicts: state.taken.conflicts })
            : t('excel.taken', { n: state.taken.taken })}
        </span>
      );
    case 'read':
      return (
        <>
          {foundWords(state.preview)}
          {state.preview.by === null && <span className="t-err"> {t('excel.manyClosed')}</span>}
          {twiceIn(files, file) && <span className="t-err"> {t('excel.manyTwice')}</span>}
          {state.failure && <span className="t-err"> {failureText(state.failure)}</span>}
        </>
      );
  }
};

/** Many units' forms at once, for the receiving office (C9). */
const BringInScreen = () => {
  const { campaignId = '' } = useParams<{ campaignId: string }>();
  const { files, busy, add, take, remove } = useFiles(campaignId);
  const [shown, setShown] = useState<number | undefined>(undefined);
  const ready = readyOf(files).filter((file) => !twiceIn(files, file));
  const read = files.filter((f) => f.state.kind !== 'waiting' && f.state.kind !== 'reading').length;
  const cells = ready.reduce(
    (n, { state }) => n + (state.kind === 'read' ? takenCells(state.preview).length : 0),
    0,
  );
  const open = files.find((f) => f.id === shown);
  const preview =
    open && (open.state.kind === 'read' || open.state.kind === 'taken') ? open.state.preview : undefined;
  return (
    <Page
      title={t('excel.manyTitle')}
      note={t('excel.manyNote')}
      actions={
        <Btn
          kind="main"
          busy={busy}
          reason={ready.length === 0 ? t('excel.manyNone') : undefined}
          onClick={() => void take(ready)}
        >
          {t('excel.manyConfirm', { cells, n: ready.length })}
        </Btn>
      }
    >
      <Sheet title={t('excel.manyFiles')} count={files.length} pad>
        <p>{t('excel.manyText')}</p>
        <div className="acts">
          <FilePick multiple accept=".xlsx,.csv" onFiles={(chosen) => void add(chosen)}>
            {t('excel.manyChoose')}
          </FilePick>
        </div>
        <p role="status">{files.length > 0 && t('excel.manyProgress', { n: read, all: files.length })}</p>
        {files.length > 0 && (
          <Table caption={t('excel.manyFiles')} className="fold">
            <thead>
              <tr>
                <th>{t('excel.manyFile')}</th>
                <th>{t('excel.manyUnit')}</th>
                <th>{t('excel.manyResult')}</th>
                <th>
                  <span className="vh">{t('excel.manyShow')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {files.map((file) => (
                <tr key={file.id}>
                  <th scope="row">{file.name}</th>
                  <td data-l={t('excel.manyUnit')}>
                    {file.state.kind === 'read' || file.state.kind === 'taken'
                      ? file.state.preview.unitName
                      : ''}
                  </td>
                  <td data-l={t('excel.manyResult')}>
                    <Result files={files} file={file} />
                  </td>
                  <td className="nw">
                    {(file.state.kind === 'read' || file.state.kind === 'taken') && (
                      <Btn small kind="quiet" onClick={() => setShown(file.id)}>
                        {t('excel.manyShow')}
                      </Btn>
                    )}
                    {file.state.kind !== 'reading' && file.state.kind !== 'taken' && (
                      <IconBtn
                        icon="x"
                        label={t('excel.manyRemove', { name: file.name })}
                        onClick={() => remove(file.id)}
                      />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </Sheet>
      {preview && (
        <Dialog
          open
          wide
          title={preview.unitName}
          onClose={() => setShown(undefined)}
          actions={<Btn onClick={() => setShown(undefined)}>{t('common.close')}</Btn>}
        >
          <p>{foundWords(preview)}</p>
          <PreviewTable preview={preview} />
        </Dialog>
      )}
    </Page>
  );
};

export default BringInScreen;
