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

/** Bodies one after another: "Phòng Nghiệp vụ Y, Phòng Nghiệp vụ Dược". */
const bodiesAt = (source: Source, from: number, limit: number): { names: string[]; end: number } => {
  const names: string[] = [];
  let at = from;
  for (let i = 0; i < 8; i++) {
    const gap = /^\s*(?:,\s*|và\s+)?/u.exec(source.flat.slice(at, limit))?.[0].length ?? 0;
    const next = source.flat.slice(at + gap, Math.min(limit, at + gap + 60)).split(/[,;.()]/u)[0] ?? '';
    if (!isBody(next)) break;
    const end = organEnd(source, at + gap, limit);
    names.push(squash(source.flat.slice(at + gap, end)));
    at = end;
  }
  return { names, end: at };
};

/** "3. Cải cách thủ tục hành chính: Văn phòng Sở báo cáo …", "… (Văn phòng Sở)": the field first, then who reports on it. */
const DOES =
  /^\s*(?:$|[.;(]|(?:báo cáo|chủ trì|phụ trách|tổng hợp|tham mưu|cung cấp|đánh giá|thực hiện)(?!\p{L}))/u;
const WITH = /^\s*chủ\s+trì\s*(?:,|và)?\s*phối\s+hợp\s+(?:với\s+)?/u;
export const fieldFirst = (source: Source, block: Block): ReadLead | undefined => {
  const raw = source.flat.slice(block.words, Math.min(block.end, block.words + 600));
  const mark = /[:(]\s*(?:(?:giao|do)\s+)?/iu.exec(raw);
  if (!mark || mark.index < 5 || mark.index > 120 || !FIELD.test(raw)) return undefined;
  const { names, end } = bodiesAt(source, block.words + mark.index + mark[0].length, block.end);
  const rest = source.flat.slice(end, block.end);
  const closes = mark[0].startsWith('(') ? /^\s*(?:chủ trì|báo cáo|phụ trách)?\s*\)\s*[.;,]?\s*$/u : DOES;
  if (!names.length || !closes.test(rest)) return undefined;
  const partners = bodiesAt(source, end + (WITH.exec(rest)?.[0].length ?? 0), block.end).names;
  return {
    field: clean(raw.slice(0, mark.index)),
    lead: names.join(', '),
    partners,
    from: cite(source, block.words, end),
  };
};

/** "- Phòng Tư pháp (cải cách thể chế);" under a sentence that shares out. */
const ASIDE = /^\s*\(\s*([^()]{4,160})\)\s*[.;,]?\s*$/u;
export const bodyWithField = (source: Source, block: Block): ReadLead | undefined => {
  if (!isBody(source.flat.slice(block.words, block.words + 60).split(/[,;.()]/u)[0] ?? '')) return undefined;
  const end = organEnd(source, block.words, block.end);
  const field = clean(ASIDE.exec(source.flat.slice(end, block.end))?.[1] ?? '').replace(
    /^(?:nội dung|lĩnh vực)\s+/iu,
    '',
  );
  if (!FIELD.test(field)) return undefined;
  const lead = squash(source.flat.slice(block.words, end));
  return { field, lead, partners: [], from: cite(source, block.words, block.end) };
};

/** "Trong đó, Phòng Tư pháp báo cáo nội dung cải cách thể chế; Phòng Nội vụ báo cáo …" in running text. */
export const inRow = (source: Source, block: Block): ReadLead[] => {
  const raw = source.flat.slice(block.words, Math.min(block.end, block.words + 3000));
  const leads: ReadLead[] = [];
  let at = 0;
  for (const clause of raw.split(/[;:]|\.(?=\s)/u)) {
    const start =
      block.words + at + (/^\s*(?:(?:trong đó|riêng|giao)\s*,?\s*)?/iu.exec(clause)?.[0].length ?? 0);
    const limit = block.words + at + clause.length;
    at += clause.length + 1;
    if (!isBody(source.flat.slice(start, Math.min(limit, start + 60)).split(/[,()]/u)[0] ?? '')) continue;
    const end = organEnd(source, start, limit);
    const verb = /^\s*báo\s+cáo\s+(?:thêm\s+)?(?:về\s+)?(?:nội\s+dung|lĩnh\s+vực)\s+/u.exec(
      source.flat.slice(end, limit),
    );
    const field = verb ? clean(source.flat.slice(end + verb[0].length, limit)) : '';
    if (field.length < 100 && FIELD.test(field))
      leads.push({
        field,
        lead: squash(source.flat.slice(start, end)),
        partners: [],
        from: cite(source, start, limit),
      });
  }
  return leads.length > 1 ? leads : [];
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
