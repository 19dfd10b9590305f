import { isDay } from '../kernel/instant.ts';
import { closeBody, ENDING, isCommittee, lastWords } from './layout.ts';
import type { DocumentTree } from './tree.ts';

/** Where a document departs from NĐ 30/2020/NĐ-CP. Real documents deviate slightly: these warn and never block. */
export type DocumentWarning =
  | 'document.bodyMissing'
  | 'document.superiorMissing'
  | 'document.superiorOfCommittee'
  | 'document.symbolMissing'
  | 'document.placeMissing'
  | 'document.numberMissing'
  | 'document.numberOnDraft'
  | 'document.dayMissing'
  | 'document.titleMissing'
  | 'document.regardingMissing'
  | 'document.addresseeMissing'
  | 'document.bodyEmpty'
  | 'document.endingRepeated'
  | 'document.signatureMissing'
  | 'document.signerMissing'
  | 'document.signerWithDegree'
  | 'document.authorityUnexpected'
  | 'document.copiesMissing'
  | 'document.archiveLineMissing'
  | 'document.draftingUnitMissing';

/** NĐ 30/2020, Phụ lục I, mục 7: no degree, title or rank before a signer's name. */
const DEGREE = /^(PGS|GS|TS|ThS|Ths|CN|KS|BS|Ông|Bà|Đồng chí|Đ\/c)[.\s]/;

const signatureWarnings = ({ signature, head }: DocumentTree): DocumentWarning[] => {
  if (!signature) return ['document.signatureMissing'];
  const found: DocumentWarning[] = [];
  if (!signature.name?.trim()) found.push('document.signerMissing');
  else if (DEGREE.test(signature.name.trim())) found.push('document.signerWithDegree');
  // TM. is for collective bodies: a head of a department signs in the own name of the post.
  if (signature.authority === 'TM.' && !isCommittee(head.body)) found.push('document.authorityUnexpected');
  return found;
};

const copiesWarnings = ({ noiNhan }: DocumentTree): DocumentWarning[] => {
  if (!noiNhan.length) return ['document.copiesMissing'];
  const last = noiNhan
    .at(-1)!
    .replace(/^-\s*/, '')
    .replace(/[.;]+$/, '')
    .trim();
  if (!/^Lưu\b/.test(last)) return ['document.archiveLineMissing'];
  return /,\s*\S/.test(last) ? [] : ['document.draftingUnitMissing'];
};

const headWarnings = ({ head, kind, marks }: DocumentTree): DocumentWarning[] => {
  const found: DocumentWarning[] = [];
  if (!head.body.trim()) found.push('document.bodyMissing');
  else if (isCommittee(head.body) && head.superior) found.push('document.superiorOfCommittee');
  else if (!isCommittee(head.body) && !head.superior) found.push('document.superiorMissing');
  if (!head.symbol.trim()) found.push('document.symbolMissing');
  if (!head.place.trim()) found.push('document.placeMissing');
  if (marks.draft && head.number) found.push('document.numberOnDraft');
  if (!marks.draft && !head.number) found.push('document.numberMissing');
  if (!marks.draft && !(head.day && isDay(head.day))) found.push('document.dayMissing');
  if ((kind === 'báo cáo' || kind === 'quyết định') && !head.title?.trim())
    found.push('document.titleMissing');
  if (kind === 'công văn' && !head.regarding?.trim()) found.push('document.regardingMissing');
  return found;
};

const bodyWarnings = ({ blocks }: DocumentTree): DocumentWarning[] => {
  if (!closeBody(blocks).length) return ['document.bodyEmpty'];
  const last = blocks.length - 1;
  const early = blocks.some((block, i) => i < last && lastWords(block).endsWith(ENDING));
  return early ? ['document.endingRepeated'] : [];
};

const ADMINISTRATIVE: readonly DocumentTree['kind'][] = ['công văn', 'báo cáo', 'quyết định'];

export const documentWarnings = (tree: DocumentTree): DocumentWarning[] => {
  // What the system confirms is no administrative document: it has no symbol, copies or signer.
  if (!ADMINISTRATIVE.includes(tree.kind)) return tree.blocks.length ? [] : ['document.bodyEmpty'];
  return [
    ...headWarnings(tree),
    ...(tree.kinhGui.length || tree.kind === 'quyết định' ? [] : (['document.addresseeMissing'] as const)),
    ...bodyWarnings(tree),
    ...signatureWarnings(tree),
    ...copiesWarnings(tree),
  ];
};
