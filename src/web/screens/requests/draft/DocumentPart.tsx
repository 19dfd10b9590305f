import { shortDay } from '../../../../core/kernel/wording.ts';
import { t } from '../../../texts/text.ts';
import { BasisRows } from './BasisRows.tsx';
import { CopiesEdit, PeriodEdit, SignerEdit } from './DocumentEdits.tsx';
import { PartSheet } from './PartSheet.tsx';
import type { PartProps } from './part-props.ts';
import { TextEdit } from './TextEdit.tsx';
import { ValueRow } from './ValueRow.tsx';
import { periodWords, signerWords } from './words.ts';

/** What the letter will carry besides its orders. Number and day are given by văn thư, never guessed. */
export const DocumentPart = (props: PartProps) => {
  const { campaign, request, letter, numbered, ends, gaps, edit } = props;
  const n = (key: string): number | undefined => numbered.numbers.get(key);
  const text = (
    key: 'subject' | 'symbol' | 'place',
    label: string,
    max: number,
    ask?: string,
    lines?: number,
  ) => (
    <ValueRow
      label={label}
      n={n(key)}
      ends={ends}
      missing={ask !== undefined && request[key] === null}
      note={request[key] === null ? ask : undefined}
      editor={
        edit &&
        ((close) => (
          <TextEdit
            label={label}
            value={request[key]}
            max={max}
            close={close}
            {...(lines ? { lines } : {})}
            onChange={(value) => edit.change((r) => ({ ...r, [key]: value }))}
          />
        ))
      }
    >
      {request[key] ?? t('requests.notYet')}
    </ValueRow>
  );
  const known = letter?.dateKnown;
  const knownDate =
    known?.month !== undefined && known.year !== undefined
      ? t('requests.dateKnown', { month: String(known.month).padStart(2, '0'), year: String(known.year) })
      : undefined;
  return (
    <PartSheet
      part="document"
      gaps={gaps}
      seen={request.seen.includes('document')}
      onSeen={edit?.seen('document')}
    >
      <dl className="fs">
        <ValueRow
          label={t('requests.number')}
          n={n('number')}
          ends={ends}
          missing={campaign.number === null}
          note={campaign.number === null ? t('requests.numberLater') : undefined}
        >
          {campaign.number === null ? (
            <span className="void">{t('requests.notYet')}</span>
          ) : (
            `${campaign.number}/${campaign.symbol ?? ''}`
          )}
        </ValueRow>
        <ValueRow
          label={t('requests.date')}
          n={n('date')}
          ends={ends}
          missing={campaign.documentDay === null}
          note={campaign.documentDay === null ? t('requests.dateLater') : undefined}
        >
          {campaign.documentDay ? (
            shortDay(campaign.documentDay)
          ) : (
            <>
              <span className="void">{t('requests.notYet')}</span> {knownDate}
            </>
          )}
        </ValueRow>
        {text('symbol', t('requests.symbol'), 40, t('requests.symbolAsk'))}
        {text('place', t('requests.place'), 100)}
        {text('subject', t('requests.subject'), 1000, t('requests.subjectAsk'), 3)}
        <ValueRow
          label={t('requests.period')}
          n={n('period')}
          ends={ends}
          missing={!request.period}
          note={request.period ? undefined : t('requests.periodAsk')}
          editor={
            edit &&
            ((close) => (
              <PeriodEdit
                value={request.period}
                close={close}
                onChange={(period) => edit.change((r) => ({ ...r, period }))}
              />
            ))
          }
        >
          {request.period ? periodWords(request.period) : t('requests.notYet')}
        </ValueRow>
        <ValueRow
          label={t('requests.signer')}
          n={n('signer')}
          ends={ends}
          missing={!request.signer}
          note={request.signer ? undefined : t('requests.signerAsk')}
          editor={
            edit &&
            ((close) => (
              <SignerEdit
                value={request.signer}
                close={close}
                onChange={(signer) => edit.change((r) => ({ ...r, signer }))}
              />
            ))
          }
        >
          {request.signer ? (
            <>
              {request.signer.name}
              <span className="sub">{signerWords(request.signer)}</span>
            </>
          ) : (
            t('requests.notYet')
          )}
        </ValueRow>
        <BasisRows {...props} />
        <ValueRow
          label={t('requests.copies')}
          ends={ends}
          editor={
            edit &&
            ((close) => (
              <CopiesEdit
                value={request.copies}
                close={close}
                onChange={(copies) => edit.change((r) => ({ ...r, copies }))}
              />
            ))
          }
        >
          {request.copies.length > 0 ? request.copies.join('; ') : t('requests.notYet')}
        </ValueRow>
      </dl>
    </PartSheet>
  );
};
