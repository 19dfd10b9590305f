import { memo, useRef } from 'react';
import type { Choosable } from '../../../../core/letter/choosable.ts';
import type { LetterReading } from '../../../../core/letter/reading.ts';
import { t, useLanguage } from '../../../texts/text.ts';
import { ChosenBar, type ChosenWords } from './ChosenBar.tsx';
import { gapWords } from './gap-words.ts';
import { NumberLink } from './NumberLink.tsx';
import type { Numbered } from './numbered.ts';
import { type Piece, paragraphsOf } from './paragraphs.ts';
import { anchorOf, type Ends } from './useEnds.ts';
import { useWordKeys } from './useWordKeys.ts';

/** What văn thư gave to blanks of the letter: the number, the day. */
export type Given = Readonly<Record<string, string>>;

const PieceView = ({ piece, ends, given }: { piece: Piece; ends: Ends; given: Given }) => {
  if (piece.kind === 'gap') {
    const { n } = piece.gap;
    const value = given[piece.gap.key];
    if (value !== undefined)
      return (
        <mark
          id={anchorOf('letter', n)}
          data-n={n}
          className={ends.hot === n ? 'hot' : undefined}
          tabIndex={-1}
          title={t('requests.givenAtIssue')}
        >
          {value}
          <NumberLink n={n} to="draft" ends={ends} />{' '}
        </mark>
      );
    return (
      <mark
        id={anchorOf('letter', n)}
        data-n={n}
        className={ends.hot === n ? 'gone hot' : 'gone'}
        tabIndex={-1}
      >
        <span className="void">{t('requests.notInLetter')}</span>
        <NumberLink n={n} to="draft" ends={ends} />{' '}
      </mark>
    );
  }
  const words = <span data-at={piece.start}>{piece.bold ? <b>{piece.text}</b> : piece.text}</span>;
  if (!piece.mark) return words;
  const { n } = piece.mark;
  return (
    <mark
      id={piece.first ? anchorOf('letter', n) : undefined}
      data-n={n}
      className={ends.hot === n ? 'hot' : undefined}
      tabIndex={-1}
    >
      {words}
      {piece.last && <NumberLink n={n} to="draft" ends={ends} />}
    </mark>
  );
};

export const NOTHING_GIVEN: Given = {};

/** The letter as it was written, each found value marked with its number, each missing one where it would stand. */
export const LetterPaper = memo(
  ({
    letter,
    numbered,
    ends,
    given = NOTHING_GIVEN,
    onChoose,
  }: {
    letter: LetterReading;
    numbered: Numbered;
    ends: Ends;
    given?: Given;
    /** Words marked in the letter are taken for a value; undefined: this person reads only. */
    onChoose?: ((what: Choosable, words: ChosenWords) => Promise<boolean>) | undefined;
  }) => {
    useLanguage();
    const paper = useRef<HTMLElement>(null);
    const keys = useWordKeys(paper, () =>
      paper.current?.querySelector<HTMLElement>('.chosen select')?.focus(),
    );
    const nowhere = numbered.gaps.filter((g) => g.at === null && given[g.key] === undefined);
    return (
      <section
        ref={paper}
        className="paper doc"
        aria-label={t('requests.letterText')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the sheet scrolls on its own and must be reached by keyboard
        tabIndex={0}
        onKeyDown={onChoose ? keys.onKeyDown : undefined}
      >
        {onChoose && (
          <button type="button" className="by-keys" onClick={keys.start}>
            {t('requests.chooseByKeys')}
          </button>
        )}
        {nowhere.length > 0 && (
          <p className="absent">
            {t('requests.letterSaysNothing')}{' '}
            {nowhere.map((gap) => (
              <mark
                key={gap.key}
                id={anchorOf('letter', gap.n)}
                data-n={gap.n}
                className={ends.hot === gap.n ? 'gone hot' : 'gone'}
                tabIndex={-1}
              >
                <span className="void">{gapWords(gap.key)}</span>
                <NumberLink n={gap.n} to="draft" ends={ends} />
              </mark>
            ))}
          </p>
        )}
        {paragraphsOf(letter, numbered).map((paragraph, at) => (
          <p key={at} className={`k-${paragraph.kind}${paragraph.keepLines ? ' lines' : ''}`}>
            {paragraph.pieces.map((piece, index) => (
              <PieceView key={index} piece={piece} ends={ends} given={given} />
            ))}
          </p>
        ))}
        {onChoose && (
          <ChosenBar
            paper={paper}
            text={letter.text}
            onChoose={onChoose}
            byKeys={keys.isOn}
            onClosed={keys.leave}
          />
        )}
      </section>
    );
  },
);
