import type { Block } from './blocks.ts';
import { dutyParts } from './duties.ts';
import { isGroup, ORGAN_HEAD } from './organs.ts';
import { partOf } from './part.ts';
import { plain } from './plain.ts';
import type { ReadGroup, ReadPart, ReadRecipient } from './reading.ts';
import { type Source, wordsAt } from './source.ts';

/** Sections of a letter that are no parts of the report: time, form, organisation. */
const NOT_PART =
  /^(?:ve (?:viec )?)?(?:thoi (?:gian|han|diem|ky)|ky (?:lay|chot|so lieu)|moc |ho tro |dau moi|noi dung, (?:bieu|mau)|noi dung va (?:bieu|mau|hinh thuc)|hinh thuc|phuong thuc|cach thuc|noi nhan|de cuong|moc|to chuc thuc hien|chot so lieu|so lieu (?:bao cao|tinh|lay|tu |den |cap nhat)|ky bao cao|dia chi|giao |yeu cau |(?:cac )?loai bao cao|luu y|trach nhiem|han (?:gui|nop|cuoi|chot)|che do bao cao|bieu mau|mau bieu|email|(?:cac |nhung )?(?:co quan|don vi)[^:]{0,40}(?:gui|bao cao ve)|bao cao gui|gui bao cao|(?:bao cao )?(?:quy|6 thang|nam|thang|dinh ky|dot xuat)[^:]{0,30}:? ?(?:truoc|cham nhat|gui|tu ngay|tinh tu|thoi)|truoc ngay|can cu|thuc hien (?:cong van|quyet dinh|ke hoach|chi thi|nghi quyet)|lien he|moi (?:thong tin|vuong mac)|nhan duoc)/;
const HAS_DEADLINE =
  /(?:truoc|cham nhat|muon nhat|han cuoi)\s{0,6}(?:la\s|vao\s|hoi\s|luc\s){0,2}\s{0,4}(?:ngay|\d{1,2}\s?(?:gio|h))/;
const HAS_LIMIT = /^(?:gui|nop) (?:ve|cho|qua) .{0,80}truoc |^so lieu[ :]/;
const INTRO =
  /(?:noi dung|nhu sau|cu the|gom|sau day|sau|de cuong|bao cao|van de|mot so|theo bo cuc|ket cau)[^:]{0,60}:\s*$/;
const REPORTS = /(?:bao cao|danh gia|noi dung|ket qua|tinh hinh|de cuong)/;

/** "Đề cương báo cáo đối với UBND các phường" heads the outline of those alone. */
const FOR_WHOM =
  /^(?:về\s+)?(?:đề\s+cương|nội\s+dung)(?:\s+báo\s+cáo)?\s+(?=(?:đối\s+với|của|dành\s+cho|áp\s+dụng)\s)(?:của\s+|dành\s+cho\s+|áp\s+dụng\s+(?:cho|đối\s+với)\s+)?/iu;
const ATTACHED =
  /(?:de cuong|mau|phu luc|bieu)[^;]{0,80}(?:kem|dinh kem)|(?:theo|gui kem|kem theo) (?:de cuong|mau|phu luc|bieu)/;

/** "Xây dựng báo cáo kết quả … theo đề cương": the whole report, no part of one. */
const WHOLE =
  /bao cao[^:;]{0,300}(?:theo|co|bam sat) (?:cac |noi dung )?de cuong|^doi voi (?:cac )?bao cao |: ?thuc hien theo (?:cac |noi dung )?(?:de cuong|mau)/;

/** How a heading that addresses somebody begins: "Kết quả khắc phục các tiêu chí" does not. */
const WHO =
  /^(?:các|toàn|tất cả|mọi|từng|mỗi|thủ trưởng|lãnh đạo|người|chủ tịch|ubnd|ủy ban|uỷ ban|sở|phòng|ban|bộ|cơ quan|đơn vị|xã|phường|huyện|những)(?!\p{L})/iu;

const bare = plain;

