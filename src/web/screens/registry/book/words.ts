import { shortDay } from '../../../../core/kernel/wording.ts';
import type { OutgoingKind } from '../../../../core/registry/book.ts';
import type { Purpose, RelatedDocument } from '../../../../core/registry/outgoing.ts';
import type { PlainKey } from '../../../texts/dictionary.ts';
import { t } from '../../../texts/text.ts';

export const KIND_WORDS: Readonly<Record<OutgoingKind, PlainKey>> = {
  letter: 'registry.kindLetter',
  report: 'registry.kindReport',
  decision: 'registry.kindDecision',
};

export const PURPOSE_WORDS: Readonly<Record<Purpose, PlainKey>> = {
  request: 'registry.purposeRequest',
  report: 'registry.purposeReport',
  'area-report': 'registry.purposeAreaReport',
  reminder: 'registry.purposeReminder',
  extension: 'registry.purposeExtension',
  return: 'registry.purposeReturn',
  correction: 'registry.purposeCorrection',
  'index-decision': 'registry.purposeIndexDecision',
};

/** '05/UBND-NV', as it stands on the document. */
export const numberWords = (one: { number: number | null; symbol: string | null }): string =>
  one.number === null ? '' : `${String(one.number).padStart(2, '0')}/${one.symbol ?? ''}`;

const named = (one: RelatedDocument): string =>
  one.day === null
    ? t('registry.stillDraft')
    : t('registry.entry', { number: numberWords(one), day: shortDay(one.day) });

/** 'Thay thế văn bản số …'; 'Bị thay thế bởi …': each end says it. */
export const relationWords = (one: RelatedDocument, side: 'of' | 'by'): string =>
  t(
    side === 'of'
      ? one.relation === 'replace'
        ? 'registry.replaces'
        : 'registry.corrects'
      : one.relation === 'replace'
        ? 'registry.replacedBy'
        : 'registry.correctedBy',
    { document: named(one) },
  );
