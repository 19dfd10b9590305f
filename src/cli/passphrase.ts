import { readFileSync } from 'node:fs';
import { PlainFailure } from '../server/database/failure.ts';
import { words } from './terminal.ts';

/** From a file, from the environment, or typed by whoever sits at the terminal; twice where a slip would cost all. */
export async function readPassphrase(options: { file: string | undefined; twice: boolean }): Promise<string> {
  const given = options.file === undefined ? process.env.CCHC_BACKUP_PASSPHRASE : fromFile(options.file);
  if (given !== undefined) return notEmpty(given.replace(/\r?\n$/, ''));
  if (!process.stdin.isTTY || !process.stdout.isTTY) throw nobodyToAsk();
  const typed = notEmpty(await ask(words('Cụm mật khẩu của bản sao lưu: ', 'Passphrase of the backup: ')));
  if (options.twice && (await ask(words('Nhập lại: ', 'Once more: '))) !== typed) {
    throw new PlainFailure(
      'Hai lần nhập cụm mật khẩu chưa giống nhau. Chạy lại lệnh.',
      'The passphrase was typed differently the second time. Run the command again.',
    );
  }
  return typed;
}

function fromFile(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new PlainFailure(
      `Chưa đọc được tệp cụm mật khẩu ${path} (${code}). Kiểm tra đường dẫn và quyền đọc.`,
      `The passphrase file ${path} cannot be read (${code}). Check its path and the right to read it.`,
      cause,
    );
  }
}

function notEmpty(passphrase: string): string {
  if (passphrase.trim() !== '') return passphrase;
  throw new PlainFailure(
    'Cụm mật khẩu còn trống. Bản sao lưu chứa mật khẩu và dữ liệu của mọi người nên luôn được mã hóa: ghi một cụm mật khẩu vào tệp rồi chạy lại.',
    'The passphrase is empty. A backup holds the secrets and data of everybody and is always encrypted: put a passphrase into the file and run again.',
  );
}

function nobodyToAsk(): PlainFailure {
  return new PlainFailure(
    'Chưa có cụm mật khẩu. Thêm --passphrase-file TỆP, hoặc đặt CCHC_BACKUP_PASSPHRASE.',
    'There is no passphrase. Add --passphrase-file FILE, or set CCHC_BACKUP_PASSPHRASE.',
  );
}

const CTRL_C = '\u0003';
const BACKSPACES = ['\u0008', '\u007f'];

/** One line from the terminal that nobody sees. */
function ask(question: string): Promise<string> {
  process.stdout.write(question);
  process.stdin.setRawMode(true).setEncoding('utf8').resume();
  return new Promise((resolve, reject) => {
    let typed: string[] = [];
    const finish = (end: () => void) => {
      process.stdin.off('data', take).setRawMode(false).pause();
      process.stdout.write('\n');
      end();
    };
    const take = (text: string) => {
      for (const key of text) {
        if (key === CTRL_C) return finish(() => reject(interrupted()));
        if (key === '\r' || key === '\n') return finish(() => resolve(typed.join('')));
        typed = BACKSPACES.includes(key) ? typed.slice(0, -1) : [...typed, key];
      }
    };
    process.stdin.on('data', take);
  });
}

function interrupted(): PlainFailure {
  return new PlainFailure('Đã dừng theo yêu cầu. Chưa làm gì.', 'Stopped as asked. Nothing was done.');
}
