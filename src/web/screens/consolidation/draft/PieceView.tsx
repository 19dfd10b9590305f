import type { TotalForm } from '../../../../core/consolidation/answers.ts';
import type { Piece, PieceProblem } from '../../../../core/consolidation/draft.ts';
import { IconBtn } from '../../../kit/Btn.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { RichView } from '../../../richtext/RichView.tsx';
import { shortMoment } from '../../../texts/short-moment.ts';
import { t } from '../../../texts/text.ts';
import { unitSources } from './pieces.ts';

const NAMED = 3;

/** Where a sentence comes from, said right behind it: 'Gia Cát', '8 đơn vị', the writer's own name. */
const SourceMark = ({ piece, names }: { piece: Piece; names: Readonly<Record<string, string>> }) => {
  if (piece.kind === 'table')
    return (
      <span className="src">
        <Icon name="table-2" /> {t('draft.fromTotals')}
      </span>
    );
  const units = unitSources(piece.sources);
  const title = units.map((s) => names[s.unitId] ?? '').join(', ');
  const own = piece.sources.find((s) => s.kind === 'person');
  return (
    <>
      {units.length > 0 && units.length <= NAMED && <span className="src">{title}</span>}
      {units.length > NAMED && (
        <details className="src">
          <summary>{t('draft.fromUnits', { n: units.length })}</summary>
          {title}
        </details>
      )}
      {own?.kind === 'person' && <span className="src own">{t('draft.ownOf', { name: own.name })}</span>}
      {piece.edited && (
        <span className="s12 sec">
          {t('draft.editedBy', { name: piece.edited.name, at: shortMoment(piece.edited.at) })}
        </span>
      )}
    </>
  );
};

const tableTitle = (piece: Piece, forms: readonly TotalForm[]): string =>
  piece.kind === 'table' ? (forms.find((f) => f.id === piece.form)?.title ?? piece.form) : '';

export type PieceActs = {
  readonly onEdit: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly onComment: () => void;
};

/** One sentence, paragraph or table of the draft with its source beside it (G4). */
export const PieceView = ({
  piece,
  names,
  forms,
  problem,
  comments,
  acts,
}: {
  piece: Piece;
  names: Readonly<Record<string, string>>;
  forms: readonly TotalForm[];
  problem: PieceProblem | undefined;
  comments: number;
  /** null: the caller only reads. */
  acts: PieceActs | null;
}) => (
  <li className={problem ? 'piece bad' : 'piece'} id={`piece-${piece.id}`}>
    <div className="pw">
      {piece.kind === 'table' ? (
        <p className="ptab">
          <Icon name="table-2" /> {t('draft.tableOf', { title: tableTitle(piece, forms) })}
        </p>
      ) : (
        <RichView doc={piece.doc} />
      )}
      <p className="srcs">
        <SourceMark piece={piece} names={names} />
        {problem && (
          <span className="src gone">
            <Icon name="unlink" /> {t(problem.code === 'no-source' ? 'draft.noSource' : 'draft.sourceGone')}
          </span>
        )}
        {comments > 0 && (
          <span className="s12 sec">
            <Icon name="message-square" /> {t('draft.commentsHere', { n: comments })}
          </span>
        )}
      </p>
    </div>
    {acts && (
      <div className="pa">
        <IconBtn icon="arrow-up" label={t('draft.moveUp')} onClick={() => acts.onMove(-1)} />
        <IconBtn icon="arrow-down" label={t('draft.moveDown')} onClick={() => acts.onMove(1)} />
        {piece.kind === 'words' && <IconBtn icon="pencil" label={t('draft.edit')} onClick={acts.onEdit} />}
        <IconBtn icon="message-square" label={t('draft.comment')} onClick={acts.onComment} />
        <IconBtn icon="trash-2" label={t('draft.remove')} onClick={acts.onRemove} />
      </div>
    )}
  </li>
);
