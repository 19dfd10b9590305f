import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readLetter } from '../../core/letter/read.ts';
import type { LetterReading } from '../../core/letter/reading.ts';
import { letterRefusals } from '../../core/letter/refusals.ts';
import { readUpload, UPLOAD_LIMIT } from './readUpload.ts';

const REASONS = {
  invitation: 'giấy mời',
  comments: 'lấy ý kiến',
  reminder: 'đôn đốc',
  forwarding: 'gửi báo cáo đi',
  notice: 'thông báo',
  report: 'là báo cáo, tờ trình',
  noOrder: 'chưa thấy yêu cầu báo cáo',
} as const;

const row = (name: string, value: string | null): string =>
  `${(name && `${name}:`).padEnd(18)}${value ?? '(chưa có)'}`;

const table = (r: LetterReading): string => {
  const period = r.period.value;
  const lines = [
    row('Yêu cầu báo cáo', r.isRequest.value ? 'có' : `không (${REASONS[r.isRequest.reason ?? 'noOrder']})`),
    row('Loại văn bản', r.kind.value),
    row('Cơ quan ban hành', [r.issuerParent.value, r.issuer.value].filter(Boolean).join(' / ') || null),
    row('Số, ký hiệu', `${r.number.value ?? '…'}/${r.symbol.value ?? '…'}`),
    row('Nơi, ngày', `${r.place.value ?? '…'}, ${r.date.value ?? '…'}`),
    row('Trích yếu', r.subject.value),
    row(
      'Kỳ báo cáo',
      period ? [period.kind, period.index, period.year].filter((v) => v !== null).join(' ') : null,
    ),
    ...r.recipients.map((x) => row('Kính gửi', x.text)),
    ...r.legalBases.map((b) =>
      row('Căn cứ', [b.kind, b.number, b.date, b.issuer].filter(Boolean).join(', ')),
    ),
    ...r.groups.flatMap((g) => [
      row('Đề cương cho', g.recipients.join('; ')),
      ...g.parts.map((p) => row('', `${p.order}. ${p.title}`)),
    ]),
    ...r.leads.map((l) => row('Chủ trì', `${l.lead}: ${l.field}`)),
    ...r.windows.map((w) => row('Số liệu', `${w.from ?? '…'} đến ${w.to ?? '…'}`)),
    ...r.deadlines.map((d) => row('Thời hạn', `${d.text} (${d.at ?? (d.rule ? 'định kỳ' : 'chưa rõ năm')})`)),
    row('Nơi nhận báo cáo', r.receiver.value),
    row(
      'Người ký',
      [r.signer.authority, r.signer.onBehalfOf, r.signer.position, r.signer.name].filter(Boolean).join(' ') ||
        null,
    ),
    ...r.copies.map((c) => row('Nơi nhận', c)),
    ...r.warnings.map((w) => row('Cần xem lại', w)),
  ];
  return lines.join('\n');
};

const USAGE =
  'cchc letter FILE [--json]\n  Đọc một công văn (.txt .docx .pdf .html) / Reads an official letter.';

/** `cchc letter FILE [--json]`: needs no database. Answers the exit code. */
export const letterCommand = async (args: string[]): Promise<number> => {
  const json = args.includes('--json');
  const file = args.find((a) => !a.startsWith('-'));
  if (!file || args.includes('--help')) {
    console.log(USAGE);
    return file || args.includes('--help') ? 0 : 1;
  }
  const refused = (code: keyof typeof letterRefusals): number => {
    if (json) console.log(JSON.stringify({ ok: false, refusal: { code, message: letterRefusals[code].vi } }));
    console.error(letterRefusals[code].vi);
    return 1;
  };
  let bytes: Buffer;
  try {
    const { size } = await stat(file);
    if (size > UPLOAD_LIMIT) return refused('upload.tooLarge');
    bytes = await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    console.error(
      code === 'ENOENT'
        ? `Chưa tìm thấy tệp ${file}. Kiểm tra lại đường dẫn.`
        : `Chưa mở được tệp ${file} (${code ?? 'lỗi'}). Kiểm tra quyền đọc tệp.`,
    );
    return 1;
  }
  const upload = await readUpload(bytes, basename(file), 'any');
  if (!upload.ok) return refused(upload.refusal.code);
  const reading = readLetter(upload.text);
  if (upload.notes.converted)
    console.error(
      `Văn bản dùng bảng mã ${upload.encoding === 'vni' ? 'VNI' : 'TCVN3'}, đã chuyển sang Unicode: kiểm tra lại chữ trước khi dùng.`,
    );
  console.log(json ? JSON.stringify(reading, null, 1) : table(reading));
  return 0;
};
