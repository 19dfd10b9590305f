import { Link } from 'wouter';
import type { BackupsAnswer } from '../../../core/audit/backups.ts';
import type { JobsAnswer } from '../../../core/jobs/answers.ts';
import type { OutgoingMailAnswer } from '../../../core/notifications/answers.ts';
import { useSession } from '../../http/session.ts';
import { useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Icon } from '../../kit/Icon.tsx';
import type { IconName } from '../../kit/icons.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { t } from '../../texts/text.ts';
import { ClockWarning } from '../admin/ClockWarning.tsx';

type Trouble = {
  readonly icon: IconName;
  readonly path: string;
  readonly title: string;
  readonly text: string;
};

/** What the administrator must mend: letters given up (F2), jobs that fail, backups that are missing. */
const troubleOf = (
  mail: OutgoingMailAnswer | undefined,
  jobs: JobsAnswer | undefined,
  backups: BackupsAnswer | undefined,
  office: boolean,
): readonly Trouble[] => {
  const failing = (jobs?.jobs ?? []).filter((job) => job.state === 'failing').length;
  const found: (Trouble | false)[] = [
    (mail?.counts.dead ?? 0) > 0 && {
      icon: 'triangle-alert',
      path: '/quan-tri/thu',
      title: t('home.adminDead', { n: mail?.counts.dead ?? 0 }),
      text: t('home.adminDeadText'),
    },
    failing > 0 && {
      icon: 'triangle-alert',
      path: '/quan-tri/viec-ngam',
      title: t('home.adminFailing', { n: failing }),
      text: t('home.adminFailingText'),
    },
    // A demonstration needs no backup until somebody has planned one.
    backups !== undefined &&
      (backups.state === 'old' || (backups.state === 'never' && office)) && {
        icon: 'triangle-alert',
        path: '/quan-tri/sao-luu',
        title: t(backups.state === 'old' ? 'admin.backupOld' : 'admin.backupNever'),
        text: t('home.adminBackupText'),
      },
  ];
  return found.filter((one): one is Trouble => one !== false);
};

const AdminPart = () => {
  const { installation } = useSession();
  const mail = useResource<OutgoingMailAnswer>('/api/outgoing-mail', { every: 60_000 });
  const jobs = useResource<JobsAnswer>('/api/jobs', { every: 60_000 });
  const backups = useResource<BackupsAnswer>('/api/backups');
  const troubles = troubleOf(mail.data, jobs.data, backups.data, installation.mode === 'office');
  const known = mail.data && jobs.data && backups.data;
  return (
    <Sheet title={t('home.admin')} count={troubles.length || undefined}>
      <ClockWarning />
      <ul className="rows">
        {troubles.map(({ icon, path, title, text }) => (
          <li key={path}>
            <span className="t-err">
              <Icon name={icon} large />
            </span>
            <div>
              <Link href={path}>{title}</Link>
              <p>{text}</p>
            </div>
            <Btn small href={path} aria-label={t('home.adminSee', { what: title })}>
              {t('home.adminLook')}
            </Btn>
          </li>
        ))}
        {known && troubles.length === 0 && (
          <li>
            <span className="t-ok">
              <Icon name="circle-check" large />
            </span>
            <div>
              <p>{t('home.adminFine')}</p>
            </div>
          </li>
        )}
        <li>
          <Icon name="settings" large />
          <div>
            <Link href="/quan-tri">{t('home.adminUnits')}</Link>
            <p>{t('home.adminUnitsText')}</p>
          </div>
          <Btn small href="/quan-tri">
            {t('home.adminOpen')}
          </Btn>
        </li>
      </ul>
    </Sheet>
  );
};

export default AdminPart;
