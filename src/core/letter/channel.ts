import { type Source, squash } from './source.ts';

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gu;
const WAYS =
  /(?:(?:gửi\s+)?(?:qua|trên|bằng)\s+(?:hệ\s+thống\s+)?(?:phần\s+mềm|hệ\s+thống|trục\s+liên\s+thông|thư\s+điện\s+tử|hộp\s+thư|e-?mail|ioffice|vnpt|đường\s+(?:bưu\s+điện|công\s+văn))|trục\s+liên\s+thông|bản\s+giấy|file\s+mềm|bản\s+mềm|bản\s+điện\s+tử)(?:[^,;.()\n]|\n(?!\n)){0,90}/giu;
const WAY_END =
  /\s+(?:trước|chậm nhất|muộn nhất|để|và\s+(?:gửi|đồng)|về\s+(?:Phòng|Sở|UBND|Ủy ban|Bộ|Văn phòng)|theo\s+địa\s+chỉ|vào\s+ngày|đến\s+(?:Phòng|Sở|UBND|Bộ))/u;

/** By which way the report goes, in the letter's words; null when it names none. */
export const channelIn = (source: Source, start: number, end: number): string | null => {
  const words = source.flat.slice(start, Math.min(source.flat.length, end + 1));
  const found: string[] = [];
  for (const m of words.matchAll(WAYS)) {
    const way = squash(m[0].split(WAY_END)[0] ?? '').replace(/^gửi\s+/iu, '');
    // The address itself follows whole.
    const plain = way.replace(/\s*:\s*\S*$/u, '');
    if (plain && !found.includes(plain)) found.push(plain);
  }
  for (const m of words.matchAll(EMAIL)) if (!found.some((f) => f.includes(m[0]))) found.push(m[0]);
  return found.length ? found.join('; ') : null;
};
