import { useState } from 'react';
import { shortDay } from '../../../../core/kernel/wording.ts';
import type { TasksAnswer } from '../../../../core/tasks/answers.ts';
import { useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { Table } from '../../../kit/Table.tsx';
import { t } from '../../../texts/text.ts';
import { ImportTasks } from './ImportTasks.tsx';

/** A9: work that the authority has given, which units answer in part III, and the way to give more of it. */
export const TasksSheet = ({ campaignId }: { campaignId: string }) => {
  const tasks = useResource<TasksAnswer>(`/api/campaigns/${campaignId}/tasks`);
  const [open, setOpen] = useState(false);
  const count = tasks.data?.tasks.length;
  return (
    <Sheet
      title={t('requests.tasks')}
      {...(count === undefined ? {} : { count })}
      actions={
        <Btn small icon="file-spreadsheet" onClick={() => setOpen(true)}>
          {t('requests.importTasks')}
        </Btn>
      }
    >
      <View of={tasks}>
        {({ tasks: all }) =>
          all.length === 0 ? (
            <p className="s13 sec sums">{t('requests.noTasks')}</p>
          ) : (
            <details className="tasks">
              <summary>{t('requests.seeTasks', { n: all.length })}</summary>
              <Table caption={t('requests.tasks')} className="edge fold">
                <thead>
                  <tr>
                    <th>{t('requests.task')}</th>
                    <th>{t('requests.taskDue')}</th>
                    <th className="r">{t('requests.taskReported')}</th>
                  </tr>
                </thead>
                <tbody>
                  {all.map((task) => (
                    <tr key={task.id}>
                      <th scope="row">
                        {task.content}
                        <span className="sub">{task.document}</span>
                      </th>
                      <td className="num" data-l={t('requests.taskDue')}>
                        {task.due ? shortDay(task.due) : t('requests.noDue')}
                      </td>
                      <td className="r num" data-l={t('requests.taskReported')}>
                        {task.reported}/{task.units}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </Table>
            </details>
          )
        }
      </View>
      {open && (
        <ImportTasks campaignId={campaignId} onClose={() => setOpen(false)} onDone={() => tasks.reload()} />
      )}
    </Sheet>
  );
};
