import { useEffect, useRef, useState } from 'react';
import type { EvidenceAnswer, UploadAnswer } from '../../../core/evidence/answers.ts';
import { api } from '../../http/api.ts';
import type { Failure } from '../../http/failure.ts';
import { useAction } from '../../http/useAction.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Btn } from '../../kit/Btn.tsx';
import { FilePick } from '../../kit/FilePick.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { t } from '../../texts/text.ts';
import { DetailFields, NO_DETAILS } from './DetailFields.tsx';
import { type Sending, sendFile } from './sendFile.ts';

type Added = { readonly document: EvidenceAnswer; readonly stood: boolean };

/** Chooses a file, sends it while its details are typed, and keeps it as a document. */
export const AddDocument = ({
  unitId,
  onAdded,
  onKeep,
}: {
  unitId: string;
  onAdded: (document: EvidenceAnswer) => void;
  /** Where there is a place for it, a file without network is kept on this machine and sent later. */
  onKeep?: (file: File, details: typeof NO_DETAILS) => Promise<void>;
}) => {
  const chosen = useRef<File | undefined>(undefined);
  const [full, setFull] = useState(false);
  const stop = useRef<AbortController | undefined>(undefined);
  const [name, setName] = useState('');
  const [sending, setSending] = useState<Sending | undefined>(undefined);
  const [upload, setUpload] = useState<UploadAnswer | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [details, setDetails] = useState(NO_DETAILS);
  const [stood, setStood] = useState<EvidenceAnswer | undefined>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const keep = useAction((input: { uploadId: string; details: typeof details }, key) =>
    api.post<Added>(`/api/evidence/uploads/${input.uploadId}/finish`, input.details, { key }),
  );
  const choose = async (file: File): Promise<void> => {
    stop.current?.abort();
    const mine = new AbortController();
    stop.current = mine;
    setName(file.name);
    chosen.current = file;
    setUpload(undefined);
    setFailure(undefined);
    setSending({ percent: 0, waits: false });
    const answer = await sendFile(
      file,
      unitId,
      (now) => !mine.signal.aborted && setSending(now),
      mine.signal,
    );
    if (mine.signal.aborted) return;
    setSending(undefined);
    if (answer.ok) setUpload(answer.data);
    else setFailure(answer.failure);
  };
  const save = async (): Promise<void> => {
    if (!upload) return;
    const answer = await keep.run({ uploadId: upload.id, details });
    if (!answer.ok) return;
    if (answer.data.stood) setStood(answer.data.document);
    onAdded(answer.data.document);
  };
  const keepHere = async (): Promise<void> => {
    if (!chosen.current || !onKeep) return;
    try {
      await onKeep(chosen.current, details);
      stop.current?.abort();
    } catch {
      setFull(true);
    }
  };
  const reason = sending
    ? t('evidence.saveFirst')
    : !upload
      ? t('evidence.chooseFirst')
      : details.abstract.trim() === ''
        ? t('evidence.abstractFirst')
        : undefined;
  return (
    <div className="ev-add-form">
      <div className="acts">
        <FilePick accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx" onFiles={([file]) => void choose(file)}>
          {t('evidence.choose')}
        </FilePick>
        <span className="sec s13">{t('evidence.chooseNote')}</span>
      </div>
      {name && (
        <p>
          <b>{name}</b>{' '}
          <span role="status">
            {sending && !sending.waits && t('evidence.sending', { percent: sending.percent })}
            {upload && t('evidence.sent')}
          </span>
        </p>
      )}
      {sending && (
        <progress max={100} value={sending.percent} aria-label={t('evidence.sendingFile')}>
          {sending.percent}%
        </progress>
      )}
      {sending?.waits && <Banner tone="warn">{t('evidence.waits', { percent: sending.percent })}</Banner>}
      <FailureNote failure={failure ?? keep.failure} />
      <DetailFields details={details} onDetails={setDetails} />
      {stood && <p role="status">{t('evidence.stood', { abstract: stood.abstract })}</p>}
      {full && <Banner tone="err">{t('evidence.keepFull')}</Banner>}
      {sending?.waits && onKeep && (
        <Btn
          reason={details.abstract.trim() === '' ? t('evidence.abstractFirst') : undefined}
          onClick={() => void keepHere()}
        >
          {t('evidence.keepHere')}
        </Btn>
      )}
      <Btn kind="main" busy={keep.busy} reason={reason} onClick={() => void save()}>
        {t('evidence.save')}
      </Btn>
    </div>
  );
};
