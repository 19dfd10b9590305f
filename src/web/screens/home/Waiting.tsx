import { Link } from 'wouter';
import type { ReportAnswer, WorkAnswer } from '../../../core/report/answers.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { reloadAll } from '../../http/useResource.ts';
import { FailureNote } from '../../kit/places.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { followed } from '../review/ReviewFoot.tsx';
import { reportPath } from './PrepareCard.tsx';

type Own = WorkAnswer['own'][number];

const Line = ({ own }: { own: Own }) => {
  const { row, campaign } = own;
  const withdraw = useAction((path: string, key) => api.post<ReportAnswer>(path, undefined, { key }));
  const run = async (): Promise<void> => {
    const answer = await withdraw.run(`/api/reports/${campaign.id}/${row.unitId}/withdraw`);
    if (!answer.ok) return;
    reloadAll('/api/reports/');
    followed();
  };
  const words =
    row.state === 'awaiting-signature'
      ? t('home.waitsSigner', { name: row.holder?.name ?? '' })
      : t(row.holder ? 'home.waitsReceiving' : 'home.waitsReceiver', {
          at: row.submittedAt === null ? '' : moment(row.submittedAt, true),
        });
  return (
    <li>
      <StateChip state={row.state} />
      <p className="tt">
        <Link href={reportPath(campaign.id, row.unitId)}>{campaign.title}</Link>
      </p>
      <p>
        {words}{' '}
        {row.may.includes('withdraw') && (
          <button
            type="button"
            className="lnk"
            aria-busy={withdraw.busy || undefined}
            onClick={() => void run()}
          >
            {t('home.withdraw')}
          </button>
        )}
      </p>
      <FailureNote failure={withdraw.failure} />
    </li>
  );
};

/** Own reports that somebody else holds; a sent one can be taken back until receiving begins (scenario E3). */
export const Waiting = ({ own }: { own: readonly Own[] }) => {
  const shown = own.filter(
    ({ row }) =>
      (row.state === 'awaiting-signature' && !row.may.includes('sign')) || row.state === 'submitted',
  );
  if (shown.length === 0) return null;
  return (
    <section className="sheet">
      <div className="pad">
        <h2>{t('home.waitsOthers')}</h2>
        <ul className="msgs">
          {shown.map((o) => (
            <Line key={`${o.campaign.id}/${o.row.unitId}`} own={o} />
          ))}
        </ul>
      </div>
    </section>
  );
};
