import type { Request } from '../../../../core/campaign/request.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';

const ROMAN = ['', 'I', 'II', 'III', 'IV'];

/** 'Quý I năm 2024', '6 tháng đầu năm 2024' as the letter says it: the words of the document, in Vietnamese. */
export const periodWords = (period: NonNullable<Request['period']>): string => {
  const { kind, index, year } = period;
  if (kind === 'quý' && index) return `Quý ${ROMAN[index] ?? index} năm ${year}`;
  if (kind === 'tháng' && index) return `Tháng ${index} năm ${year}`;
  if (kind === '6 tháng') return index === 2 ? `6 tháng cuối năm ${year}` : `6 tháng đầu năm ${year}`;
  if (kind === 'năm') return `Năm ${year}`;
  return `${kind.charAt(0).toLocaleUpperCase('vi')}${kind.slice(1)} ${index ?? ''} năm ${year}`.replace(
    /\s+/g,
    ' ',
  );
};

/** 'TL. CHỦ TỊCH, CHÁNH VĂN PHÒNG' */
export const signerWords = (signer: NonNullable<Request['signer']>): string =>
  [`${signer.authority} ${signer.onBehalfOf}`.trim(), signer.position].filter(Boolean).join(', ');

/** 'Công văn số 983/SNV-TCBC, 30/6/2023, Sở Nội vụ tỉnh Lạng Sơn' */
export const basisWords = (basis: Request['legalBases'][number]): string =>
  [
    `${basis.kind.charAt(0).toLocaleUpperCase('vi')}${basis.kind.slice(1)} số ${basis.number}`,
    basis.date ? shortDay(basis.date) : '',
    basis.issuer ?? '',
  ]
    .filter(Boolean)
    .join(', ');
