import { withoutMarks } from '../kernel/search.ts';
import type { Block } from './blocks.ts';
import type { ReadRecipient } from './reading.ts';
import type { Source } from './source.ts';

const key = (words: string): string =>
  withoutMarks(words)
    .replace(/uy ban nhan dan/g, 'ubnd')
    .replace(/\s+/g, ' ')
    .replace(/[,.;:]/g, '')
    .trim();

/** Shorter names of the same people: "UBND các xã, thị trấn" is also "các xã, thị trấn". */
const namesOf = (recipient: ReadRecipient): string[] => {
  const full = key(recipient.text);
  const short = full.replace(/^(?:chu tich )?ubnd /, '');
  return short !== full && short.length > 5 ? [full, short] : [full];
};

const named = (words: string, recipients: readonly ReadRecipient[]): string[] => {
  const text = key(words);
  return recipients.filter((r) => namesOf(r).some((name) => text.includes(name))).map((r) => r.text);
};

/** "Các sở" means every addressee whose name begins so. */
const byKind = (words: string, recipients: readonly ReadRecipient[]): string[] => {
  const text = key(words);
  const m = /(?:^|[^a-z])cac (so|phong|cuc|chi cuc|huyen|xa|bo)(?![a-z])/.exec(text);
  if (!m?.[1]) return [];
  const head = m[1];
  return recipients
    .filter((r) => key(r.text).startsWith(`${head} `) || key(r.text).startsWith(`cac ${head}`))
    .map((r) => r.text);
};

const EVERYBODY = /cac co quan don vi|cac don vi|cac dia phuong|cac co quan|thu truong|tat ca/;

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
  const before = source.flat.slice(sentence.start, at);
  // Whom the report goes to is not who owes it.
  const subject = before.split(/(?:gửi|nộp|báo cáo)\s+(?:[^.;]{0,40}\s)?(?:về|cho|tới)\s/iu)[0] ?? before;
  const own = named(subject, recipients);
  if (own.length) return EVERYBODY.test(key(subject)) ? everyone : own;
  if (EVERYBODY.test(key(subject))) return everyone;
  const kind = byKind(subject, recipients);
  if (kind.length) return kind;
  const block = blocks[index];
  if (!block) return everyone;
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
    const over = named(words, recipients);
    return over.length ? over : everyone;
  }
  return everyone;
};