/** Whom a heading addresses: "1. Đối với UBND các xã, thị trấn:". undefined when it is no such heading. */
const addressees = (words: string, recipients: readonly ReadRecipient[]): readonly string[] | undefined => {
  const clean = words
    .replace(FOR_WHOM, '')
    .replace(/^(?:[Đđ]ối với|Về phía|Riêng|Yêu cầu|Đề nghị)\s+/u, '')
    .replace(/\s*\((?!.*\bxã\b)[^)]*\)\s*/gu, ' ')
    .replace(/[\s:.;,]+$/u, '');
  if (clean.length > 140 || clean.length < 3) return undefined;
  const exact = recipients.filter((r) => bare(r.text) === bare(clean));
  if (exact.length) return exact.map((r) => r.text);
  const within = recipients.filter((r) => clean.includes(r.text));
  const beside = within.reduce((rest, r) => rest.replace(r.text, ''), clean).replace(/[\s,;]|và/gu, '');
  if (within.length > 1 && beside === '') return within.map((r) => r.text);
  const first = clean.charAt(0).toUpperCase() + clean.slice(1).toLowerCase();
  const startsBody = ORGAN_HEAD.test(clean) || ORGAN_HEAD.test(first) || (isGroup(clean) && WHO.test(clean));
  if (!startsBody) return undefined;
  const key = bare(clean).replace(/uy ban nhan dan/g, 'ubnd');
  const keyOf = (r: ReadRecipient): string => bare(r.text).replace(/uy ban nhan dan/g, 'ubnd');
  const same = recipients.filter((r) => keyOf(r) === key);
  if (same.length) return same.map((r) => r.text);
  const inside = recipients.filter(
    (r) => key.includes(keyOf(r)) || (keyOf(r).includes(key) && key.length > 6),
  );
  if (inside.length) return inside.map((r) => r.text);
  // "Các phòng, cơ quan chuyên môn": every addressee of that kind, the communes' committees excepted.
  const wantsUnits =
    /^(?:cac|nhung|thu truong) [^:]{0,60}(?<![a-z])(?:phong|so|ban|nganh|co quan|don vi)(?![a-z])/.test(
      key,
    ) && !/^(?:chu tich )?ubnd /.test(key);
  if (wantsUnits) {
    const bodies = recipients.filter((r) => !/^(?:chu tich )?ubnd /.test(keyOf(r)));
    if (bodies.length) return bodies.map((r) => r.text);
  }
  const wantsCommittees = /ubnd (?:cac|cap)|cac (?:xa|huyen|phuong)/.test(key);
  if (wantsCommittees) {
    const committees = recipients.filter((r) => r.kind === 'group' && /ubnd /.test(keyOf(r)));
    if (committees.length) return committees.map((r) => r.text);
  }
  return undefined;
};

/** "Các trường học, Trạm Y tế: kết quả …": whose words follow, not what is reported. */
const BODIES =
  /^(?:các|những|toàn bộ)\s+(?:sở|phòng|ban|ngành|cơ quan|đơn vị|trường|xã|phường|huyện|quận|địa phương|bộ|trạm|trung tâm|chi cục)(?!\p{L})/iu;

/** A body as the subject of a bullet: its words are a lead's, not a part of everybody's outline. */
const startsWithBody = (words: string): boolean => {
  const m = /^([^:]{4,110}):/u.exec(words);
  const head = m?.[1] ?? words.slice(0, 60);
  if (m && BODIES.test(head)) return true;
  return ORGAN_HEAD.test(head) && !/^Ban hành/u.test(head) && !/^Báo cáo/u.test(head);
};

/** "UBND thị trấn yêu cầu các đơn vị báo cáo …:" is the issuer's order to all. */
const ISSUER_ORDERS = /^[^;:]{4,90}?\s(?:kính\s+|trân trọng\s+)?(?:yêu cầu|đề nghị|hướng dẫn|thông báo)\s/u;

