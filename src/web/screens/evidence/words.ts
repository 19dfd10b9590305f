import type { EvidenceAnswer } from '../../../core/evidence/answers.ts';
import type { PdfSignature } from '../../../core/evidence/signature.ts';
import { shortDay } from '../../../core/kernel/wording.ts';
import { t } from '../../texts/text.ts';

/** '05/KH-UBND ngày 20/01/2024'; what is missing is said, never left out. */
export const citedAs = (document: Pick<EvidenceAnswer, 'number' | 'day'>): string =>
  document.number === '' && document.day === null
    ? t('evidence.noNumber')
    : t('evidence.of', {
        number: document.number || t('evidence.noNumber'),
        day: document.day ? shortDay(document.day) : t('evidence.noDay'),
      });

export const scanWords = (document: EvidenceAnswer): string => {
  switch (document.scan) {
    case 'off':
      return '';
    case 'unscanned':
      return t('evidence.scanUnscanned');
    case 'clean':
      return t('evidence.scanClean');
    case 'infected':
      return t('evidence.scanInfected');
  }
};

export const integrityWords = (signature: PdfSignature): string =>
  ({
    whole: t('evidence.integrityWhole'),
    extended: t('evidence.integrityExtended'),
    changed: t('evidence.integrityChanged'),
    unreadable: t('evidence.integrityUnreadable'),
  })[signature.integrity];

export const signerWords = ({ signer }: PdfSignature): string => {
  const about = {
    name: signer.name ?? '…',
    organization: signer.organization ?? '…',
    issuer: signer.issuer ?? '…',
  };
  switch (signer.trust) {
    case 'trusted':
      return t('evidence.signerTrusted', about);
    case 'unknown-authority':
      return t('evidence.signerUnknown', about);
    case 'expired':
      return t('evidence.signerExpired', about);
    case 'none':
      return t('evidence.signerNone');
  }
};

export const revocationWords = (signature: PdfSignature): string =>
  ({
    good: t('evidence.revocationGood'),
    revoked: t('evidence.revocationRevoked'),
    'not-checked': t('evidence.revocationNotChecked'),
  })[signature.revocation];

/** A signature that must not be taken for good: changed words, or a certificate that was taken back. */
export const isBad = (signature: PdfSignature): boolean =>
  signature.integrity === 'changed' ||
  signature.integrity === 'unreadable' ||
  signature.revocation === 'revoked';
