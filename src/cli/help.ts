import { print, strong, words } from './terminal.ts';

interface Entry {
  usage: string;
  vi: string;
  en: string;
}

export const VERBS: Record<string, Entry> = {
  serve: {
    usage: 'serve [--office]',
    vi: 'chạy chương trình; --office cho cơ quan thật, không có số liệu minh họa',
    en: 'run the program; --office for a real office, without illustrative data',
  },
  letter: {
    usage: 'letter FILE [--outline FILE] [--json]',
    vi: 'đọc một công văn (.txt .docx .pdf .html) thành dự thảo yêu cầu; --outline: đề cương ở tệp riêng, so với đề cương của từng nhóm nơi nhận (--pack GÓI)',
    en: 'read a letter (.txt .docx .pdf .html) into a draft request; --outline: the outline in a file of its own, compared with that of each group of recipients (--pack NAME)',
  },
  demo: {
    usage: 'demo reset [--before-issue] [--this-period]',
    vi: 'đưa số liệu minh họa về ban đầu; --before-issue: lúc công văn chưa phát hành; --this-period: không nạp các kỳ đã xong',
    en: 'set the illustrative data back; --before-issue: when the letter is not issued yet; --this-period: without the periods that are over',
  },
  user: {
    usage: 'user add|reset-link|remove-totp|list [--office]',
    vi: 'thêm người dùng, tạo liên kết đặt mật khẩu dùng một lần, tắt xác thực hai bước, liệt kê người dùng',
    en: 'add a user, make a one-time password link, remove a second factor, list the users',
  },
  pack: {
    usage: 'pack load NAME|FOLDER [--office]',
    vi: 'nạp một gói dữ liệu: đơn vị, đề cương, biểu, chỉ tiêu, tiêu chí',
    en: 'load a pack of data: units, outlines, forms, indicators, criteria',
  },
  criteria: {
    usage: 'criteria import|score|template FILE',
    vi: 'bộ tiêu chí: import TỆP [--json]; score TỆP --answers TỆP.json [--set MÃ] [--json]; template TỆP.xlsx',
    en: 'criteria sets: import FILE [--json]; score FILE --answers FILE.json [--set ID] [--json]; template FILE.xlsx',
  },
  openapi: {
    usage: 'openapi',
    vi: 'in mô tả các đường vào (OpenAPI)',
    en: 'print the description of the API',
  },
  audit: {
    usage: 'audit verify [--office]',
    vi: 'kiểm tra chuỗi nhật ký: mọi dòng khớp với dòng trước nó',
    en: 'check the chains of the journal: every row fits the one before it',
  },
  backup: {
    usage: 'backup FILE [--office]',
    vi: 'sao lưu toàn bộ dữ liệu và tệp vào một tệp mã hóa, cả khi đang chạy; [--passphrase-file TỆP]',
    en: 'back up all data and files into one encrypted file, also while serving; [--passphrase-file FILE]',
  },
  restore: {
    usage: 'restore FILE [--office]',
    vi: 'phục hồi trọn vẹn hoặc giữ nguyên; --into-existing: thay dữ liệu đang có; [--passphrase-file TỆP]',
    en: 'restore all or nothing; --into-existing: replace the data that stands; [--passphrase-file FILE]',
  },
  export: {
    usage: 'export FOLDER [--office]',
    vi: 'xuất trọn các kỳ báo cáo thành thư mục Word, Excel, JSON có mã kiểm tra',
    en: 'write all campaigns as folders of Word, Excel and JSON with checksums',
  },
  doctor: {
    usage: 'doctor [--office] [--json]',
    vi: 'xem máy này có gì cần sửa: đồng hồ, ổ đĩa, cơ sở dữ liệu, thư, phông chữ, bản sao lưu',
    en: 'see what needs mending here: clock, disks, database, mail, fonts, backups',
  },
  version: { usage: 'version', vi: 'in số phiên bản', en: 'print the version' },
  help: { usage: 'help [VERB]', vi: 'in trợ giúp này', en: 'print this help' },
};

