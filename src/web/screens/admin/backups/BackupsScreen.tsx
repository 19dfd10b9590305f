import type { BackupRun, BackupsAnswer } from '../../../../core/audit/backups.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { useResource } from '../../../http/useResource.ts';
import { Banner } from '../../../kit/Banner.tsx';
import { Btn } from '../../../kit/Btn.tsx';
import { Empty, FailureNote, View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { Table } from '../../../kit/Table.tsx';
import { clockText, moment, sizeText } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { AdminPage } from '../AdminPage.tsx';

const outcome = (run: BackupRun): string => {
  if (run.error !== null) return t('admin.backupFailed', { error: run.error });
  if (run.endedAt === null) return t('admin.backupRunning');
  return t('admin.backupMade', { at: clockText(run.endedAt, true) });
};

const Warning = ({ answer }: { answer: BackupsAnswer }) => {
  if (answer.state === 'never')
    return (
      <Banner tone="warn" title={t('admin.backupNever')}>
        {t('admin.backupNeverText')}
      </Banner>
    );
  if (answer.state === 'old')
    return (
      <Banner tone="warn" title={t('admin.backupOld')}>
        {t('admin.backupOldText', { moment: answer.lastAt === null ? '' : moment(answer.lastAt) })}
      </Banner>
    );
  return null;
};

const Runs = ({ runs }: { runs: readonly BackupRun[] }) =>
  runs.length === 0 ? (
    <Empty icon="history" title={t('admin.backupNone')} />
  ) : (
    <Table caption={t('admin.backupRuns')} className="edge fold">
      <thead>
        <tr>
          <th scope="col">{t('admin.backupDay')}</th>
          <th scope="col">{t('admin.backupBegan')}</th>
          <th scope="col">{t('admin.backupState')}</th>
          <th scope="col">{t('admin.backupFile')}</th>
          <th scope="col" className="nr">
            {t('admin.backupSize')}
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.day}>
            <th scope="row" className="nw">
              {shortDay(run.day)}
            </th>
            <td className="nw">{clockText(run.startedAt, true)}</td>
            <td className="wt">{outcome(run)}</td>
            <td className="wt s13">{run.file}</td>
            <td className="nr nw">{run.bytes === null ? '' : sizeText(run.bytes)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );

/** What would be left if the machine broke now (J4). */
const BackupsScreen = () => {
  const backups = useResource<BackupsAnswer>('/api/backups', { every: 10_000 });
  const begin = useAction((_: undefined, key) => api.post<BackupsAnswer>('/api/backups', undefined, { key }));
  const now = async (): Promise<void> => {
    if ((await begin.run(undefined)).ok) backups.reload();
  };
  const plan = backups.data?.plan;
  return (
    <AdminPage
      title={t('admin.backups')}
      note={plan ? t('admin.backupNote', { at: plan.at, keep: plan.keep, folder: plan.folder }) : undefined}
      actions={
        backups.data?.may.includes('make') && (
          <Btn kind="main" busy={begin.busy} onClick={() => void now()}>
            {t('admin.backupNow')}
          </Btn>
        )
      }
    >
      <View of={backups}>
        {(answer) => (
          <>
            <FailureNote failure={begin.failure} />
            {answer.plan === null && (
              <Banner tone="warn" title={t('admin.backupNotPlanned')}>
                {t('admin.backupNotPlannedText')}
              </Banner>
            )}
            <Warning answer={answer} />
            <Sheet
              title={t('admin.backupRuns')}
              note={
                answer.lastAt === null ? undefined : t('admin.backupLast', { moment: moment(answer.lastAt) })
              }
            >
              <Runs runs={answer.runs} />
            </Sheet>
          </>
        )}
      </View>
    </AdminPage>
  );
};

export default BackupsScreen;
