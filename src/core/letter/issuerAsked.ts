import type { Source } from './source.ts';

const ASKS = /(?:đề\s{1,4}nghị|yêu\s{1,4}cầu|giao|giục)\s{1,4}/giu;

/** 'Sở Nội vụ tỉnh Lạng Sơn' is 'Sở Nội vụ' and 'Sở' in its own letter; 'Cục Kiểm tra văn bản' is 'Cục'. */
const namesOf = (issuer: string): string[] => {
  const full = issuer.normalize('NFC').toLowerCase();
  const short = full.replace(/ (?:tỉnh|huyện|thành phố|quận|thị xã|xã|phường|thị trấn) \p{L}.*$/u, '');
  const level = /^(?:ubnd|hđnd) (?:tỉnh|huyện|thành phố|quận|thị xã|xã|phường|thị trấn)/u.exec(full)?.[0];
  const noun = /^(?:sở|cục|chi cục|phòng|vụ|ban|bộ|thanh tra|trung tâm|văn phòng)(?= )/u.exec(full)?.[0];
  return [full, short, level, noun].filter((name): name is string => Boolean(name));
};

/** Whether the last order before a place is one that another body gives the issuer: "đề nghị UBND tỉnh gửi …". */
export const isAskedOf = (source: Source, start: number, at: number, issuer: string | null): boolean => {
  if (!issuer) return false;
  const words =
    source.low
      .slice(start, at)
      .replace(/\s/g, ' ')
      .split(/[.;](?=\s)/u)
      .at(-1) ?? '';
  const last = [...words.matchAll(ASKS)].at(-1);
  if (!last) return false;
  const asked = words.slice(last.index + last[0].length);
  return namesOf(issuer).some(
    (name) =>
      asked.startsWith(name) &&
      /^\s{0,3}(?:\p{L}{1,12}\s){0,4}?(?:$|gửi|báo cáo|tổng hợp|xây dựng|nộp|cung cấp|hoàn thành)/u.test(
        asked.slice(name.length),
      ),
  );
};