const ENVIRONMENT: [string, string, string][] = [
  [
    'PORT, HOST',
    'cổng (8024) và địa chỉ nghe (chỉ máy này)',
    'port (8024) and address to listen on (this machine)',
  ],
  ['CCHC_DATA', 'thư mục dữ liệu', 'data folder'],
  ['DATABASE_URL', 'PostgreSQL có sẵn, người dùng ứng dụng', 'existing PostgreSQL, application user'],
  ['DATABASE_OWNER_URL', 'chủ sở hữu, để nâng cấp cơ sở dữ liệu', 'owner, for upgrading the database'],
  [
    'DATABASE_REPLICA_URL',
    'bản sao chỉ đọc, cho bảng theo dõi và tổng hợp',
    'read-only replica, for boards and totals',
  ],
  ['CCHC_URL', 'địa chỉ công khai, sau máy chủ trung gian', 'public address, behind a proxy'],
  [
    'CCHC_OIDC_ISSUER, _CLIENT_ID, _SECRET',
    'đăng nhập bằng tài khoản dùng chung của tỉnh (OpenID Connect)',
    'sign-in with accounts of an identity provider (OpenID Connect)',
  ],
  [
    'CCHC_PROXIES',
    'địa chỉ của máy chủ trung gian, cách nhau dấu phẩy',
    'addresses of the proxies, with commas',
  ],
  ['CCHC_METRICS_KEY', 'khóa đọc số đo ở /metrics', 'key to read the numbers at /metrics'],
  ['CCHC_SMTP', 'máy chủ thư: smtp://tên:mật-khẩu@máy:587', 'mail server: smtp://user:password@host:587'],
  ['CCHC_MAIL_FROM', 'địa chỉ gửi thư đôn đốc', 'sender of reminders by mail'],
  [
    'CCHC_S3',
    'kho tệp S3: https://máy/kho, cùng CCHC_S3_KEY, CCHC_S3_SECRET',
    'S3 store: https://host/bucket, with CCHC_S3_KEY, CCHC_S3_SECRET',
  ],
  [
    'CCHC_CLAMD',
    'quét mã độc: tcp://máy:3310 hoặc unix:///đường/dẫn',
    'antivirus: tcp://host:3310 or unix:///path',
  ],
  [
    'CCHC_TRUST',
    'thư mục chứng thư tin cậy, danh sách thu hồi',
    'folder of trusted certificates and revocation lists',
  ],
  ['CCHC_NOW', 'đồng hồ nghiệp vụ lúc chạy lần đầu', 'business clock at the first start'],
  ['CCHC_BACKUP_PASSPHRASE', 'cụm mật khẩu của bản sao lưu', 'passphrase of backups'],
  [
    'CCHC_BACKUP_PASSPHRASE_FILE',
    'tệp ghi cụm mật khẩu: có thì sao lưu hằng ngày',
    'file with the passphrase: with it a backup is made each day',
  ],
  [
    'CCHC_BACKUP_DIR, _AT, _KEEP',
    'thư mục, giờ (01:30) và số bản giữ lại (14)',
    'folder, hour (01:30) and how many are kept (14)',
  ],
  ['CCHC_DEMO_PASSWORD', 'mật khẩu của người dùng minh họa', 'password of the demonstration people'],
];

const COLUMN = 38;

/** What is longer than its column stands above its words, never against them. */
const line = (name: string, meaning: string): string =>
  name.length < COLUMN
    ? `  ${name.padEnd(COLUMN)}${meaning}`
    : `  ${name}\n  ${' '.repeat(COLUMN)}${meaning}`;

export function printHelp(verb?: string): void {
  const only = verb === undefined ? undefined : VERBS[verb];
  if (only !== undefined) {
    print(`cchc ${only.usage}`);
    print(`  ${words(only.vi, only.en)}`);
    return;
  }
  print(
    strong(
      words('cchc: báo cáo cải cách hành chính định kỳ', 'cchc: periodic reports on administrative reform'),
    ),
  );
  print();
  for (const entry of Object.values(VERBS)) print(line(entry.usage, words(entry.vi, entry.en)));
  print();
  print(words('Biến môi trường', 'Environment'));
  for (const [name, vi, en] of ENVIRONMENT) print(line(name, words(vi, en)));
  print();
  print(words('English: thêm --lang en vào lệnh bất kỳ.', 'Tiếng Việt: add --lang vi to any command.'));
}
