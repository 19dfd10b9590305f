import { useState } from 'react';
import { withoutMarks } from '../../../../core/kernel/search.ts';
import type { MaterialPreview } from '../../../../core/scoring/readMaterial.ts';
import type { RoundAnswer } from '../../../../core/scoring/roundAnswers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { useFileReading } from '../../../http/useFileReading.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { Field, TextField } from '../../../kit/Field.tsx';
import { FilePick } from '../../../kit/FilePick.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { t } from '../../../texts/text.ts';
import { Refused } from '../Refused.tsx';

type Act = { answer: RoundAnswer; onClose: () => void; onDone: (answer: RoundAnswer) => void };

const plain = (text: string): string => withoutMarks(text).replace(/\s+/g, ' ').trim();

/** Survey results and figures that the office knows: from a file with every error by its cell, or pasted. */
export const SurveyDialog = ({ answer, onClose, onDone }: Act) => {
  const path = `/api/rounds/${answer.round.id}/survey`;
  const [typed, setTyped] = useState('');
  const [source, setSource] = useState('');
  const keep = useAction((body: unknown, key) => api.post<RoundAnswer>(path, body, { key }));
  const read = useFileReading<MaterialPreview>(`${path}/preview`);
  const file = read.preview;
  const units = new Map(answer.units.map((u) => [plain(u.name), u.unitId]));
  const codes = new Set(answer.survey.criteria.map((c) => c.code));
  const lines = typed.split('\n').filter((line) => line.trim() !== '');
  const pasted = lines.map((line) => {
    const [name = '', code = '', value = ''] = line.split(/\t|;/).map((cell) => cell.trim());
    const unitId = units.get(plain(name));
    return unitId && codes.has(code) && value !== ''
      ? { unitId, criterion: code, answer: value.replace('%', '') }
      : undefined;
  });
  const unread = lines.filter((_, i) => pasted[i] === undefined);
  const results = [
    ...pasted.filter((r) => r !== undefined),
    ...(file?.values ?? [])
      .filter((v) => v.field === null)
      .map(({ unitId, criterion, value }) => ({ unitId, criterion, answer: value })),
  ];
  const figures = (file?.values ?? []).flatMap(({ unitId, criterion, field, value }) =>
    field === null ? [] : [{ unitId, criterion, field, value }],
  );
  const context = Object.fromEntries((file?.context ?? []).map((c) => [c.name, c.value]));
  const n = results.length + figures.length + Object.keys(context).length;
  const confirm = async (): Promise<void> => {
    const done = await keep.run({ source, results, figures, context });
    if (done.ok) onDone(done.data);
  };
  return (
    <Dialog
      open
      wide
      title={t('scoring.surveyEnter')}
      onClose={onClose}
      actions={
        <>
          <Btn onClick={onClose}>{t('scoring.leave')}</Btn>
          <Btn
            kind="main"
            busy={keep.busy}
            reason={n === 0 ? t('scoring.surveyText') : undefined}
            onClick={() => void confirm()}
          >
            {t('scoring.surveyKeep', { n })}
          </Btn>
        </>
      }
    >
      <p>{t('scoring.materialText')}</p>
      <div className="acts">
        <Btn icon="download" href={`${path}/form.xlsx`} download>
          {t('scoring.form')}
        </Btn>
        <FilePick accept=".xlsx" busy={read.busy} onFiles={([chosen]) => void read.choose(chosen)}>
          {t('scoring.choose')}
        </FilePick>
      </div>
      <FailureNote failure={read.failure} />
      {file && (
        <>
          <p role="status">
            <b>{file.fileName}</b>{' '}
            {t('scoring.materialRead', {
              survey: file.values.filter((v) => v.field === null).length,
              figures: figures.length,
              context: file.context.length,
              refused: file.refused.length,
            })}
          </p>
          <Refused refused={file.refused} />
        </>
      )}
      <p className="s13 sec">{t('scoring.surveyText')}</p>
      <p className="s13 sec">{answer.survey.criteria.map((c) => `${c.code}: ${c.name}`).join('; ')}</p>
      <Field
        label={t('scoring.surveyRows')}
        error={
          unread.length > 0 ? t('scoring.surveyUnread', { lines: unread.slice(0, 3).join(' | ') }) : undefined
        }
      >
        {(control) => (
          <textarea
            {...control}
            className="inp"
            rows={4}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      <TextField label={t('scoring.surveySource')} value={source} onText={setSource} />
      <FailureNote failure={keep.failure} />
    </Dialog>
  );
};
