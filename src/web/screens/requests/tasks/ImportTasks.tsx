import type { TasksAnswer, TasksPreview } from '../../../../core/tasks/answers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { useFileReading } from '../../../http/useFileReading.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { FilePick } from '../../../kit/FilePick.tsx';
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
  const url = `/api/campaigns/${campaignId}/tasks`;
  const read = useFileReading<TasksPreview>(`${url}/preview`);
  const { preview } = read;
  const give = useAction((tasks: readonly unknown[], key) => api.post<TasksAnswer>(url, { tasks }, { key }));
  const changing = preview?.accepted.filter((task) => task.standing !== 'same') ?? [];
  const confirm = async (): Promise<void> => {
    const answer = await give.run(
      changing.map(({ content, document, due, unitIds, partnerIds = [] }) => ({
        content,
        document,
        due,
        unitIds,
        partnerIds,
      })),
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
        <FilePick
          kind={preview ? 'plain' : 'main'}
          busy={read.busy}
          accept=".xlsx"
          onFiles={([file]) => void read.choose(file)}
        >
          {t('requests.chooseTasks')}
        </FilePick>
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
