import { useId, useRef, useState } from 'react';
import type { TasksAnswer, TasksPreview } from '../../../../core/tasks/answers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { t } from '../../../texts/text.ts';
import { AcceptedTasks, RefusedTasks } from './TaskRows.tsx';

/** A form, a dry run, and only then "Nhập": nothing is stored before. */
export const ImportTasks = ({
  campaignId,
  onClose,
  onDone,
}: {
  campaignId: string;
  onClose: () => void;
  onDone: () => void;
}) => {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [preview, setPreview] = useState<TasksPreview | undefined>(undefined);
  const url = `/api/campaigns/${campaignId}/tasks`;
  const read = useAction(({ file }: { file: File; stamp: string }, key) => {
    const form = new FormData();
    form.set('file', file);
    return api.post<TasksPreview>(`${url}/preview`, form, { key });
  });
  const give = useAction((tasks: readonly unknown[], key) => api.post<TasksAnswer>(url, { tasks }, { key }));
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setPreview(undefined);
    // A file says nothing of itself in JSON: its name, size and time tell one try from another.
    const answer = await read.run({ file, stamp: `${file.name} ${file.size} ${file.lastModified}` });
    if (answer.ok) setPreview(answer.data);
  };
  const changing = preview?.accepted.filter((task) => task.standing !== 'same') ?? [];
  const confirm = async (): Promise<void> => {
    const answer = await give.run(
      changing.map(({ content, document, due, unitIds }) => ({ content, document, due, unitIds })),
    );
    if (!answer.ok) return;
    onDone();
    onClose();
  };
  return (
    <Dialog
      open
      wide
      title={t('requests.importTasks')}
      onClose={onClose}
      actions={
        <>
          <Btn onClick={onClose}>{t('requests.leave')}</Btn>
          {preview && (
            <Btn
              kind="main"
              busy={give.busy}
              reason={changing.length === 0 ? t('requests.nothingNew') : undefined}
              onClick={() => void confirm()}
            >
              {t('requests.giveTasks', { n: changing.length })}
            </Btn>
          )}
        </>
      }
    >
      <p>{t('requests.importText')}</p>
      <div className="acts">
        <Btn icon="download" href={`${url}/form.xlsx`} download>
          {t('requests.tasksForm')}
        </Btn>
        <Btn
          kind={preview ? 'plain' : 'main'}
          icon="file-up"
          busy={read.busy}
          onClick={() => input.current?.click()}
        >
          {t('requests.chooseTasks')}
        </Btn>
        <label className="vh" htmlFor={id}>
          {t('requests.chooseTasks')}
        </label>
        <input
          ref={input}
          id={id}
          className="vh"
          type="file"
          accept=".xlsx"
          tabIndex={-1}
          onChange={(event) => {
            void choose(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      <FailureNote failure={read.failure ?? give.failure} />
      {preview && (
        <>
          <p role="status">
            <b>{preview.fileName}</b>{' '}
            {t('requests.tasksRead', {
              accepted: preview.accepted.length,
              refused: new Set(preview.refused.map((p) => `${p.sheet} ${p.row}`)).size,
            })}
          </p>
          <RefusedTasks refused={preview.refused} />
          <AcceptedTasks accepted={preview.accepted} />
        </>
      )}
    </Dialog>
  );
};
