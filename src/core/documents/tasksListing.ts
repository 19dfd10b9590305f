import type { TaskListAnswer } from '../tasks/answers.ts';
import type { Listing } from './listing.ts';

/** Work given to units as it stands, each with who does it, until when and how far it is. */
export const tasksListing = (answer: TaskListAnswer): Listing => ({
  name: 'Nhiệm vụ',
  landscape: true,
  columns: [
    { title: 'TT', width: 7, align: 'center' },
    { title: 'Nội dung nhiệm vụ', width: 36 },
    { title: 'Văn bản giao', width: 21 },
    { title: 'Đơn vị thực hiện', width: 18 },
    { title: 'Đơn vị phối hợp', width: 18 },
    { title: 'Người phụ trách', width: 15 },
    { title: 'Thời hạn', width: 19, kind: 'day' },
    { title: 'Tình trạng', width: 17 },
    { title: 'Tiến độ (%)', width: 12, kind: 'figure' },
    { title: 'Kết quả cụ thể', width: 29 },
    { title: 'Tài liệu kiểm chứng', width: 22 },
  ],
  rows: answer.lines.map((l, at) => ({
    cells: [
      String(at + 1),
      l.content,
      l.document,
      l.unitName,
      l.partners.join('; '),
      l.owner,
      l.due ?? '',
      l.status ?? (l.overdue ? 'quá hạn, chưa hoàn thành' : 'chưa báo cáo'),
      l.progress ?? '',
      l.result,
      l.evidence
        .map((e) => [e.evidence.number, e.evidence.abstract].filter((w) => w !== '').join(', '))
        .join('; '),
    ],
  })),
});
