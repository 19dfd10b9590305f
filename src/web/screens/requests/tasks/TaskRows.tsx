import { shortDay } from '../../../../core/kernel/wording.ts';
import type { TasksPreview } from '../../../../core/tasks/answers.ts';
import type { TaskStanding } from '../../../../core/tasks/give.ts';
import { Table } from '../../../kit/Table.tsx';
import { refusalText } from '../../../texts/refusals.ts';
import { t } from '../../../texts/text.ts';

const NAMES = 3;

const standingWords = (standing: TaskStanding): string => {
  switch (standing) {
    case 'new':
      return t('requests.taskNew');
    case 'more':
      return t('requests.taskMore');
    case 'due':
      return t('requests.taskMoved');
    case 'same':
      return t('requests.taskSame');
  }
};

/** Rows that cannot be taken: where, and what to do. */
export const RefusedTasks = ({ refused }: Pick<TasksPreview, 'refused'>) =>
  refused.length === 0 ? null : (
    <section>
      <h3>{t('requests.tasksRefused')}</h3>
      <Table caption={t('requests.tasksRefused')} className="fold">
        <thead>
          <tr>
            <th>{t('requests.sheetName')}</th>
            <th>{t('requests.row')}</th>
            <th>{t('requests.cell')}</th>
            <th>{t('requests.why')}</th>
          </tr>
        </thead>
        <tbody>
          {refused.map((problem) => (
            <tr key={`${problem.sheet} ${problem.row} ${problem.cell} ${problem.code}`}>
              <td data-l={t('requests.sheetName')}>{problem.sheet}</td>
              <td className="num" data-l={t('requests.row')}>
                {problem.row ?? '–'}
              </td>
              <td className="num" data-l={t('requests.cell')}>
                {problem.cell ?? '–'}
              </td>
              <td data-l={t('requests.why')}>{refusalText(problem.code, problem.details)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );

export const AcceptedTasks = ({ accepted }: Pick<TasksPreview, 'accepted'>) =>
  accepted.length === 0 ? null : (
    <section>
      <h3>{t('requests.tasksAccepted')}</h3>
      <Table caption={t('requests.tasksAccepted')} className="fold">
        <thead>
          <tr>
            <th>{t('requests.task')}</th>
            <th>{t('requests.taskDue')}</th>
            <th>{t('requests.taskUnits')}</th>
            <th>{t('requests.taskStanding')}</th>
          </tr>
        </thead>
        <tbody>
          {accepted.map((task) => (
            <tr key={`${task.sheet} ${task.row}`}>
              <th scope="row">
                {task.content}
                <span className="sub">{task.document}</span>
              </th>
              <td className="num" data-l={t('requests.taskDue')}>
                {task.due ? shortDay(task.due) : t('requests.noDue')}
              </td>
              <td data-l={t('requests.taskUnits')}>
                {task.unitNames.slice(0, NAMES).join(', ')}
                {task.unitNames.length > NAMES &&
                  ` ${t('requests.andMore', { n: task.unitNames.length - NAMES })}`}
                {task.partnerNames.length > 0 && (
                  <span className="sub">
                    {t('scoring.taskPartners', { units: task.partnerNames.join(', ') })}
                  </span>
                )}
              </td>
              <td data-l={t('requests.taskStanding')}>{standingWords(task.standing)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
