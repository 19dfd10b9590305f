import type { ReceiptAnswer } from '../../../core/report/answers.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Mark } from '../../kit/StateChip.tsx';
import { length, moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { OriginalSignatures } from '../evidence/OriginalSignatures.tsx';
import { inFours } from './numbering.ts';
import './receipt.css';

/** The receipt of a sending: number, second, content hash. Anyone who holds it can check it (scenario E6). */
export const ReceiptBox = ({ receipt, address }: { receipt: ReceiptAnswer; address: string }) => (
  <Sheet
    className="receipt"
    title={t('editor.receipt')}
    note={receipt.revision > 1 ? t('editor.revision', { n: receipt.revision }) : undefined}
    actions={
      <>
        <Btn small icon="download" href={`${address}/receipt.pdf`} download>
          {t('editor.receiptFile')}
        </Btn>
        <Btn small kind="quiet" icon="file-text" href={`${address}/document.docx`} download>
          {t('editor.wordFile')}
        </Btn>
        <Btn
          small
          kind="quiet"
          icon="shield-check"
          href={`/kiem-tra-phieu/${encodeURIComponent(receipt.code)}`}
        >
          {t('editor.receiptCheck')}
        </Btn>
      </>
    }
    pad
  >
    <dl className="facts">
      <div>
        <dt>{t('editor.receiptNumber')}</dt>
        <dd className="num b">
          {t('editor.receiptNumberOf', { number: String(receipt.number), year: String(receipt.year) })}
        </dd>
      </div>
      <div>
        <dt>{t('editor.receiptAt')}</dt>
        <dd>
          <span className="num">{moment(receipt.submittedAt, true)}</span>{' '}
          {receipt.late ? (
            <Mark code="late">{t('state.late', { length: length(receipt.lateBy) })}</Mark>
          ) : (
            <Mark code="on-time">{t('state.on-time')}</Mark>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('editor.receiptSigner')}</dt>
        <dd>
          {receipt.signedInPlace
            ? t('sign.inPlace', { name: receipt.signedBy, other: receipt.signedInPlace.forName })
            : receipt.signedBy}
        </dd>
      </div>
      <div>
        <dt>{t('editor.receiptOffice')}</dt>
        <dd>{receipt.officeName}</dd>
      </div>
      <div>
        <dt>{t('editor.receiptCode')}</dt>
        <dd className="num">{receipt.code}</dd>
      </div>
      {receipt.original && (
        <div className="wide">
          <dt>{t('editor.receiptOriginal')}</dt>
          <dd>
            <a href={`${address}/stamped.pdf`} download>
              {receipt.original.name}
            </a>
            , {moment(receipt.original.at)}
            <p className="num hash">{inFours(receipt.original.hash)}</p>
            <OriginalSignatures address={address} />
          </dd>
        </div>
      )}
      <div className="wide">
        <dt>{t('editor.receiptHash')}</dt>
        <dd className="num hash">{inFours(receipt.contentHash)}</dd>
      </div>
    </dl>
  </Sheet>
);
