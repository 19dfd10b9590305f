import type { ReportAnswer } from '../../../core/report/answers.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { t } from '../../texts/text.ts';
import { EvidenceChip } from './EvidenceChip.tsx';
import { placeWords } from './place-words.ts';

/** What a report rests on, place by place, for who reads it. */
export const CitedList = ({ report }: { report: ReportAnswer }) => {
  const cited = report.evidence ?? [];
  if (cited.length === 0) return null;
  return (
    <Sheet title={t('evidence.slots')} count={cited.length} pad>
      <ul>
        {cited.map(({ place, pages, evidence }) => (
          <li key={`${place} ${evidence.id}`}>
            <EvidenceChip document={evidence} pages={pages} />{' '}
            <span className="s13 sec">{t('evidence.at', { place: placeWords(report.sections, place) })}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
};
