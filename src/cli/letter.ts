import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { readLetter } from '../core/letter/read.ts';
import type { From, LetterReading } from '../core/letter/reading.ts';
import { PlainFailure } from '../server/database/failure.ts';
import { readArguments } from './arguments.ts';
import { dim, print, UsageFailure, words } from './terminal.ts';

/** Reads a letter without a database: as JSON for a script, or as a summary with the words each value comes from. */
export async function letter(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean', default: false } });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new UsageFailure(
      'Cho biết một tệp công văn: cchc letter TỆP [--json].',
      'Name one letter: cchc letter FILE [--json].',
    );
  }
  const reading = readLetter(readText(file));
  if (values.json) print(JSON.stringify(reading, null, 2));
  else printReading(reading);
  return 0;
}

function readText(file: string): string {
  if (extname(file).toLowerCase() !== '.txt') {
    throw new PlainFailure(
      `Lệnh này đọc tệp văn bản .txt, chưa đọc "${extname(file) || file}". Lưu công văn thành văn bản thuần (UTF-8) rồi chạy lại.`,
      `This command reads text files (.txt), not "${extname(file) || file}" yet. Save the letter as plain text (UTF-8) and run again.`,
    );
  }
  const bytes = readBytes(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new PlainFailure(
      `Tệp ${file} chưa phải là văn bản UTF-8 (có thể dùng bảng mã cũ như TCVN3). Mở tệp, lưu lại với bảng mã UTF-8 rồi chạy lại.`,
      `${file} is not UTF-8 text (it may use an old encoding such as TCVN3). Open it, save it as UTF-8 and run again.`,
      cause,
    );
  }
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new PlainFailure(
      `Chưa mở được tệp ${file} (${code}). Kiểm tra đường dẫn và quyền đọc.`,
      `${file} cannot be opened (${code}). Check its path and the right to read it.`,
      cause,
    );
  }
}

function printReading(reading: LetterReading): void {
  const line = (name: string, value: string | null, from: From | null) => {
    const missing = words('chưa thấy trong công văn', 'not found in the letter');
    print(`${name.padEnd(18)} ${value ?? dim(missing)}`);
    const quote = from?.text.replace(/\s+/g, ' ').trim();
    if (quote && quote !== value) print(dim(`${' '.repeat(18)} « ${quote} »`));
  };
  const { isRequest, period } = reading;
  const yes = words('có', 'yes');
  const no = words('không', 'no');
  line(words('Yêu cầu báo cáo', 'Orders a report'), isRequest.value ? yes : no, isRequest.from);
  line(words('Cơ quan', 'Issuer'), reading.issuer.value, reading.issuer.from);
  line(words('Số', 'Number'), reading.number.value, reading.number.from);
  line(words('Ngày', 'Date'), reading.date.value, reading.date.from);
  line(words('Về việc', 'Subject'), reading.subject.value, reading.subject.from);
  const named = period.value;
  line(
    words('Kỳ', 'Period'),
    named && [named.kind, named.index, named.year].filter((part) => part !== null).join(' '),
    period.from,
  );
  for (const window of reading.windows) {
    line(words('Kỳ số liệu', 'Window'), `${window.from ?? '…'} – ${window.to ?? '…'}`, window.words);
  }
  for (const deadline of reading.deadlines) {
    line(words('Hạn', 'Deadline'), deadline.at ?? deadline.text, deadline.from);
  }
  line(words('Nơi nhận báo cáo', 'Receiver'), reading.receiver.value, reading.receiver.from);
  for (const recipient of reading.recipients) {
    line(words('Kính gửi', 'Addressed to'), recipient.text, recipient.from);
  }
  for (const group of reading.groups) {
    print(`${words('Đề cương', 'Outline').padEnd(18)} ${group.recipients.join('; ')}`);
    for (const part of group.parts) print(`${' '.repeat(18)} ${part.order}. ${part.title}`);
  }
  for (const lead of reading.leads) {
    const partners =
      lead.partners.length > 0 ? ` (${words('phối hợp', 'with')}: ${lead.partners.join(', ')})` : '';
    print(`${words('Chủ trì', 'Lead').padEnd(18)} ${lead.field}: ${lead.lead}${partners}`);
  }
  for (const warning of reading.warnings) print(`! ${warning}`);
}
