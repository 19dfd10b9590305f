import { useState } from 'react';
import { type ArchiveAnswer, nextOfArchive } from '../../../../core/documents/archive.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { moment } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';

const EVERY_MS = 2_000;
const MEGA = 1_000_000;

const stateWords = (one: ArchiveAnswer): string => {
  const far = { done: one.done, total: one.total };
  switch (one.state) {
    case 'waiting':
      return t('exports.archiveWaiting');
    case 'working':
      return t('exports.archiveWorking', far);
    case 'cancelled':
      return t('exports.archiveCancelled', far);
    case 'failed':
      return t('exports.archiveFailed', far);
    case 'done':
      return t('exports.archiveDone', {
        total: one.total,
        size: (one.bytes / MEGA).toFixed(1).replace('.', ','),
      });
  }
};

const Line = ({ one, onDone }: { one: ArchiveAnswer; onDone: () => void }) => {
  const act = useAction((verb: 'cancel' | 'resume', key) =>
    api.post(`/api/archives/${one.id}/${verb}`, undefined, { key }),
  );
  const run = async (verb: 'cancel' | 'resume'): Promise<void> => {
    await act.run(verb);
    onDone();
  };
  const under = one.state === 'waiting' || one.state === 'working';
  return (
    <li>
      <div>
        <b>{one.format === 'pdf' ? 'PDF' : 'Word'}</b>{' '}
        <span className="s13 sec">{moment(one.createdAt)}</span>
        <p className="s13" role={under ? 'status' : undefined}>
          {stateWords(one)}
        </p>
        {under && <progress max={one.total} value={one.done} aria-label={t('exports.archiveProgress')} />}
        {one.failed.length > 0 && (
          <p className="s13 t-err">{t('exports.archiveLeftOut', { units: one.failed.join(', ') })}</p>
        )}
        <FailureNote failure={act.failure} />
      </div>
      <div className="acts">
        {one.state === 'done' && (
          <Btn small icon="download" href={`/api/archives/${one.id}/archive.zip`} download>
            {t('exports.archiveGet')}
          </Btn>
        )}
        {nextOfArchive[one.state].map((verb) => (
          <Btn key={verb} small busy={act.busy} onClick={() => void run(verb)}>
            {t(verb === 'cancel' ? 'exports.archiveCancel' : 'exports.archiveResume')}
          </Btn>
        ))}
      </div>
    </li>
  );
};

/** All sent reports as one file, made beside other work: how far it is, stop, go on, download. */
export const Archive = ({ campaignId }: { campaignId: string }) => {
  const path = `/api/campaigns/${campaignId}/archives`;
  const [watch, setWatch] = useState(false);
  const archives = useResource<ArchiveAnswer[]>(path, watch ? { every: EVERY_MS } : {});
  const ask = useAction((input: { format: 'pdf' | 'docx' }, key) => api.post(path, input, { key }));
  const list = archives.data ?? [];
  const under = list.some((one) => one.state === 'waiting' || one.state === 'working');
  if (under !== watch) setWatch(under);
  const start = async (format: 'pdf' | 'docx'): Promise<void> => {
    await ask.run({ format });
    archives.reload();
  };
  if (archives.state === 'forbidden') return null;
  return (
    <Sheet
      title={t('exports.archive')}
      note={t('exports.archiveNote')}
      actions={
        <>
          <Btn small icon="download" busy={ask.busy} onClick={() => void start('pdf')}>
            {t('exports.archivePdf')}
          </Btn>
          <Btn small kind="quiet" icon="download" busy={ask.busy} onClick={() => void start('docx')}>
            {t('exports.archiveWord')}
          </Btn>
        </>
      }
    >
      <FailureNote failure={ask.failure} />
      {list.length > 0 && (
        <ul className="lines archives">
          {list.map((one) => (
            <Line key={one.id} one={one} onDone={archives.reload} />
          ))}
        </ul>
      )}
    </Sheet>
  );
};
