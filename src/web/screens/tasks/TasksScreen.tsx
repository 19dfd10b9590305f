import { useState } from 'react';
import { formatAmount } from '../../../core/kernel/amount.ts';
import { shortDay } from '../../../core/kernel/wording.ts';
import type { TaskLine, TaskListAnswer } from '../../../core/tasks/answers.ts';
import { TASK_STATUSES } from '../../../core/tasks/progress.ts';
import { shownTasks, TASK_SHOWS, type TaskShow } from '../../../core/tasks/shown.ts';
import { Page } from '../../frame/Page.tsx';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Field, SelectField, TextField } from '../../kit/Field.tsx';
import { Empty, FailureNote, View } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Mark } from '../../kit/StateChip.tsx';
import { Table } from '../../kit/Table.tsx';
import { moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { Takeaway } from '../scoring/Takeaway.tsx';
import { CiteDocument, Cited } from './CiteDocument.tsx';
import { UnitFilter } from './UnitFilter.tsx';
import '../scoring/scoring.css';

type Put = (answer: TaskListAnswer) => void;
const pathOf = (line: TaskLine): string => `/api/tasks/${line.taskId}/units/${line.unitId}`;

const ProgressDialog = ({ line, onClose, onPut }: { line: TaskLine; onClose: () => void; onPut: Put }) => {
  const [status, setStatus] = useState(line.status ?? '');
  const [progress, setProgress] = useState(line.progress?.replace('.', ',') ?? '');
  const [result, setResult] = useState(line.result);
  const [owner, setOwner] = useState(line.owner);
  const save = useAction((body: unknown, key) =>
    api.post<TaskListAnswer>(`${pathOf(line)}/progress`, body, { key }),
  );
  const confirm = async (): Promise<void> => {
    const done = await save.run({
      version: line.version,
      status: status === '' ? null : status,
      progress: progress.trim() === '' ? null : progress.trim().replace(',', '.'),
      result,
      owner,
    });
    if (!done.ok) return;
    onPut(done.data);
    onClose();
  };
  return (
    <Dialog
      open
      wide
      title={line.content}
      onClose={onClose}
      actions={
        <>
          <Btn onClick={onClose}>{t('scoring.close')}</Btn>
          <Btn kind="main" busy={save.busy} onClick={() => void confirm()}>
            {t('scoring.taskSave')}
          </Btn>
        </>
      }
    >
      <p className="s13 sec">
        {line.document}. {t('scoring.taskSame')}
      </p>
      <div className="pair">
        <SelectField label={t('scoring.taskStatus')} value={status} onText={setStatus}>
          <option value="">{t('scoring.taskUnreported')}</option>
          {TASK_STATUSES.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </SelectField>
        <TextField label={t('scoring.taskProgress')} value={progress} figures onText={setProgress} />
      </div>
      <TextField label={t('scoring.taskOwner')} value={owner} onText={setOwner} />
      <Field label={t('scoring.taskResult')}>
        {(control) => (
          <textarea
            {...control}
            className="inp"
            rows={3}
            value={result}
            onInput={(event) => setResult(event.currentTarget.value)}
          />
        )}
      </Field>
      <CiteDocument<TaskListAnswer>
        unitId={line.unitId}
        path={`${pathOf(line)}/evidence`}
        cited={line.evidence}
        onAnswer={onPut}
      />
      <FailureNote failure={save.failure} />
    </Dialog>
  );
};

const Row = ({ line, isOffice, onOpen }: { line: TaskLine; isOffice: boolean; onOpen: () => void }) => (
  <tr>
    <th scope="row">
      {line.content}
      <span className="sub">{line.document}</span>
      {line.partners.length > 0 && (
        <span className="sub">{t('scoring.taskPartners', { units: line.partners.join(', ') })}</span>
      )}
    </th>
    {isOffice && <td data-l={t('scoring.taskUnit')}>{line.unitName}</td>}
    <td data-l={t('scoring.taskOwner')}>{line.owner || '–'}</td>
    <td className="num" data-l={t('scoring.taskDue')}>
      {line.due ? shortDay(line.due) : t('scoring.taskNoDue')}{' '}
      {line.overdue && <Mark code="late">{t('scoring.taskOverdue')}</Mark>}
    </td>
    <td data-l={t('scoring.taskStatus')}>{line.status ?? t('scoring.taskUnreported')}</td>
    <td className="r num" data-l={t('scoring.taskProgress')}>
      {line.progress === null ? '–' : formatAmount(line.progress)}
    </td>
    <td data-l={t('scoring.taskResult')} className="s13">
      {line.result}
      {line.changedBy && line.changedAt !== null && (
        <span className="sub">
          {t('scoring.taskBy', { name: line.changedBy, at: moment(line.changedAt) })}
        </span>
      )}
      <Cited cited={line.evidence} />
    </td>
    <td className="ac">
      {line.may.includes('progress') && (
        <Btn small aria-label={`${t('scoring.taskChange')}: ${line.content}`} onClick={onOpen}>
          {t('scoring.taskChange')}
        </Btn>
      )}
    </td>
  </tr>
);

const FILTERS = { all: 'scoring.taskAll', open: 'scoring.taskOpenOnly', late: 'scoring.taskLate' } as const;
/** Rows at once: the tasks of a country are tens of thousands. */
const SLICE = 500;
type Chosen = { readonly unit: string; readonly show: TaskShow };

/** The same part of the list for a file. */
const queryOf = ({ unit, show }: Chosen): string => {
  const query = new URLSearchParams({ ...(unit ? { unit } : {}), ...(show === 'all' ? {} : { show }) });
  return query.size > 0 ? `?${query}` : '';
};

const Rows = ({
  answer,
  filter,
  onFilter,
  onPut,
}: {
  answer: TaskListAnswer;
  filter: Chosen;
  onFilter: (filter: Chosen) => void;
  onPut: Put;
}) => {
  const [open, setOpen] = useState<string | null>(null);
  const key = (line: TaskLine): string => `${line.taskId} ${line.unitId}`;
  const chosen = answer.lines.find((l) => key(l) === open);
  const shown = shownTasks(answer.lines, filter);
  const [most, setMost] = useState(SLICE);
  return (
    <>
      <div className="tools">
        <SelectField
          label={t('scoring.taskFilter')}
          value={filter.show}
          onText={(value) => onFilter({ ...filter, show: value as TaskShow })}
        >
          {TASK_SHOWS.map((one) => (
            <option key={one} value={one}>
              {t(FILTERS[one])}
            </option>
          ))}
        </SelectField>
        {answer.isOffice && (
          <UnitFilter
            lines={answer.lines}
            value={filter.unit}
            onText={(unit) => onFilter({ ...filter, unit })}
          />
        )}
      </div>
      <Sheet>
        {shown.length === 0 ? (
          <Empty icon="circle-check" title={t('scoring.taskNone')}>
            {t('scoring.taskNoneText')}
          </Empty>
        ) : (
          <Table caption={t('scoring.tasksTitle')} className="edge fold">
            <thead>
              <tr>
                <th>{t('scoring.task')}</th>
                {answer.isOffice && <th>{t('scoring.taskUnit')}</th>}
                <th>{t('scoring.taskOwner')}</th>
                <th>{t('scoring.taskDue')}</th>
                <th>{t('scoring.taskStatus')}</th>
                <th className="r">{t('scoring.taskProgress')}</th>
                <th>{t('scoring.taskResult')}</th>
                <th>
                  <span className="vh">{t('scoring.taskChange')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.slice(0, most).map((line) => (
                <Row
                  key={key(line)}
                  line={line}
                  isOffice={answer.isOffice}
                  onOpen={() => setOpen(key(line))}
                />
              ))}
            </tbody>
          </Table>
        )}
        {shown.length > most && (
          <Btn small kind="quiet" onClick={() => setMost(most + SLICE)}>
            {t('scoring.taskMore', { n: Math.min(SLICE, shown.length - most) })}
          </Btn>
        )}
      </Sheet>
      {chosen && (
        <ProgressDialog
          key={`${open} ${chosen.version}`}
          line={chosen}
          onClose={() => setOpen(null)}
          onPut={onPut}
        />
      )}
    </>
  );
};

/** I10: work given by the authority; what is told here stands in part III of the open report, and the other way. */
const TasksScreen = () => {
  const tasks = useResource<TaskListAnswer>('/api/tasks');
  const [filter, setFilter] = useState<Chosen>({ unit: '', show: 'all' });
  const put: Put = (answer) => void tasks.mutate(answer, { revalidate: false });
  return (
    <Page
      title={t('scoring.tasksTitle')}
      note={tasks.data && t('scoring.tasksNote', tasks.data.counts)}
      className="scor"
      actions={<Takeaway of="/api/tasks" query={queryOf(filter)} />}
    >
      <View of={tasks}>
        {(answer) => <Rows answer={answer} filter={filter} onFilter={setFilter} onPut={put} />}
      </View>
    </Page>
  );
};

export default TasksScreen;
