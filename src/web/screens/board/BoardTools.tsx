import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { BoardAnswer, BoardRow } from '../../../core/report/answers.ts';
import { saveFile } from '../../http/saveFile.ts';
import { useSession } from '../../http/session.ts';
import { useAction } from '../../http/useAction.ts';
import { Btn } from '../../kit/Btn.tsx';
import { FailureNote } from '../../kit/places.tsx';
import type { PlainKey } from '../../texts/dictionary.ts';
import { t } from '../../texts/text.ts';
import { type Filter, NO_FILTER, SORTS, type Sort } from './arrange.ts';
import { Views } from './Views.tsx';

const LetterDialog = lazy(() => import('./LetterDialog.tsx'));

export type Look = 'list' | 'heat';

const SORT_WORDS: Readonly<Record<Sort, PlainKey>> = {
  urgent: 'board.sortUrgent',
  name: 'board.sortName',
  due: 'board.sortDue',
  state: 'board.sortState',
  filled: 'board.sortFilled',
};

/** States in which a report is still owed, as a letter may speak of it. */
const owes = ({ state }: BoardRow): boolean => state !== 'submitted' && state !== 'received';

/** Above the list: how to look at it, kept views, and what is made of the units that stand on it. */
export const BoardTools = ({
  board,
  rows,
  look,
  filter,
  sort,
  onLook,
  onFilter,
  onSort,
  children,
}: {
  board: BoardAnswer;
  /** As filtered and sorted. */
  rows: readonly BoardRow[];
  look: Look;
  filter: Filter;
  sort: Sort;
  onLook: (look: Look) => void;
  onFilter: (filter: Filter) => void;
  onSort: (sort: Sort) => void;
  /** What stands beside the title where there is room. */
  children?: ReactNode;
}) => {
  const { me } = useSession();
  const [letter, setLetter] = useState(false);
  const campaignId = board.campaign.id;
  const sheet = useAction((unitIds: readonly string[]) =>
    saveFile(`/api/campaigns/${campaignId}/board.xlsx`, { unitIds }),
  );
  const owing = rows.filter(owes).map((row) => row.unitId);
  const receives = me.posts.some((post) => post.role === 'receiver');
  return (
    <>
      <div className="tools">
        <fieldset className="segc">
          <legend className="vh">{t('watch.look')}</legend>
          {(['list', 'heat'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="board-look" checked={look === one} onChange={() => onLook(one)} />
              <span>{t(one === 'list' ? 'watch.lookList' : 'watch.heat')}</span>
            </label>
          ))}
        </fieldset>
        {look === 'list' && (
          <>
            <Views
              view={{ ...filter, tile: filter.tile ?? null, under: filter.under ?? null, sort }}
              onView={(view) => {
                const { sort: order, tile, under, ...rest } = view;
                onFilter({ ...NO_FILTER, ...rest, tile: tile ?? undefined, under: under ?? undefined });
                onSort(order);
              }}
            />
            <label className="srt">
              <span>{t('board.sortBy')}</span>
              <select
                className="sel"
                value={sort}
                onChange={(event) => onSort(SORTS.find((s) => s === event.currentTarget.value) ?? 'urgent')}
              >
                {SORTS.map((s) => (
                  <option key={s} value={s}>
                    {t(SORT_WORDS[s])}
                  </option>
                ))}
              </select>
            </label>
            <div className="end">
              {children && <div className="phone-only">{children}</div>}
              {receives && (
                <Btn
                  small
                  icon="scroll-text"
                  reason={owing.length === 0 ? t('watch.letterNobody') : undefined}
                  onClick={() => setLetter(true)}
                >
                  {t('watch.letterMake', { n: owing.length })}
                </Btn>
              )}
              <Btn
                small
                icon="file-spreadsheet"
                busy={sheet.busy}
                onClick={() => void sheet.run(rows.map((row) => row.unitId))}
              >
                {t('watch.excel')}
              </Btn>
              <Btn small kind="quiet" icon="printer" onClick={() => print()}>
                {t('watch.print')}
              </Btn>
            </div>
          </>
        )}
        <FailureNote failure={sheet.failure} />
      </div>
      {letter && (
        <Suspense fallback={null}>
          <LetterDialog campaignId={campaignId} unitIds={owing} onClose={() => setLetter(false)} />
        </Suspense>
      )}
    </>
  );
};
