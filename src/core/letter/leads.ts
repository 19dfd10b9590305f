import type { Block } from './blocks.ts';
import { isGroup, ORGAN_HEAD, organEnd } from './organs.ts';
import type { ReadLead } from './reading.ts';
import { bodyWithField, FIELD, fieldFirst, inBrackets, inRow } from './sharedOut.ts';
import { cite, type Source, squash } from './source.ts';

/** "- Phòng Nội vụ: Báo cáo các tiêu chí: a, b, c." and "Giao Sở X chủ trì, phối hợp với Sở Y báo cáo …". */
const REPORTS =
  /^(?:tổng hợp,?\s+)?(?:chịu trách nhiệm\s+)?(?:tham mưu\s+)?báo\s+cáo,?\s*(?:đánh giá\s+)?(?:về\s+)?(?:(?:các|những)\s+(?!nội dung còn lại))?(?:(?:kết quả|nội dung(?! còn lại)|tình hình)\s+(?:thực hiện\s+)?)?(?:(?:các|những)\s+(?!nội dung còn lại))?(?:tiêu chí(?:\s+thành phần)?|nội dung(?! còn lại)|lĩnh vực|nhiệm vụ|mục|phần)?\s*(?:về\s+)?[:\s]*/iu;
const LEADS = /chủ\s+trì\s*(?:,|và)?\s*phối\s+hợp\s+(?:với\s+)?/iu;
const FIELD_START =
  /(?<!tiếp nhận),\s+(?=(?:cải cách|công tác|tác động|kiểm soát|xây dựng|kết quả|tình hình|việc|chỉ số|ứng dụng|hiện đại|giải quyết|tổ chức bộ máy|chế độ|thể chế|thủ tục|tài chính công)(?!\p{L}))/giu;

const tidy = (words: string): string =>
  squash(words)
    .replace(/^[:;,.\s-]+/u, '')
    .replace(/[\s;:.,/]+$/u, '');

/** "…, và tổng hợp báo cáo chung của Sở" is what one does with the reports of all. */
const GATHERS = /\s+và\s+tổng\s+hợp\s+báo\s+cáo\s.*$/isu;

const splitFields = (words: string): string[] => {
  const clean = tidy(words.replace(GATHERS, ''));
  const numbered = clean
    .split(/\(\d{1,2}\)\s*/u)
    .map(tidy)
    .filter(Boolean);
  if (numbered.length > 1) return numbered;
  return clean
    .split(FIELD_START)
    .map(tidy)
    .filter((w) => w.length > 3);
};

/** Bodies after "phối hợp với", up to the verb that says what for. */
const partnersAt = (source: Source, from: number, limit: number): { names: string[]; end: number } => {
  const names: string[] = [];
  let at = from;
  for (let i = 0; i < 12; i++) {
    const rest = source.flat.slice(at, limit);
    const gap = /^[\s,]*(?:và\s+|với\s+|các\s+(?=cơ quan|đơn vị|sở|phòng|ban))?/u.exec(rest)?.[0].length ?? 0;
    const next = source.flat.slice(at + gap, limit);
    if (!ORGAN_HEAD.test(next) && !/^(?:cơ quan|đơn vị)/u.test(next)) break;
    const end = organEnd(source, at + gap, limit);
    const name = squash(source.flat.slice(at + gap, end));
    if (name) names.push(name);
    if (end <= at) break;
    at = end;
  }
  return { names, end: at };
};

/** "… đối với lĩnh vực được phân công:" over "- Phòng Tư pháp: cải cách thể chế". */
const ASSIGNED =
  /(?:lĩnh\s+vực|nội\s+dung|tiêu\s+chí)[^.:;]{0,80}(?:phân\s+công|phụ\s+trách|theo\s+dõi|chủ\s+trì)[^.:;]{0,80}:\s*$|phân\s+công\s+chủ\s+trì[^:]{0,220}:\s*$|phân\s+công[^.;]{0,80}(?:lĩnh\s+vực|nội\s+dung|báo\s+cáo|như\s+sau)[^.;]{0,60}:\s*$|(?:được\s+giao|phân\s+công|đầu\s+mối|phụ\s+trách)[^.:;]{0,60}lĩnh\s+vực[^:;]{0,200}:\s*$/iu;
/** "báo cáo kết quả …, cụ thể như sau:" over "1. Phòng Kinh tế: cải cách tài chính công". */
const ORDERED = /báo\s+cáo[^:;]{0,240}:\s*$/iu;
const isUnder = (source: Source, blocks: readonly Block[], index: number, head: RegExp): boolean => {
  const own = blocks[index];
  for (let i = index - 1; own && i >= Math.max(0, index - 30); i--) {
    const above = blocks[i];
    if (!above) break;
    if (above.level !== 0 && above.level * 10 + above.depth >= own.level * 10 + own.depth) continue;
    return head.test(source.flat.slice(Math.max(above.start, above.end - 260), above.end));
  }
  return false;
};

