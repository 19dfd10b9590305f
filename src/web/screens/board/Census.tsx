import type { CSSProperties } from 'react';
import type { BoardAnswer } from '../../../core/report/answers.ts';
import { Icon } from '../../kit/Icon.tsx';
import { stateIcon } from '../../kit/StateChip.tsx';
import { t } from '../../texts/text.ts';
import type { Tile } from './arrange.ts';

const ORDER: readonly Tile[] = [
  'overdue',
  'not-opened',
  'returned',
  'drafting',
  'awaiting-signature',
  'signed',
  'submitted',
  'received',
];

/** More tiles than this would be a smear: the number says it then. */
const MOST_TILES = 40;

/** One box a state, one tile a unit; each box is a filter. Overdue stands apart: it is derived, never a state. */
export const Census = ({
  board,
  tile,
  onTile,
}: {
  board: BoardAnswer;
  tile: Tile | undefined;
  onTile: (tile: Tile | undefined) => void;
}) => {
  // Only strict offices sign first and send later: elsewhere the box would always be empty.
  const shown = ORDER.filter((s) => s !== 'signed' || board.counts.signed > 0);
  return (
    <fieldset className="census">
      <legend className="vh">{t('board.census')}</legend>
      {shown.map((s) => {
        const count = board.counts[s];
        return (
          <button
            key={s}
            type="button"
            className={`cg cg-${s}`}
            aria-pressed={tile === s}
            style={{ '--n': Math.min(count, 12) } as CSSProperties}
            onClick={() => onTile(tile === s ? undefined : s)}
          >
            <span className="cg-t">
              <b className="num">{count}</b>
              <span className={`st st-${s}`}>
                <Icon name={stateIcon(s)} />
                {t(`state.${s}`)}
              </span>
            </span>
            {s === 'overdue' && count === 0 ? (
              <span className="mut s12">{t('board.derived')}</span>
            ) : (
              <span className="tiles" aria-hidden="true">
                {Array.from({ length: Math.min(count, MOST_TILES) }, (_, at) => (
                  <i key={at} />
                ))}
              </span>
            )}
          </button>
        );
      })}
    </fieldset>
  );
};
