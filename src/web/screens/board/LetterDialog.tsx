import { useEffect, useState } from 'react';
import type { DocumentTree } from '../../../core/documents/tree.ts';
import { api } from '../../http/api.ts';
import type { Failure } from '../../http/failure.ts';
import { saveFile } from '../../http/saveFile.ts';
import { useAction } from '../../http/useAction.ts';
import { reloadAll } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { FailureNote, Loading } from '../../kit/places.tsx';
import { TreePaper } from '../../kit/TreePaper.tsx';
import { t } from '../../texts/text.ts';

/** The draft of a công văn that reminds the units on the list: to read, then as Word or PDF. Nothing is sent. */
const LetterDialog = ({
  campaignId,
  unitIds,
  onClose,
}: {
  campaignId: string;
  unitIds: readonly string[];
  onClose: () => void;
}) => {
  const path = `/api/campaigns/${campaignId}/reminder-letter`;
  const [tree, setTree] = useState<DocumentTree | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const save = useAction((format: 'docx' | 'pdf') => saveFile(`${path}.${format}`, { unitIds }));
  const draft = useAction((chosen: readonly string[], key) =>
    api.post<{ id: string }>('/api/documents', { purpose: 'reminder', campaignId, unitIds: chosen }, { key }),
  );
  const [drafted, setDrafted] = useState(false);
  const keep = async (): Promise<void> => {
    const answer = await draft.run(asked);
    if (!answer.ok) return;
    setDrafted(true);
    reloadAll('/api/registry');
  };
  // The list as it was when the letter was asked for: rows that change meanwhile do not rewrite it.
  const [asked] = useState(unitIds);
  useEffect(() => {
    let gone = false;
    void api.post<DocumentTree>(path, { unitIds: asked }).then((answer) => {
      if (gone) return;
      if (answer.ok) setTree(answer.data);
      else setFailure(answer.failure);
    });
    return () => {
      gone = true;
    };
  }, [path, asked]);
  return (
    <Dialog
      open
      wide
      title={t('watch.letter')}
      onClose={onClose}
      actions={
        <>
          {drafted ? (
            <Btn kind="main" href="/van-thu/so">
              {t('watch.letterBook')}
            </Btn>
          ) : (
            <Btn kind="main" icon="stamp" busy={draft.busy} onClick={() => void keep()}>
              {t('watch.letterDraft')}
            </Btn>
          )}
          <Btn icon="download" busy={save.busy} onClick={() => void save.run('docx')}>
            {t('watch.letterWord')}
          </Btn>
          <Btn icon="printer" busy={save.busy} onClick={() => void save.run('pdf')}>
            {t('watch.letterPdf')}
          </Btn>
          <Btn onClick={onClose}>{t('common.close')}</Btn>
        </>
      }
    >
      <p className="sec s13">{t('watch.letterNote')}</p>
      <p role="status" className="s13">
        {drafted && t('watch.letterDrafted')}
      </p>
      <FailureNote failure={failure ?? save.failure ?? draft.failure} />
      {!tree && !failure && <Loading lines={6} />}
      {tree && <TreePaper tree={tree} label={t('watch.letter')} />}
    </Dialog>
  );
};

export default LetterDialog;
