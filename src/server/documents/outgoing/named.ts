import { documentInText } from '../../../core/documents/letters.ts';
import type { LoadedOutgoing } from './load.ts';

const NAMES = { letter: 'Công văn', report: 'Báo cáo', decision: 'Quyết định' } as const;

/** 'Báo cáo số 31/BC-UBND ngày 28 tháng 02 năm 2024 của UBND xã Bảo Lâm' */
export const inText = (
  one: Pick<LoadedOutgoing, 'number' | 'symbol' | 'day'>,
  kind: keyof typeof NAMES,
  body: string,
): string =>
  documentInText({
    name: NAMES[kind],
    number: one.number ?? 0,
    symbol: one.symbol ?? '',
    day: one.day ?? '',
    body,
  });
