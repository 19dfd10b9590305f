import { useState } from 'react';
import type { EvidenceAnswer } from '../../../core/evidence/answers.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { DetailFields } from './DetailFields.tsx';
import { Signatures } from './Signatures.tsx';
import { citedAs, scanWords } from './words.ts';

/** One document: what it is, what its signatures say, and its details to correct. */
export const DocumentDialog = ({
  document,
  onClose,
  onChanged,
}: {
  document: EvidenceAnswer;
  onClose: () => void;
  onChanged: () => void;
}) => {
  const { number, day, issuer, abstract, pages } = document;
  const [details, setDetails] = useState({ number, day, issuer, abstract, pages });
  const change = useAction((input: typeof details, key) =>
    api.put(`/api/evidence/${document.id}`, { ...input, version: document.version }, { key }),
  );
  const withdraw = useAction((_: object, key) => api.del(`/api/evidence/${document.id}`, undefined, { key }));
  const done = (answer: { ok: boolean }): void => {
    if (answer.ok) onChanged();
  };
  const mayChange = document.may.includes('change');
  return (
    <Dialog
      open
      wide
      title={document.abstract}
      onClose={onClose}
      actions={
        <>
          <Btn onClick={onClose}>{t('common.close')}</Btn>
          {mayChange && document.cited === 0 && (
            <Btn kind="danger" busy={withdraw.busy} onClick={() => void withdraw.run({}).then(done)}>
              {t('evidence.withdraw')}
            </Btn>
          )}
          {mayChange && (
            <Btn kind="main" busy={change.busy} onClick={() => void change.run(details).then(done)}>
              {t('evidence.change')}
            </Btn>
          )}
        </>
      }
    >
      <p>
        {citedAs(document)}
        {document.issuer && `, ${document.issuer}`} · {document.fileName}
        {document.pages !== null && ` · ${t('evidence.pagesOf', { n: document.pages })}`}
      </p>
      <p className="s13 sec">
        {t('evidence.kept', { who: document.by, moment: moment(document.at) })}
        {scanWords(document) && ` · ${scanWords(document)}`} ·{' '}
        <span className="num ev-hash">SHA-256 {document.hash}</span>
      </p>
      {document.mediaType === 'application/pdf' && (
        <section>
          <h2 className="s16">{t('evidence.signatures')}</h2>
          <Signatures signatures={document.signatures} />
        </section>
      )}
      <FailureNote failure={change.failure ?? withdraw.failure} />
      {mayChange && <DetailFields details={details} onDetails={setDetails} />}
    </Dialog>
  );
};
