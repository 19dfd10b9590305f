import type { RefObject } from 'react';
import type { BoardAnswer } from '../../../core/report/answers.ts';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../../texts/text.ts';
import { type Filter, type Group, inGroup, isRisky, isUnseen, waitsForMe } from './arrange.ts';

const GROUP_WORDS = { all: 'board.all', communes: 'board.communes', offices: 'board.offices' } as const;

export const Filters = ({
  board,
  filter,
  open,
  onOpen,
  onFilter,
  search,
}: {
  board: BoardAnswer;
  filter: Filter;
  /** On a phone everything but the search is folded. */
  open: boolean;
  onOpen: (open: boolean) => void;
  onFilter: (change: Partial<Filter>) => void;
  search: RefObject<HTMLInputElement | null>;
}) => {
  const count = (group: Group): number => board.rows.filter((row) => inGroup(row, group)).length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is younger than Chrome 109
    <form
      className={open ? 'filters open' : 'filters'}
      role="search"
      onSubmit={(event) => event.preventDefault()}
    >
      <div className="inp-i">
        <label className="vh" htmlFor="board-q">
          {t('board.find')}
        </label>
        <Icon name="search" />
        <input
          ref={search}
          className="inp"
          id="board-q"
          type="search"
          autoComplete="off"
          placeholder={t('board.findHint')}
          value={filter.query}
          onInput={(event) => onFilter({ query: event.currentTarget.value })}
        />
      </div>
      <button type="button" className="btn phone-only" aria-expanded={open} onClick={() => onOpen(!open)}>
        <Icon name="sliders-horizontal" />
        {t('board.more')}
      </button>
      <fieldset className="segc">
        <legend className="vh">{t('board.kinds')}</legend>
        {(['all', 'communes', 'offices'] as const).map((group) => (
          <label key={group}>
            <input
              type="radio"
              name="board-group"
              checked={filter.group === group}
              onChange={() => onFilter({ group })}
            />
            <span>{t(GROUP_WORDS[group], { n: count(group) })}</span>
          </label>
        ))}
      </fieldset>
      <label className="chk">
        <input
          type="checkbox"
          checked={filter.mine}
          onChange={(event) => onFilter({ mine: event.currentTarget.checked })}
        />
        {t('board.mine', { n: board.rows.filter(waitsForMe).length })}
      </label>
      <label className="chk">
        <input
          type="checkbox"
          checked={filter.risky}
          onChange={(event) => onFilter({ risky: event.currentTarget.checked })}
        />
        {t('board.risky', { n: board.rows.filter(isRisky).length })}
      </label>
      <label className="chk">
        <input
          type="checkbox"
          checked={filter.unseen}
          onChange={(event) => onFilter({ unseen: event.currentTarget.checked })}
        />
        {t('watch.unseen', { n: board.rows.filter(isUnseen).length })}
      </label>
    </form>
  );
};
