import { PlainFailure } from '../database/failure.ts';

const KEPT = 'Dữ liệu hiện có còn nguyên.';
const KEPT_EN = 'The present data is untouched.';

export function notABackup(path: string): PlainFailure {
  return new PlainFailure(
    `${path} chưa phải là bản sao lưu của cchc. Chọn tệp do "cchc backup" ghi. ${KEPT}`,
    `${path} is not a backup of cchc. Choose a file written by "cchc backup". ${KEPT_EN}`,
  );
}

export function cutShort(path: string): PlainFailure {
  return new PlainFailure(
    `Bản sao lưu ${path} bị cụt: thiếu phần cuối, thường do chép dở. Chép lại trọn tệp hoặc dùng bản khác. ${KEPT}`,
    `The backup ${path} is cut short: its end is missing, usually because it was not copied whole. Copy the whole file again or use another one. ${KEPT_EN}`,
  );
}

export function changed(path: string, cause?: unknown): PlainFailure {
  return new PlainFailure(
    `Bản sao lưu ${path} đã bị thay đổi hoặc hỏng: nội dung chưa khớp mã kiểm tra. Dùng bản sao khác của tệp. ${KEPT}`,
    `The backup ${path} was changed or damaged: its content does not fit its checksum. Use another copy of the file. ${KEPT_EN}`,
    cause,
  );
}

export function wrongKey(path: string): PlainFailure {
  return new PlainFailure(
    `Cụm mật khẩu chưa đúng với bản sao lưu ${path}. Nhập đúng cụm mật khẩu đã dùng lúc sao lưu. ${KEPT}`,
    `The passphrase does not open the backup ${path}. Give the one that was used for the backup. ${KEPT_EN}`,
  );
}

export function newerFormat(path: string): PlainFailure {
  return new PlainFailure(
    `Bản sao lưu ${path} do bản chương trình mới hơn ghi nên bản này chưa đọc được. Nâng cấp chương trình rồi phục hồi lại. ${KEPT}`,
    `The backup ${path} was written by a newer program and cannot be read by this one. Upgrade the program and restore again. ${KEPT_EN}`,
  );
}

export function newerSchema(step: string): PlainFailure {
  return new PlainFailure(
    `Bản sao lưu mới hơn chương trình (đã có bước ${step}). Nâng cấp chương trình rồi phục hồi lại. ${KEPT}`,
    `The backup is newer than the program (it has step ${step}). Upgrade the program and restore again. ${KEPT_EN}`,
  );
}

export function otherSchema(step: string): PlainFailure {
  return new PlainFailure(
    `Bản sao lưu được ghi bởi một bản chương trình khác: bước ${step} có nội dung khác. Phục hồi bằng đúng bản chương trình đã sao lưu. ${KEPT}`,
    `The backup was written by a different build: its step ${step} has other content. Restore with the build that made the backup. ${KEPT_EN}`,
  );
}

export function otherMode(found: 'demo' | 'office'): PlainFailure {
  return found === 'demo'
    ? new PlainFailure(
        `Đây là bản sao lưu của số liệu minh họa, chưa phục hồi vào cơ quan thật được. Bỏ --office, hoặc chọn đúng tệp. ${KEPT}`,
        `This is a backup of illustrative data and cannot be restored into a real office. Leave out --office, or choose the right file. ${KEPT_EN}`,
      )
    : new PlainFailure(
        `Đây là bản sao lưu của một cơ quan thật, chưa phục hồi vào bản minh họa được. Thêm --office, hoặc chọn đúng tệp. ${KEPT}`,
        `This is a backup of a real office and cannot be restored into the demonstration. Add --office, or choose the right file. ${KEPT_EN}`,
      );
}

/** The place holds data of the other kind, whatever the file is. */
export function otherTarget(found: string): PlainFailure {
  return new PlainFailure(
    `Nơi phục hồi đang giữ ${found === 'demo' ? 'số liệu minh họa' : 'dữ liệu của một cơ quan thật'}, khác loại với bản sao lưu. Chọn CCHC_DATA (hay DATABASE_URL) khác. ${KEPT}`,
    `The target holds ${found === 'demo' ? 'illustrative data' : 'the data of a real office'}, which is another kind than the backup. Choose another CCHC_DATA (or DATABASE_URL). ${KEPT_EN}`,
  );
}

export function dataStands(): PlainFailure {
  return new PlainFailure(
    'Nơi phục hồi đã có dữ liệu; phục hồi sẽ thay toàn bộ. Sao lưu dữ liệu hiện có trước, rồi thêm --into-existing. Chưa có gì bị thay.',
    'The target already holds data, all of which would be replaced. Back it up first, then add --into-existing. Nothing was replaced.',
  );
}

