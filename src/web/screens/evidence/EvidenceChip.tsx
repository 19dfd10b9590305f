import type { EvidenceAnswer } from '../../../core/evidence/answers.ts';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../../texts/text.ts';
import { citedAs, isBad } from './words.ts';

/** Number, day, page; opens the file. What is missing or wrong shows at the edge. */
export const EvidenceChip = ({ document, pages }: { document: EvidenceAnswer; pages: string }) => {
  const bad = document.number === '' || document.day === null || document.signatures.some(isBad);
  const words = [citedAs(document), document.abstract, pages].filter(Boolean).join(', ');
  return document.may.includes('download') ? (
    <a
      className={bad ? 'ev ev-bad' : 'ev'}
      href={`/api/evidence/${document.id}/file`}
      target="_blank"
      rel="noreferrer"
    >
      <Icon name="paperclip" />
      <span>{words}</span>
    </a>
  ) : (
    <span className="ev ev-bad">
      <Icon name="file-x-2" />
      <span>
        {words}: {t('evidence.scanInfected')}
      </span>
    </span>
  );
};
