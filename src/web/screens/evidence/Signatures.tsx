import type { PdfSignature } from '../../../core/evidence/signature.ts';
import { moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { integrityWords, revocationWords, signerWords } from './words.ts';

/** Three facts, each for itself: one of them never stands for another. */
export const Signatures = ({ signatures }: { signatures: readonly PdfSignature[] }) =>
  signatures.length === 0 ? (
    <p className="sec s13">{t('evidence.noSignature')}</p>
  ) : (
    <div>
      {signatures.map((signature, at) => (
        <section key={`${at} ${signature.signer.serial ?? ''}`} className="ev-sig">
          <h3>{t('evidence.signature', { n: at + 1 })}</h3>
          <dl>
            <div>
              <dt>{t('evidence.integrity')}</dt>
              <dd className={signature.integrity === 'changed' ? 't-err' : undefined}>
                {integrityWords(signature)}
              </dd>
            </div>
            <div>
              <dt>{t('evidence.signer')}</dt>
              <dd className={signature.signer.trust === 'trusted' ? undefined : 't-warn'}>
                {signerWords(signature)}
              </dd>
            </div>
            <div>
              <dt>{t('evidence.revocation')}</dt>
              <dd className={signature.revocation === 'revoked' ? 't-err' : undefined}>
                {revocationWords(signature)}
              </dd>
            </div>
            {signature.signedAt !== null && (
              <div>
                <dt>{t('evidence.signedAt')}</dt>
                <dd className="num">{moment(signature.signedAt, true)}</dd>
              </div>
            )}
          </dl>
        </section>
      ))}
    </div>
  );
