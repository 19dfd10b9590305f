import type { Request } from '../../../../core/campaign/request.ts';
import { type Doubt, doubtsOf } from '../../../../core/letter/doubts.ts';
import type { LetterReading } from '../../../../core/letter/reading.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { refusalText } from '../../../texts/refusals.ts';
import { t } from '../../../texts/text.ts';
import { partAnchor, partTitle } from './PartSheet.tsx';

const quoted = (words: readonly string[]): string =>
  words.map((w) => t('requests.quoted', { words: w })).join(', ');

const doubtWords = (doubt: Doubt): string => {
  switch (doubt.kind) {
    case 'missing':
      return refusalText(doubt.code, { part: partTitle(doubt.part) });
    case 'deadlines':
      return t('requests.doubtDeadlines', { n: doubt.words.length, words: quoted(doubt.words) });
    case 'unresolvedDeadline':
      return t('requests.doubtUnresolved', { words: doubt.words });
    case 'windows':
      return t('requests.doubtWindows', { n: doubt.words.length, words: quoted(doubt.words) });
    case 'recipients':
      return t('requests.doubtRecipients', { words: quoted(doubt.words) });
    case 'lead':
      return t('requests.doubtLead', { text: doubt.text, lead: doubt.lead });
  }
};

const MOST = 8;

/** Missing and doubtful values before all others, each one step away from where it is mended. */
export const LookFirst = ({
  request,
  letter,
  onGo,
}: {
  request: Request;
  letter: LetterReading | undefined;
  onGo: (anchor: string) => void;
}) => {
  const doubts = doubtsOf(request, letter);
  if (doubts.length === 0) return null;
  return (
    <Sheet title={t('requests.lookFirst')} count={doubts.length}>
      <ul className="warns">
        {doubts.slice(0, MOST).map((doubt) => (
          <li key={JSON.stringify(doubt)}>
            <Icon name={doubt.kind === 'missing' ? 'square-dashed' : 'triangle-alert'} />
            <span>{doubtWords(doubt)}</span>
            <Btn
              small
              kind="quiet"
              aria-label={t('requests.lookAtPart', { part: partTitle(doubt.part), words: doubtWords(doubt) })}
              onClick={() => onGo(partAnchor(doubt.part))}
            >
              {t('requests.lookAtShort')}
            </Btn>
          </li>
        ))}
        {doubts.length > MOST && (
          <li className="sec s13">{t('requests.lookFirstMore', { n: doubts.length - MOST })}</li>
        )}
      </ul>
    </Sheet>
  );
};
