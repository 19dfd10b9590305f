import type { Block } from './blocks.ts';
import { isGroup, ORGAN_HEAD, organEnd } from './organs.ts';
import type { ReadLead } from './reading.ts';
import { cite, type Source, squash } from './source.ts';

/** Fields shared out without a verb: "Cải cách thể chế: Phòng Tư pháp", "(Vụ Pháp chế - cải cách thể chế; …)". */

/** The fields of administrative reform (Nghị quyết 76/NQ-CP) as letters begin them. */
export const FIELD =
  /^(?:(?:nội dung|lĩnh vực|công tác|kết quả)\s+)?(?:cải cách|chỉ đạo|thể chế|thủ tục hành chính|TTHC|tổ chức bộ máy|chế độ công vụ|tài chính công|hiện đại (?:hóa|hoá)|chuyển đổi số|chính quyền (?:điện tử|số)|xây dựng(?:,| và)?(?: phát triển)? (?:chính quyền|chính phủ)|xây dựng (?:đội ngũ|và nâng cao)|kiểm soát (?:TTHC|thủ tục)|đội ngũ cán bộ|tác động của)(?!\p{L})/iu;

const clean = (words: string): string =>
  squash(words)
    .replace(/^[:;,.\s-]+/u, '')
    .replace(/[\s;:.,/]+$/u, '');

const isBody = (words: string): boolean => ORGAN_HEAD.test(words) && !isGroup(words);

/** "3. Cải cách thủ tục hành chính: Văn phòng Sở báo cáo …": the field first, then who reports on it. */
const DOES = /^\s*(?:$|[.;(]|(?:báo cáo|chủ trì|phụ trách|tổng hợp|tham mưu|cung cấp|đánh giá)(?!\p{L}))/u;
export const fieldFirst = (source: Source, block: Block): ReadLead | undefined => {
  const raw = source.flat.slice(block.words, Math.min(block.end, block.words + 600));
  const colon = raw.indexOf(':');
  if (colon < 5 || colon > 120 || !FIELD.test(raw)) return undefined;
  const field = clean(raw.slice(0, colon));
  const names: string[] = [];
  let at = block.words + colon + 1;
  for (let i = 0; i < 8; i++) {
    const gap = /^\s*(?:,\s*|và\s+)?/u.exec(source.flat.slice(at, block.end))?.[0].length ?? 0;
    if (!isBody(source.flat.slice(at + gap, Math.min(block.end, at + gap + 60)).split(/[,;.]/u)[0] ?? ''))
      break;
    const end = organEnd(source, at + gap, block.end);
    names.push(squash(source.flat.slice(at + gap, end)));
    at = end;
  }
  if (!names.length || !DOES.test(source.flat.slice(at, block.end))) return undefined;
  return { field, lead: names.join(', '), partners: [], from: cite(source, block.words, at) };
};

/** "các đơn vị được giao đầu mối (Vụ Pháp chế - cải cách thể chế; Vụ Tổ chức cán bộ - …)". */
const GIVEN = /(?:đầu\s+mối|phụ\s+trách|phân\s+công|được\s+giao|chủ\s+trì)[^.;:()]{0,80}\(/giu;
export const inBrackets = (source: Source, block: Block): ReadLead[] => {
  const raw = source.flat.slice(block.words, block.end);
  for (const m of raw.matchAll(GIVEN)) {
    const open = m.index + m[0].length;
    const close = raw.slice(open, open + 1200).indexOf(')');
    if (close < 0) continue;
    const leads: ReadLead[] = [];
    let at = open;
    for (const clause of raw.slice(open, open + close).split(';')) {
      const middle = /\s[-–]\s+(?=\p{Ll})|\s?:\s/u.exec(clause);
      const lead = middle ? squash(clause.slice(0, middle.index)) : '';
      const field = middle ? clean(clause.slice(middle.index + middle[0].length)) : '';
      if (field.length > 3 && lead.length < 100 && isBody(lead)) {
        const from = block.words + at;
        leads.push({ field, lead, partners: [], from: cite(source, from, from + clause.length) });
      }
      at += clause.length + 1;
    }
    if (leads.length > 1) return leads;
  }
  return [];
};
