import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { letterRefusals } from '../../core/letter/refusals.ts';
import { readUpload, UPLOAD_LIMIT } from './readUpload.ts';

type FileText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** The text of a file that the command line names, through the same gate as an upload. */
export const fileText = async (file: string, length: 'any' | 'letter'): Promise<FileText> => {
  const refused = (code: keyof typeof letterRefusals): FileText => ({
    ok: false,
    code,
    message: letterRefusals[code].vi,
  });
  let bytes: Buffer;
  try {
    const { size } = await stat(file);
    if (size > UPLOAD_LIMIT) return refused('upload.tooLarge');
    bytes = await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const message =
      code === 'ENOENT'
        ? `Chưa tìm thấy tệp ${file}. Kiểm tra lại đường dẫn.`
        : `Chưa mở được tệp ${file} (${code ?? 'lỗi'}). Kiểm tra quyền đọc tệp.`;
    return { ok: false, code: 'file.unreadable', message };
  }
  const upload = await readUpload(bytes, basename(file), length);
  if (!upload.ok) return refused(upload.refusal.code);
  if (upload.notes.converted)
    console.error(
      `${basename(file)} dùng bảng mã ${upload.encoding === 'vni' ? 'VNI' : 'TCVN3'}, đã chuyển sang Unicode: kiểm tra lại chữ trước khi dùng.`,
    );
  return { ok: true, text: upload.text };
};
