import type { Refusals } from '../sentence.ts';

export const documents = {
  'documents.busy': 'Đang có nhiều văn bản PDF chờ lập. Chờ khoảng một phút rồi tải lại.',
  'documents.failed': 'Chưa lập được tệp PDF của văn bản này. Tải lại, hoặc tải tệp Word thay cho PDF.',
} satisfies Refusals;
