import type { Enrolment } from '../../../core/access/answers.ts';
import type { Failure } from '../../http/failure.ts';
import { t } from '../../texts/text.ts';
import './factor.css';

/** What the telephone takes: the square, and its key for who cannot scan. */
export const FactorSetUp = ({ enrolment, why }: { enrolment: Enrolment; why?: string }) => (
  <div className="factor">
    {why && <p className="sec s13">{why}</p>}
    <p>{t('login.factorScan')}</p>
    <img className="qr" src={enrolment.qr} alt={t('login.factorQr')} />
    <p className="sec s13">{t('login.factorSecret')}</p>
    <p className="secret">{enrolment.secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
  </div>
);

/** The office asks for a second factor and there is none yet: the refusal brings what is needed to set one up. */
export const toSetUp = (failure: Failure | undefined): Enrolment | undefined => {
  if (failure?.kind !== 'refusal' || failure.code !== 'access.factorToSet') return undefined;
  const { secret, uri, qr } = failure.details;
  return { secret: String(secret), uri: String(uri), qr: String(qr) };
};
