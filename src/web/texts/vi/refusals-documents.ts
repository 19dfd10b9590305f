import type { Refusals } from '../sentence.ts';

export const documents = {
  'documents.busy': 'Đang có nhiều văn bản PDF chờ lập. Chờ khoảng một phút rồi tải lại.',
  'documents.failed': 'Chưa lập được tệp PDF của văn bản này. Tải lại, hoặc tải tệp Word thay cho PDF.',
  'documents.nothingSent':
    'Chưa có đơn vị nào gửi báo cáo, nên chưa có gì để tải. Tải lại khi đã có báo cáo được gửi.',
  'documents.archiveTooLarge': 'Đợt này có {n} báo cáo, nhiều hơn một tệp chứa được. Tải từng đơn vị.',
  'documents.archiveUnderWay':
    'Đang lập một tệp khác cho cùng người dùng. Chờ xong hoặc dừng tệp đó, rồi lập tệp mới.',
  'documents.archiveElsewhere': 'Tệp này đã xong, đã dừng hoặc không còn. Tải lại trang để xem.',
} satisfies Refusals;
