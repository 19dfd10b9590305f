import type { Block } from './blocks.ts';
import { plain } from './plain.ts';
import type { ReadRecipient } from './reading.ts';
import type { Source } from './source.ts';

/** Plain words without the small ones that addresses add or leave out: "UBND 14 phường" is "UBND các phường". */
const key = (words: string): string =>
  plain(words)
    .replace(/uy ban nhan dan/g, 'ubnd')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bubnd (?:cac|cap|\d{1,3}) /g, 'ubnd ')
    .replace(/\b(?:cac|nhung) /g, '')
    .replace(/^(?:(?:thu truong|chu tich|giam doc|hieu truong|lanh dao|dai dien) )+/, '')
    .trim();

const QUALIFIER =
  / (?:cap tinh|cap huyen|cap xa|cua (?:tinh|huyen|so)|tinh|huyen|xa|quan|thi xa|thanh pho|phuong|(?:truc )?thuoc .*|(?:dong )?tren dia ban.*|tuyen tinh)$/;

/** Shorter names of the same people: "Các sở, ban, ngành cấp tỉnh" is also "sở, ban, ngành". */
const namesOf = (recipient: ReadRecipient): string[] => {
  const full = key(recipient.text);
  const isCommittee = full.startsWith('ubnd ');
  const short = isCommittee ? full.replace(/ (?:truc )?thuoc .*$/, '') : full.replace(QUALIFIER, '');
  const names = [full, ...(short.includes(' ') && short.length > 5 ? [short] : [])];
  return isCommittee ? [...names, ...names.map((n) => n.slice(5)).filter((n) => n.length > 9)] : names;
};

const named = (words: string, recipients: readonly ReadRecipient[]): string[] => {
  const text = ` ${key(words)} `;
  return recipients.filter((r) => namesOf(r).some((name) => text.includes(` ${name} `))).map((r) => r.text);
};

/** "Các phòng, cơ quan chuyên môn" means every office by name; "các sở" every addressee whose name begins so. */
const byKind = (words: string, recipients: readonly ReadRecipient[]): string[] => {
  const low = plain(words).replace(/\s+/g, ' ');
  const keys = recipients.map((r) => ({ text: r.text, key: key(r.text) }));
  const offices =
    /(?:cac|nhung) (?:co quan chuyen mon|phong ban|phong chuyen mon|phong(?=,? (?:van phong|ban|don vi|co quan|gui|nop|va)))/.test(
      low,
    );
  const head = /(?:^|[^a-z])cac (so|phong|cuc|chi cuc|huyen|xa|bo|truong)(?![a-z])/.exec(low)?.[1];
  return keys
    .filter(
      (r) =>
        (offices &&
          /^(?:phong|van phong|thanh tra|ban|trung tam|doi|bao hiem|chi cuc|kho bac|cong an|co quan chuyen mon) /.test(
            r.key,
          )) ||
        (head !== undefined && r.key.startsWith(`${head} `)),
    )
    .map((r) => r.text);
};

/** "nhóm 2": whom the second point of the letter addresses. */
const byGroup = (
  source: Source,
  blocks: readonly Block[],
  words: string,
  recipients: readonly ReadRecipient[],
): string[] => {
  const n = /(?:nhóm|mục|điểm)\s+(\d{1,2})(?!\d)[^.;]{0,20}$/u.exec(words.toLowerCase())?.[1];
  const point = n ? blocks.find((b) => b.level === 2 && b.label === n) : undefined;
  return point ? named(source.flat.slice(point.words, point.end).split(':')[0] ?? '', recipients) : [];
};

/** "đề nghị các sở, ban, ngành; UBND các huyện báo cáo …": the first of those asked stand before the ";". */
const ROW =
  /(?:đề\s+nghị|yêu\s+cầu)\s+((?:(?!báo\s+cáo|gửi|nộp|thực\s+hiện|xây\s+dựng|tổng\s+hợp)[^.:]){3,240};)\s*$/iu;

/** "a) UBND các xã, phường, đặc khu: chậm nhất …" names "UBND các xã, phường, đặc khu Phú Quý" by its first words. */
const byFirstWords = (who: string, recipients: readonly ReadRecipient[]): string[] => {
  const pieces = key(who.replace(/^\s*(?:(?:[a-zđ]|\d{1,2})[.)]|[-+])?\s*(?:(?:đối với|riêng)\s+)?/iu, ''))
    .split(' va ')
    .filter((piece) => piece.includes(' '));
  return recipients
    .filter((r) => pieces.some((piece) => `${key(r.text)} `.startsWith(`${piece} `)))
    .map((r) => r.text);
};

