import { useMemo, useState } from 'react';
import type { Failure } from '../../../http/failure.ts';
import { Banner } from '../../../kit/Banner.tsx';
import { Btn } from '../../../kit/Btn.tsx';
import { CheckField } from '../../../kit/Field.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { t } from '../../../texts/text.ts';
import { FoundValues } from './FoundValues.tsx';
import { LetterPaper } from './LetterPaper.tsx';
import { noRequestWords, warningWords } from './letter-words.ts';
import { numberValues } from './numbered.ts';
import type { LetterAnswer } from './read-answer.ts';
import { useEnds } from './useEnds.ts';

/** What was read, before anything is stored. A doubtful letter needs a person's word first. */
export const LetterPreview = ({
  answer,
  busy,
  failure,
  onAgain,
  onDraft,
}: {
  answer: LetterAnswer;
  busy: boolean;
  failure: Failure | undefined;
  onAgain: () => void;
  onDraft: () => void;
}) => {
  const { check, file } = answer;
  const reading = answer;
  const [compared, setCompared] = useState(false);
  const [anyway, setAnyway] = useState(false);
  const numbered = useMemo(() => numberValues(reading), [reading]);
  const ends = useEnds();
  const must = file.notes.converted || file.notes.confirm;
  const reason =
    must && !compared
      ? t('requests.compareFirst')
      : !reading.isRequest.value && !anyway
        ? t('requests.confirmFirst')
        : undefined;
  const warnings = check.warnings.flatMap((w) => warningWords(w) ?? []);
  return (
    <>
      <div className="head">
        <h1>{t('requests.newTitle')}</h1>
        <p>{t('requests.newRead')}</p>
        <div className="end">
          <Btn icon="file-up" onClick={onAgain}>
            {t('requests.readAnother')}
          </Btn>
          <Btn kind="main" icon="scroll-text" busy={busy} reason={reason} onClick={onDraft}>
            {t('requests.makeDraft')}
          </Btn>
        </div>
      </div>
      <FailureNote failure={failure} />
      {!reading.isRequest.value && (
        <Banner tone="warn" title={t('requests.notRequest')}>
          {noRequestWords(reading.isRequest.reason)}
          {reading.isRequest.from && (
            <span className="sub">
              {t('requests.quoted', {
                words: reading.isRequest.from.text.replace(/\s+/g, ' ').slice(0, 200),
              })}
            </span>
          )}
          <CheckField label={t('requests.draftAnyway')} checked={anyway} onCheck={setAnyway} />
        </Banner>
      )}
      {must && (
        <Banner tone="warn" icon="languages" title={t('requests.converted')}>
          {t('requests.convertedText', { encoding: file.encoding })}
          <CheckField label={t('requests.compared')} checked={compared} onCheck={setCompared} />
        </Banner>
      )}
      <div className="lt" {...ends.touch}>
        <LetterPaper letter={reading} numbered={numbered} ends={ends} />
        <div className="draft">
          {warnings.length > 0 && (
            <Sheet title={t('requests.lookAt')} count={warnings.length}>
              <ul className="warns">
                {warnings.map((words) => (
                  <li key={words}>
                    <Icon name="triangle-alert" /> <span>{words}</span>
                  </li>
                ))}
              </ul>
            </Sheet>
          )}
          <Sheet
            title={t('requests.whatWasRead')}
            note={t('requests.readCount', { n: numbered.marks.length, missing: numbered.gaps.length })}
          >
            <FoundValues answer={answer} numbered={numbered} ends={ends} />
          </Sheet>
        </div>
      </div>
    </>
  );
};
