import type { DifferenceAnswer } from '../../core/report/answers.ts';
import type { UnitSection } from '../../core/template/outline.ts';
import { Sheet } from '../kit/Sheet.tsx';
import { shownText } from '../screens/review/CellWords.tsx';
import { cellName, sectionName } from '../screens/review/place-words.ts';
import { wordDiff } from '../screens/review/word-diff.ts';
import { t } from '../texts/text.ts';
import './difference.css';

type CellChange = DifferenceAnswer['cells'][number];
type WordsChange = DifferenceAnswer['words'][number];

const CellLine = ({ change, sections }: { change: CellChange; sections: readonly UnitSection[] }) => {
  const form = sections.flatMap((s) => s.forms).find((f) => f.id === change.form);
  return (
    <li>
      <span>{form ? cellName(form, change.row, change.column) : `${change.row} ${change.column}`}</span>{' '}
      <span className="num nw">
        <del>{shownText(change.before)}</del> → <ins>{shownText(change.after)}</ins>
      </span>
    </li>
  );
};

const WordsLine = ({ change }: { change: WordsChange }) => (
  <p className="doc words">
    {wordDiff(change.before, change.after).map((piece, at) =>
      piece.kind === 'del' ? (
        <del key={at}>{piece.text}</del>
      ) : piece.kind === 'ins' ? (
        <ins key={at}>{piece.text}</ins>
      ) : (
        <span key={at}>{piece.text}</span>
      ),
    )}
  </p>
);

/** What one sending (or the work since) says otherwise than the one before, part by part and cell by cell (E9). */
const Parts = ({
  cells,
  words,
  sections,
}: {
  cells: readonly CellChange[];
  words: readonly WordsChange[];
  sections: readonly UnitSection[];
}) => {
  const known = sections.filter(
    (s) => words.some((w) => w.section === s.id) || s.forms.some((f) => cells.some((c) => c.form === f.id)),
  );
  const lost = {
    cells: cells.filter((c) => !sections.some((s) => s.forms.some((f) => f.id === c.form))),
    words: words.filter((w) => !sections.some((s) => s.id === w.section)),
  };
  return (
    <ul className="diff">
      {known.map((section) => {
        const text = words.find((w) => w.section === section.id);
        const own = cells.filter((c) => section.forms.some((f) => f.id === c.form));
        return (
          <li key={section.id}>
            <b>{sectionName(sections, section.id)}</b>
            {text && <WordsLine change={text} />}
            {own.length > 0 && (
              <ul>
                {own.map((c) => (
                  <CellLine key={`${c.form} ${c.row} ${c.column}`} change={c} sections={sections} />
                ))}
              </ul>
            )}
          </li>
        );
      })}
      {lost.cells.length + lost.words.length > 0 && (
        <li>{t('difference.gone', { n: lost.cells.length + lost.words.length })}</li>
      )}
    </ul>
  );
};

export const DifferenceSheet = ({
  difference,
  sections,
}: {
  difference: DifferenceAnswer;
  sections: readonly UnitSection[];
}) => {
  const split = (pinned: boolean) => ({
    cells: difference.cells.filter((c) => c.pinned === pinned),
    words: difference.words.filter((w) => w.pinned === pinned),
  });
  const [asked, other] = [split(true), split(false)];
  const count = difference.cells.length + difference.words.length;
  return (
    <Sheet title={t('difference.title', { from: difference.from })} count={count} pad>
      {count === 0 && <p className="sec">{t('difference.nothing')}</p>}
      {asked.cells.length + asked.words.length > 0 && (
        <>
          <h3>{t('difference.asked')}</h3>
          <Parts {...asked} sections={sections} />
        </>
      )}
      {other.cells.length + other.words.length > 0 && (
        <>
          <h3>{t('difference.other')}</h3>
          <Parts {...other} sections={sections} />
        </>
      )}
    </Sheet>
  );
};
