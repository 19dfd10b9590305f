import { withoutMarks } from '../kernel/search.ts';

/** Columns of the Excel form in their order; found again by their headings, in any order. */
export const TASK_COLUMNS = [
  { id: 'order', title: 'Số thứ tự', also: ['stt', 'tt', 'so tt'], width: 9 },
  { id: 'content', title: 'Nội dung nhiệm vụ', also: ['noi dung', 'nhiem vu', 'ten nhiem vu'], width: 70 },
  {
    id: 'document',
    title: 'Văn bản giao',
    also: ['van ban', 'van ban giao nhiem vu', 'so van ban', 'can cu'],
    width: 40,
  },
  { id: 'due', title: 'Thời hạn', also: ['han', 'thoi han hoan thanh', 'thoi gian hoan thanh'], width: 14 },
  {
    id: 'units',
    title: 'Đơn vị thực hiện',
    also: ['don vi', 'co quan thuc hien', 'don vi chu tri', 'co quan chu tri'],
    width: 40,
  },
  {
    id: 'partners',
    title: 'Đơn vị phối hợp',
    also: ['phoi hop', 'co quan phoi hop', 'don vi, co quan phoi hop'],
    width: 34,
  },
] as const;

export type TaskColumn = (typeof TASK_COLUMNS)[number]['id'];

/** Words to compare: no marks, no case, one space, no colon or star at the end. */
export const plain = (text: string): string =>
  withoutMarks(text)
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/[\s:*.;,]+$/, '')
    .trim();

export const columnOf = (heading: string): TaskColumn | undefined => {
  const words = plain(heading);
  return TASK_COLUMNS.find((c) => plain(c.title) === words || (c.also as readonly string[]).includes(words))
    ?.id;
};
