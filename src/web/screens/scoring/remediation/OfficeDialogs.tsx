import { useState } from 'react';
import { formatAmount, multiply } from '../../../../core/kernel/amount.ts';
import type { PublishedPreview, RemediationAnswer } from '../../../../core/scoring/remediationAnswers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { useFileReading } from '../../../http/useFileReading.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { CheckField, TextField } from '../../../kit/Field.tsx';
import { FilePick } from '../../../kit/FilePick.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { t } from '../../../texts/text.ts';
import { Refused } from '../Refused.tsx';

type Act = {
  answer: RemediationAnswer;
  onClose: () => void;
  onPut: (answer: RemediationAnswer) => void;
};

export const ThresholdDialog = ({ answer, onClose, onPut }: Act) => {
  const [share, setShare] = useState(formatAmount(multiply(answer.share, '100')));
  const set = useAction((body: unknown, key) =>
    api.post<RemediationAnswer>('/api/remediation/threshold', body, { key }),
  );
  const confirm = async (): Promise<void> => {
    const typed = share.trim().replace('%', '').replace(',', '.');
    const done = await set.run({
      year: answer.year,
      share: /^\d+(\.\d+)?$/.test(typed) ? multiply(typed, '0.01') : '0',
    });
    if (done.ok) onPut(done.data);
  };
  return (
    <Dialog
      open
      title={t('scoring.threshold')}
      onClose={onClose}
      actions={
        <>
          <Btn onClick={onClose}>{t('scoring.close')}</Btn>
          <Btn kind="main" busy={set.busy} onClick={() => void confirm()}>
            {t('scoring.thresholdSet')}
          </Btn>
        </>
      }
    >
      <p>{t('scoring.thresholdText', { suggested: formatAmount(multiply(answer.suggested, '100')) })}</p>
      <TextField label={t('scoring.thresholdShare')} value={share} figures onText={setShare} />
      <FailureNote failure={set.failure} />
    </Dialog>
  );
};

/** I9: results of a year that was scored elsewhere, by the decision that published them. */
export const ResultsDialog = ({ answer, onClose, onPut }: Act) => {
  const [year, setYear] = useState(String(answer.year));
  const [document, setDocument] = useState('');
  const [hasSurvey, setSurvey] = useState(false);
  const read = useFileReading<PublishedPreview>('/api/published-results/preview');
  const { preview } = read;
  const keep = useAction((body: unknown, key) =>
    api.post<RemediationAnswer>('/api/published-results', body, { key }),
  );
  const confirm = async (): Promise<void> => {
    if (!preview) return;
    const done = await keep.run({
      year: Number(year),
      document,
      hasSurvey,
      marks: preview.marks,
      totals: preview.totals,
    });
    if (done.ok) onPut(done.data);
  };
  return (
    <Dialog
      open
      wide
      title={t('scoring.importResults')}
      onClose={onClose}
      actions={
        <>
          <Btn onClick={onClose}>{t('scoring.close')}</Btn>
          {preview && (
            <Btn kind="main" busy={keep.busy} onClick={() => void confirm()}>
              {t('scoring.resultsKeep')}
            </Btn>
          )}
        </>
      }
    >
      <p>{t('scoring.importResultsText')}</p>
      <div className="acts">
        <Btn icon="download" href="/api/published-results/form.xlsx" download>
          {t('scoring.form')}
        </Btn>
        <FilePick
          kind={preview ? 'plain' : 'main'}
          busy={read.busy}
          accept=".xlsx"
          onFiles={([file]) => void read.choose(file)}
        >
          {t('scoring.choose')}
        </FilePick>
      </div>
      <div className="pair">
        <TextField label={t('scoring.resultsYear')} value={year} figures onText={setYear} />
        <TextField
          label={t('scoring.resultsDocument')}
          hint={t('scoring.resultsDocumentHint')}
          value={document}
          onText={setDocument}
        />
      </div>
      <CheckField label={t('scoring.resultsSurvey')} checked={hasSurvey} onCheck={setSurvey} />
      <FailureNote failure={read.failure ?? keep.failure} />
      {preview && (
        <>
          <p role="status">
            <b>{preview.fileName}</b>{' '}
            {t('scoring.resultsRead', {
              marks: preview.marks.length,
              totals: preview.totals.length,
              refused: preview.refused.length,
            })}
          </p>
          <Refused refused={preview.refused} />
        </>
      )}
    </Dialog>
  );
};
