import type { ReadApart, ReadSection } from '../../../../core/letter/readReport.ts';
import type { UnitSection } from '../../../../core/template/outline.ts';
import { fullNumber } from '../../../../core/template/outlineOrder.ts';
import { CheckField } from '../../../kit/Field.tsx';
import { StateChip } from '../../../kit/StateChip.tsx';
import { t } from '../../../texts/text.ts';
import type { Desk } from '../desk/desk.ts';
import { standingOf } from './standing.ts';

const nameOf = (sections: readonly UnitSection[], id: string): string => {
  const section = sections.find((s) => s.id === id);
  return section ? `${fullNumber(sections, section)}. ${section.title}` : '';
};

/** The words of the file beside those that stand. */
export const FoundSection = ({
  desk,
  found,
  isChosen,
  onChoose,
}: {
  desk: Desk;
  found: ReadSection;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}) => {
  const { sections } = desk.report.use();
  const standing = standingOf(desk, found.section);
  return (
    <section className="ff">
      <CheckField label={<b>{nameOf(sections, found.section)}</b>} checked={isChosen} onCheck={onChoose} />
      <div className="ff-pair">
        <div>
          <h3>{t('editor.fileSays')}</h3>
          {found.nil ? (
            <StateChip state="nil" />
          ) : (
            found.paragraphs.map((p, at) => <p key={`${at} ${p}`}>{p}</p>)
          )}
        </div>
        <div>
          <h3>{t('editor.fileStands')}</h3>
          {standing.kind === 'none' ? (
            <p className="mut">{t('editor.noWords')}</p>
          ) : standing.kind === 'nil' ? (
            <StateChip state="nil" />
          ) : (
            <p className="lines">{standing.plain}</p>
          )}
        </div>
      </div>
      {standing.kind !== 'none' && isChosen && <p className="s13 t-warn">{t('editor.fileReplaces')}</p>}
    </section>
  );
};

const whyWords = (why: ReadApart['why']): string => {
  switch (why) {
    case 'before':
      return t('editor.apartBefore');
    case 'after':
      return t('editor.apartAfter');
    case 'table':
      return t('editor.apartTable');
    case 'noWords':
      return t('editor.apartNoWords');
  }
};

/** Everything else that the file holds: to read, to copy by hand, never lost and never entered by itself. */
export const Apart = ({
  apart,
  sections,
}: {
  apart: readonly ReadApart[];
  sections: readonly UnitSection[];
}) =>
  apart.length === 0 ? null : (
    <details className="ff-apart">
      <summary>{t('editor.apart', { n: apart.length })}</summary>
      {apart.map((piece) => (
        <section key={piece.start}>
          <h3>
            {whyWords(piece.why)}
            {piece.section && <span className="sec">, {nameOf(sections, piece.section)}</span>}
          </h3>
          <p className="lines">{piece.text}</p>
        </section>
      ))}
    </details>
  );
