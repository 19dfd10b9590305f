import { formatAmount } from '../../kernel/amount.ts';
import type { Cell } from '../../template/cell.ts';

/** Words that stand in a cell of a spreadsheet for the states that are no numbers (C3). */
export const NIL_WORD = 'KPS';
export const NOT_APPLICABLE_WORD = 'KAD';
export const UNCOMPUTABLE_WORD = 'không tính được';

/** A cell in one line of text that no two values share: what stood when the form was downloaded. */
export const markOf = (cell: Cell): string => {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'amount':
      return `${cell.estimate ? 'e' : 'a'}:${cell.amount}`;
    case 'nil':
      return 'n';
    case 'not-applicable':
      return 'x';
    case 'unparsed':
      return `u:${cell.typed}`;
    case 'text':
      return `t:${cell.text}`;
  }
};

/** As people type and read it: '1.234,5', 'KPS', the text. */
export const wordsOf = (cell: Cell): string => {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'amount':
      return formatAmount(cell.amount);
    case 'nil':
      return NIL_WORD;
    case 'not-applicable':
      return NOT_APPLICABLE_WORD;
    case 'unparsed':
      return cell.typed;
    case 'text':
      return cell.text;
  }
};
