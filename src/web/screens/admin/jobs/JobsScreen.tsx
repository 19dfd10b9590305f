import type { JobLine, JobsAnswer } from '../../../../core/jobs/answers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { FailureNote, View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { Table } from '../../../kit/Table.tsx';
import type { PlainKey } from '../../../texts/dictionary.ts';
import { listText, moment } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { AdminPage } from '../AdminPage.tsx';

const NAMES: Readonly<Record<string, PlainKey>> = {
  reminders: 'watch.jobReminders',
  work: 'watch.jobWork',
  digest: 'watch.jobDigest',
  anchor: 'watch.jobAnchor',
  sweep: 'watch.jobSweep',
  uploads: 'watch.jobUploads',
  sessions: 'watch.jobSessions',
  letters: 'watch.jobLetters',
  scans: 'watch.jobScans',
  archives: 'watch.jobArchives',
  backups: 'watch.jobBackups',
};

const nameOf = (job: JobLine): string => {
  const key = NAMES[job.name];
  return key ? t(key) : job.name;
};

const stateText = (job: JobLine): string => {
  switch (job.state) {
    case 'running':
      return t('watch.jobRunning', { n: job.running });
    case 'failing':
      return t('watch.jobFailing', { n: job.failures });
    case 'waiting':
      return job.asked > 0 ? t('watch.jobAsked', { n: job.asked }) : t('watch.jobWaiting');
  }
};

const Line = ({ job, onAnswer }: { job: JobLine; onAnswer: (answer: JobsAnswer) => void }) => {
  const run = useAction((name: string, key) =>
    api.post<JobsAnswer>(`/api/jobs/${name}/run-now`, undefined, { key }),
  );
  const now = async (): Promise<void> => {
    const answer = await run.run(job.name);
    if (answer.ok) onAnswer(answer.data);
  };
  return (
    <tr>
      <th scope="row">{nameOf(job)}</th>
      <td className={job.state === 'failing' ? 't-err b' : undefined} data-l={t('watch.jobState')}>
        {stateText(job)}
      </td>
      <td className="num" data-l={t('watch.jobLast')}>
        {job.endedAt === null ? t('common.none') : moment(job.endedAt, true)}
      </td>
      <td className="r num" data-l={t('watch.jobDone')}>
        {job.done}
      </td>
      <td className="num" data-l={t('watch.jobNext')}>
        {job.nextAt === null ? t('watch.jobOnAsking') : moment(job.nextAt, true)}
      </td>
      <td className="wt" data-l={t('watch.jobError')}>
        {job.error}
      </td>
      <td className="ac">
        <FailureNote failure={run.failure} />
        {job.may.includes('run-now') && (
          <Btn
            small
            icon="rotate-ccw"
            busy={run.busy}
            aria-label={t('watch.jobRunOf', { name: nameOf(job) })}
            onClick={() => void now()}
          >
            {t('watch.jobRun')}
          </Btn>
        )}
      </td>
    </tr>
  );
};

/** What the program does by itself: when it ran, how it went, what it waits for. Letters have a page of their own. */
const JobsScreen = () => {
  const jobs = useResource<JobsAnswer>('/api/jobs', { every: 10_000 });
  return (
    <AdminPage title={t('watch.jobs')} note={t('watch.jobsNote')}>
      <View of={jobs}>
        {(answer) => (
          <Sheet
            title={t('watch.jobsList')}
            note={t('watch.jobProcesses', {
              n: answer.processes.length,
              list: listText(answer.processes.map((one) => `${one.host} (${one.pid})`)),
            })}
            count={answer.jobs.length}
            actions={
              <Btn small href="/quan-tri/thu">
                {t('admin.mail')}
              </Btn>
            }
          >
            <Table caption={t('watch.jobsList')} className="fold">
              <thead>
                <tr>
                  <th>{t('watch.jobName')}</th>
                  <th>{t('watch.jobState')}</th>
                  <th>{t('watch.jobLast')}</th>
                  <th className="r">{t('watch.jobDone')}</th>
                  <th>{t('watch.jobNext')}</th>
                  <th>{t('watch.jobError')}</th>
                  <th>
                    <span className="vh">{t('admin.actions')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {answer.jobs.map((job) => (
                  <Line
                    key={job.name}
                    job={job}
                    onAnswer={(next) => void jobs.mutate(next, { revalidate: false })}
                  />
                ))}
              </tbody>
            </Table>
          </Sheet>
        )}
      </View>
    </AdminPage>
  );
};

export default JobsScreen;