const notPart = (words: string): boolean => {
  // The item's own sentence: what follows it on a flattened line is another matter.
  const own = bare(words.split(/[.;]\s+(?=['"(]?\p{Lu})/u)[0] ?? words);
  return NOT_PART.test(own) || WHOLE.test(own) || HAS_DEADLINE.test(own) || HAS_LIMIT.test(own);
};

/** "1. Nội dung báo cáo" heads the outline and is no part of it. */
const SECTION =
  /^(?:ve )?(?:cac |nhung )?(?:noi dung|de cuong|bo cuc|ket cau)(?: (?:can|chu yeu|cu the|yeu cau|trong tam))*(?: (?:bao cao|danh gia|tong hop))?(?: gom| bao gom| nhu sau| sau)?[^a-z]*$/;
const isSection = (words: string): boolean =>
  SECTION.test(bare(words)) ||
  (NOT_PART.test(bare(words)) && /^de cuong/.test(bare(words)) && words.length < 90);

/** "1. Nội dung: a; b; c": the parts stand in the sentence. undefined: no such item; empty: it names an attachment. */
const partsBehindSection = (source: Source, block: Block, words: string): ReadPart[] | undefined => {
  const colon = words.indexOf(':');
  if (colon < 0 || colon > 60 || !SECTION.test(bare(words.slice(0, colon)))) return undefined;
  const rest = words.slice(colon + 1).trim();
  if (rest === '') return undefined;
  if (ATTACHED.test(bare(rest))) return [];
  const parts: ReadPart[] = [];
  let at = source.flat.indexOf(':', block.words) + 1;
  for (const clause of source.flat.slice(at, block.end).split(';')) {
    const start =
      at +
      (/^\s*(?:\((?:[ivx]{1,4}|\d{1,2}|[a-zđ])\)|[a-zđ]\)|\d{1,2}\))?\s*/u.exec(clause)?.[0].length ?? 0);
    const part = partOf(source, { ...block, words: start, end: at + clause.length }, [], parts.length + 1);
    if (part) parts.push(part);
    at += clause.length + 1;
  }
  return parts.length > 1 ? parts : [];
};

/** "Nội dung gồm: kết quả …; ứng dụng …; kiến nghị (nếu có)." in running text. */
const CONTENTS = /(?<!\p{L})(?:các\s+)?nội\s+dung(?:\s+báo\s+cáo)?\s+(?:bao\s+)?gồm\s*:\s*/iu;
const partsInSentence = (source: Source, blocks: readonly Block[]): ReadPart[] => {
  for (const block of blocks) {
    const raw = source.flat.slice(block.words, block.end);
    const head = CONTENTS.exec(raw);
    if (!head) continue;
    const parts: ReadPart[] = [];
    let at = block.words + head.index + head[0].length;
    const sentence = source.flat.slice(at, block.end).split(/\.(?=\s|$)/u)[0] ?? '';
    for (const clause of sentence.split(';')) {
      const part = partOf(source, { ...block, words: at, end: at + clause.length }, [], parts.length + 1);
      if (part) parts.push(part);
      at += clause.length + 1;
    }
    return parts;
  }
  return [];
};

type Draft = { recipients: readonly string[]; parts: ReadPart[]; sameAs?: number; label: string };

/** One item that holds the whole outline, "1. Đánh giá kết quả …: a) … b) …": its own items are the parts. */
const unfolded = (source: Source, parts: ReadPart[], inner: readonly Block[]): ReadPart[] => {
  const title = bare(parts[0]?.title ?? '');
  const [top] = inner;
  const items = top ? inner.filter((b) => b.level === top.level && b.depth === top.depth) : [];
  if (items.length < 3 || !/(?:danh gia|bao cao|ket qua|noi dung)/.test(title)) return parts;
  return items.flatMap((block, order) => {
    const from = inner.indexOf(block) + 1;
    const to = inner.findIndex((b, k) => k >= from && items.includes(b));
    const part = partOf(source, block, inner.slice(from, to < 0 ? inner.length : to), order + 1);
    return part ? [part] : [];
  });
};

/** Items that directly follow an introduction, one level deep, with deeper items as fields. */
const listAfter = (
  source: Source,
  blocks: readonly Block[],
  index: number,
  until: (block: Block, words: string) => boolean,
): { parts: ReadPart[]; next: number } => {
  const parts: ReadPart[] = [];
  const first = blocks[index];
  if (!first || first.level === 0) return { parts, next: index };
  let i = index;
  let only: Block[] = [];
  while (i < blocks.length) {
    const block = blocks[i];
    if (!block) break;
    const words = wordsAt(source, block.words, block.end);
    if (until(block, words)) break;
    // "I. BÁO CÁO QUÝ I" over "1. Đối với UBND các xã": a title of outlines, no part of one.
    const under = blocks[i + 1];
    const below = under ? wordsAt(source, under.words, under.end) : '';
    if (under && under.level > block.level && !/:\s*\S/u.test(below) && until(under, below)) {
      i++;
      continue;
    }
    const behind = partsBehindSection(source, block, words);
    if (behind) {
      parts.push(...behind.map((p, k) => ({ ...p, order: parts.length + k + 1 })));
      i++;
      continue;
    }
    const rank = block.level * 10 + block.depth;
    const top = first.level * 10 + first.depth;
    if (rank < top || (block.level === 0 && parts.length > 0)) {
      if (block.level === 0 && /^\p{Ll}|^\(/u.test(words)) {
        i++;
        continue;
      }
      break;
    }
    if (isSection(words)) break;
    if (notPart(words) || startsWithBody(words)) {
      if (rank === top) {
        i++;
        if (notPart(words)) break;
        continue;
      }
      i++;
      continue;
    }
    const inner: Block[] = [];
    let j = i + 1;
    while (j < blocks.length) {
      const below = blocks[j];
      if (!below || below.level === 0) {
        // Running text under an item explains it; text that opens a new matter ends the list.
        if (
          below &&
          j + 1 < blocks.length &&
          (blocks[j + 1]?.level ?? 0) * 10 + (blocks[j + 1]?.depth ?? 0) >= top &&
          !INTRO.test(bare(wordsAt(source, below.words, below.end))) &&
          !until(below, wordsAt(source, below.words, below.end)) &&
          below.level === 0 &&
          !HAS_DEADLINE.test(bare(wordsAt(source, below.words, below.end)))
        ) {
          j++;
          continue;
        }
        break;
      }
      if (below.level * 10 + below.depth <= top) break;
      inner.push(below);
      j++;
    }
    // "1. Báo cáo quý I: + Thời điểm lấy số liệu …; + Gửi về … trước ngày …": a report of its own, no part of one.
    const isReport = inner.length > 0 && inner.every((b) => notPart(wordsAt(source, b.words, b.end)));
    const part = isReport ? undefined : partOf(source, block, inner, parts.length + 1);
    if (part) {
      parts.push(part);
      only = inner;
    }
    i = j;
  }
  return { parts: parts.length === 1 ? unfolded(source, parts, only) : parts, next: i };
};

export const readGroups = (
  source: Source,
  blocks: readonly Block[],
  recipients: readonly ReadRecipient[],
): ReadGroup[] => {
  const drafts: Draft[] = [];
  const everyone = recipients.map((r) => r.text);
  let current: Draft | undefined;
  let ordered = false;
  let i = 0;
  const headingOf = (block: Block, words: string): readonly string[] | undefined => {
    if (block.level === 0 || block.level === 5) return undefined;
    const colon = words.indexOf(':');
    const head = colon > 0 && colon < 140 ? words.slice(0, colon) : words.length <= 140 ? words : '';
    if (!head || block.level === 4) return undefined;
    return addressees(head, recipients);
  };
  while (i < blocks.length) {
    const block = blocks[i];
    if (!block) break;
    const words = wordsAt(source, block.words, block.end);
    const heading = headingOf(block, words);
    if (block.level === 0) ordered = /bao cao[^:]{0,160}:\s*$/.test(bare(words).slice(-200));
    if (heading) {
      current = { recipients: heading, parts: [], label: block.label };
      drafts.push(current);
      const rest = words.slice(words.indexOf(':') + 1).trim();
      if (words.indexOf(':') > 0 && rest.length > 20 && !INTRO.test(bare(words)))
        current.parts.push(...dutyParts(source, block, drafts, current));
      // "1. Đối với UBND các xã" over its items, under "… báo cáo như sau:".
      const below = blocks[i + 1];
      const heads =
        (ordered || FOR_WHOM.test(words)) &&
        words.length <= 140 &&
        below !== undefined &&
        below.level * 10 + below.depth > block.level * 10 + block.depth;
      if (!heads && !INTRO.test(bare(words)) && !words.trim().endsWith(':')) {
        i++;
        continue;
      }
    } else if (current && block.level > 0 && block.level <= 2 && notPart(words)) current = undefined;
    else if (current && block.level === 0) {
      const duties = dutyParts(source, block, drafts, current);
      if (duties.length) {
        current.parts.push(...duties);
        i++;
        continue;
      }
    }
    // A plan has contents of its own; only one that says so sets an outline for reports.
    const saysReport = everyone.length > 0 || /bao cao|de cuong/.test(bare(words));
    const isIntro =
      heading !== undefined ||
      (saysReport && isSection(words)) ||
      (saysReport &&
        INTRO.test(bare(words)) &&
        REPORTS.test(bare(words)) &&
        (!startsWithBody(words) ||
          ISSUER_ORDERS.test(words) ||
          (block.level === 0 && current !== undefined)));
    const next = blocks[i + 1];
    if (isIntro && next && next.level > 0) {
      const until = (b: Block, w: string): boolean => headingOf(b, w) !== undefined;
      const { parts, next: after } = listAfter(source, blocks, i + 1, until);
      if (parts.length) {
        const target: Draft = current ?? { recipients: everyone, parts: [], label: block.label };
        if (!current) {
          const open = drafts.find((d) => d.recipients === everyone);
          if (!open) drafts.push(target);
          else if (open.parts.length) {
            i = after;
            continue;
          }
        }
        if (target.parts.length === 0) target.parts.push(...parts);
        i = Math.max(after, i + 1);
        continue;
      }
    }
    i++;
  }
  if (drafts.every((d) => d.parts.length === 0)) {
    const parts = partsInSentence(source, blocks);
    if (parts.length > 1) return [{ recipients: everyone, parts }];
  }
  return drafts
    .filter((d) => d.parts.length > 0)
    .map((d) => ({
      recipients: d.recipients,
      ...(d.sameAs === undefined ? {} : { sameAs: d.sameAs }),
      parts: d.parts,
    }));
};