/** "Hiện đại hóa hành chính (phối hợp Sở Khoa học và Công nghệ)". */
const WITH = /\s*\(\s*phối\s+hợp\s+(?:với\s+)?/iu;

/** "Phòng Xây dựng, kiểm tra và theo dõi thi hành pháp luật: Báo cáo …": the name runs on to its colon. */
const REST_OF_NAME =
  /^(,\s+(?!các |phối |chủ |báo |tổng |gửi |đề |yêu |có |theo )\p{Ll}[^:;.,()]{2,100}):\s+Báo\s+cáo\s/u;

const DUTY_FOLLOWS = /(?:báo\s+cáo|tổng\s+hợp|tiêu\s+chí|lĩnh\s+vực|nội\s+dung)/iu;

export const readLeads = (source: Source, blocks: readonly Block[]): ReadLead[] => {
  const leads: ReadLead[] = [];
  const { flat } = source;
  for (const [index, block] of blocks.entries()) {
    leads.push(...inBrackets(source, block));
    if (block.level === 0) leads.push(...inRow(source, block));
    if (block.level === 0 || block.level === 1) continue;
    const first = fieldFirst(source, block);
    const shared = first ?? bodyWithField(source, block);
    if (shared) {
      leads.push(shared);
      continue;
    }
    const raw = flat.slice(block.words, block.end);
    const skip = /^(?:Giao|Đề nghị|Yêu cầu)\s+/u.exec(raw)?.[0].length ?? 0;
    const bodyAt = block.words + skip;
    if (!ORGAN_HEAD.test(flat.slice(bodyAt, bodyAt + 40))) continue;
    let bodyEnd = organEnd(source, bodyAt, block.end);
    // "Văn phòng UBND tỉnh, Trung tâm Phục vụ hành chính công tỉnh: …": both lead.
    const both = /^\s*(?:,|và)\s+/u.exec(flat.slice(bodyEnd, block.end))?.[0].length ?? 0;
    if (both && ORGAN_HEAD.test(flat.slice(bodyEnd + both, bodyEnd + both + 40))) {
      const secondEnd = organEnd(source, bodyEnd + both, block.end);
      if (flat.charAt(secondEnd) === ':') bodyEnd = secondEnd;
    }
    bodyEnd += REST_OF_NAME.exec(flat.slice(bodyEnd, Math.min(block.end, bodyEnd + 140)))?.[1]?.length ?? 0;
    const lead = squash(flat.slice(bodyAt, bodyEnd));
    if (!lead || isGroup(lead)) continue;
    let at = bodyEnd + (/^[\s:]*/.exec(flat.slice(bodyEnd, block.end))?.[0].length ?? 0);
    const assigned =
      isUnder(source, blocks, index, ASSIGNED) ||
      (FIELD.test(flat.slice(at, at + 80)) && isUnder(source, blocks, index, ORDERED));
    if (!assigned && !DUTY_FOLLOWS.test(flat.slice(at, at + 160))) continue;
    let reported = false;
    let said: string[] = [];
    // Each clause may have its own partners.
    for (const clause of flat.slice(at, block.end).split(';')) {
      const clauseEnd = at + clause.length;
      let from = at + (/^\s*/.exec(clause)?.[0].length ?? 0);
      let partners: string[] = assigned ? said : [];
      const withOthers = LEADS.exec(flat.slice(from, clauseEnd));
      if (withOthers && withOthers.index < 4) {
        const found = partnersAt(source, from + withOthers.index + withOthers[0].length, clauseEnd);
        partners = found.names;
        said = found.names;
        from = found.end + (/^[\s,:]*/.exec(flat.slice(found.end, clauseEnd))?.[0].length ?? 0);
      } else {
        const only = /^chủ\s+trì,?\s+/iu.exec(flat.slice(from, clauseEnd));
        if (only) from += only[0].length;
      }
      const verb = REPORTS.exec(flat.slice(from, clauseEnd));
      // Without the verb "báo cáo" the sentence gives other work, not a part of the report.
      const named = /^(?:lĩnh vực|tiêu chí|nội dung)\s+(?:về\s+)?/iu.exec(flat.slice(from, clauseEnd));
      // "báo cáo nội dung a; b": the verb is said once.
      const carried = reported && !withOthers && !/^\p{Lu}/u.test(flat.charAt(from));
      const head = verb?.[0].length
        ? verb
        : (named ?? (carried || assigned ? ([''] as unknown as RegExpExecArray) : null));
      if (head) {
        const start = from + head[0].length;
        const whole = flat.slice(start, clauseEnd).split(/\.(?=\s+\p{Lu})/u)[0] ?? '';
        const aside = assigned ? WITH.exec(whole) : null;
        if (aside) partners = partnersAt(source, start + aside.index + aside[0].length, clauseEnd).names;
        const sentence = aside ? whole.slice(0, aside.index) : whole;
        const hasDeadline = /(?:trước|chậm nhất)[^,;]{0,20}ngày/iu.test(sentence);
        const toWhom = /^(?:UBND|Ủy ban|về\s+|cho\s+|Sở|Phòng|Bộ|Chủ tịch|định kỳ|theo)/u.test(
          sentence.trim(),
        );
        if (verb?.[0].length && !toWhom) reported = true;
        if (!hasDeadline && !toWhom)
          for (const field of splitFields(sentence)) {
            const offset = Math.max(0, squash(sentence) ? sentence.indexOf(field.split(' ')[0] ?? '') : 0);
            const exact = sentence.indexOf(field);
            const a = start + (exact >= 0 ? exact : offset);
            leads.push({
              field,
              lead,
              partners,
              from: cite(source, a, exact >= 0 ? a + field.length : start + sentence.length),
            });
          }
      }
      at = clauseEnd + 1;
    }
  }
  return leads;
};