export function programServes(cause?: unknown): PlainFailure {
  return new PlainFailure(
    `Chương trình đang chạy trên cơ sở dữ liệu này. Dừng chương trình (Ctrl-C, hoặc dừng dịch vụ) rồi chạy lại lệnh. ${KEPT}`,
    `The program is running on this database. Stop the program (Ctrl-C, or stop the service) and run the command again. ${KEPT_EN}`,
    cause,
  );
}

export function ownerNeeded(): PlainFailure {
  return new PlainFailure(
    `Phục hồi cần quyền chủ sở hữu. Đặt thêm DATABASE_OWNER_URL rồi chạy lại. ${KEPT}`,
    `Restoring needs the rights of the owner. Set DATABASE_OWNER_URL too and run again. ${KEPT_EN}`,
  );
}

export function nothingToBackUp(): PlainFailure {
  return new PlainFailure(
    'Chưa có gì để sao lưu: cơ sở dữ liệu này chưa chạy lần nào. Kiểm tra CCHC_DATA (hay DATABASE_URL) và --office.',
    'There is nothing to back up: this database was never served. Check CCHC_DATA (or DATABASE_URL) and --office.',
  );
}

export function backupOfOther(found: 'demo' | 'office'): PlainFailure {
  return found === 'demo'
    ? new PlainFailure(
        'Cơ sở dữ liệu này giữ số liệu minh họa. Bỏ --office để sao lưu nó, hoặc chọn đúng CCHC_DATA (hay DATABASE_URL).',
        'This database holds illustrative data. Leave out --office to back it up, or choose the right CCHC_DATA (or DATABASE_URL).',
      )
    : new PlainFailure(
        'Cơ sở dữ liệu này là của một cơ quan thật. Thêm --office để sao lưu nó, hoặc chọn đúng CCHC_DATA (hay DATABASE_URL).',
        'This database belongs to a real office. Add --office to back it up, or choose the right CCHC_DATA (or DATABASE_URL).',
      );
}

export function fileStands(path: string): PlainFailure {
  return new PlainFailure(
    `Đã có tệp ${path}. Chọn tên khác, ví dụ có ngày tháng; tệp cũ được giữ nguyên.`,
    `${path} exists already. Choose another name, such as one with the date; the old file is kept.`,
  );
}

/** What the system said about a file, as far as a person can do something about it. */
export function fileFailure(path: string, error: unknown, doing: 'read' | 'write'): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return diskFull(path, error);
  if (code === undefined || !/^E[A-Z]+$/.test(code) || code === 'EPIPE') return error;
  return doing === 'read'
    ? new PlainFailure(
        `Chưa đọc được ${path} (${code}). Kiểm tra đường dẫn và quyền đọc. ${KEPT}`,
        `${path} cannot be read (${code}). Check its path and the right to read it. ${KEPT_EN}`,
        error,
      )
    : new PlainFailure(
        `Chưa ghi được ${path} (${code}). Kiểm tra thư mục có sẵn và cho ghi. ${KEPT}`,
        `${path} cannot be written (${code}). See that its folder exists and may be written. ${KEPT_EN}`,
        error,
      );
}

function diskFull(path: string, cause?: unknown): PlainFailure {
  return new PlainFailure(
    `Ổ đĩa đã đầy khi ghi ${path}. Giải phóng chỗ hoặc chọn ổ khác rồi chạy lại. ${KEPT}`,
    `The disk was full while writing ${path}. Free some space or choose another disk, and run again. ${KEPT_EN}`,
    cause,
  );
}

function connectionLost(cause: unknown): PlainFailure {
  return new PlainFailure(
    `Kết nối cơ sở dữ liệu bị ngắt giữa chừng nên chưa xong. Kiểm tra máy chủ PostgreSQL rồi chạy lại. ${KEPT}`,
    `The connection to the database broke, so this was not finished. See that the PostgreSQL server runs, and run again. ${KEPT_EN}`,
    cause,
  );
}

function notTaken(cause: Error): PlainFailure {
  return new PlainFailure(
    `Cơ sở dữ liệu chưa nhận bản sao lưu này (${cause.message}). Không có gì được thay. ${KEPT}`,
    `The database did not take this backup (${cause.message}). Nothing was replaced. ${KEPT_EN}`,
    cause,
  );
}

/** A failure of the database in words, when a person can do something about it. */
export function databaseFailure(error: unknown): unknown {
  if (error instanceof PlainFailure || !(error instanceof Error)) return error;
  const { code = '' } = error as { code?: string };
  if (code === '53100') return diskFull('PostgreSQL', error);
  if (code === '55P03') return programServes(error);
  const broken = /^(57P0|08|ECONN|EPIPE)/.test(code);
  if (broken || /Connection terminated|Client has encountered a connection error/.test(error.message)) {
    return connectionLost(error);
  }
  return /^[0-9A-Z]{5}$/.test(code) ? notTaken(error) : error;
}