/** What is left when the addressees' own names are taken out: "các đơn vị trực thuộc Sở" is one of them, not all. */
const beside = (words: string, recipients: readonly ReadRecipient[]): string =>
  recipients
    .map((r) => plain(r.text).replace(/\s+/g, ' ').trim())
    .filter((name) => name.replace(EVERYBODY, '').trim().includes(' '))
    .reduce((rest, name) => rest.split(name).join(' '), plain(words).replace(/\s+/g, ' '));

const EVERYBODY = /cac co quan don vi|cac don vi|cac dia phuong|cac co quan(?! chuyen mon)|thu truong|tat ca/;

/** A paragraph behind the last item of a list whose items have no paragraphs of their own: it speaks of all of them. */
const closesList = (blocks: readonly Block[], last: number, index: number): boolean => {
  const [item, block] = [blocks[last], blocks[index]];
  if (!item || block?.level !== 0 || index !== last + 1) return false;
  const alike = (b: Block | undefined): boolean =>
    b !== undefined && b.level === item.level && b.depth === item.depth;
  if (blocks.slice(index + 1).some(alike)) return false;
  for (let i = last - 1; i >= 0; i--) {
    const above = blocks[i];
    if (!above || above.level === 0 || (above.level < item.level && above.level > 0)) return false;
    if (alike(above)) return true;
  }
  return false;
};

/** Whom a deadline binds: those its own clause names before it, else its section's heading, else everybody. */
export const scopeOf = (
  source: Source,
  blocks: readonly Block[],
  index: number,
  sentence: { start: number; end: number },
  at: number,
  recipients: readonly ReadRecipient[],
): readonly string[] => {
  const everyone = recipients.map((r) => r.text);
  if (recipients.length < 2) return everyone;
  const rowFrom = Math.max(blocks[index]?.start ?? sentence.start, sentence.start - 300);
  const row = ROW.exec(source.flat.slice(rowFrom, sentence.start))?.[1] ?? '';
  const before = `${row} ${source.flat.slice(sentence.start, at)}`;
  // Whom the report goes to is not who owes it.
  const subject = before.split(/(?:gửi|nộp|báo cáo)\s+(?:[^.;]{0,40}\s)?(?:về|cho|tới)\s/iu)[0] ?? before;
  const group = byGroup(source, blocks, subject, recipients);
  if (group.length) return group;
  const meant = (words: string): string[] => {
    const wanted = new Set([...named(words, recipients), ...byKind(beside(words, recipients), recipients)]);
    return everyone.filter((text) => wanted.has(text));
  };
  if (EVERYBODY.test(beside(subject, recipients))) return everyone;
  const who = /^([^:]{3,160}):\s*$/u.exec(subject)?.[1];
  const led = who ? byFirstWords(who, recipients) : [];
  const own = everyone.filter((text) => led.includes(text) || meant(subject).includes(text));
  if (own.length) return own;
  const block = blocks[index];
  if (!block) return everyone;
  // "a) Phòng Kinh tế … cung cấp số liệu; gửi trước 27/11": whom the item itself began with.
  const item =
    block.level > 0 ? source.flat.slice(block.words, Math.min(sentence.start, block.words + 400)) : '';
  if (item !== '' && !EVERYBODY.test(plain(item))) {
    const ofItem = meant(item);
    if (ofItem.length) return ofItem;
  }
  // A cell of a table: whose row it is stands in a cell before it.
  if (block.level === 0 && at - block.start < 3 && block.end - at < 60)
    for (let i = index - 1; i >= Math.max(0, index - 4); i--) {
      const cell = blocks[i];
      const who =
        cell && cell.end - cell.start < 120 ? named(source.flat.slice(cell.start, cell.end), recipients) : [];
      if (who.length) return who;
    }
  const rank = block.level === 0 ? 99 : block.level * 10 + block.depth;
  for (let i = index - 1; i >= 0; i--) {
    const above = blocks[i];
    if (!above || above.level === 0 || above.level >= 4) continue;
    if (above.level * 10 + above.depth >= rank) continue;
    const words = source.flat.slice(above.words, above.end).split(':')[0] ?? '';
    if (words.length > 160) return everyone;
    // Text that goes on after the last item and one more paragraph is for all again.
    const isBehind =
      block.level === 0 &&
      above.end - above.words - words.length > 15 &&
      blocks.slice(i + 1, index).some((b) => b.level === 0) &&
      !blocks.slice(index + 1).some((b) => b.level === above.level);
    if (isBehind || closesList(blocks, i, index)) return everyone;
    const over = named(words, recipients);
    return over.length ? over : everyone;
  }
  return everyone;
};
