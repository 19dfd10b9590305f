import { gapped, NAME, NO_NAME, POSITIONS } from './positions.ts';
import type { ReadSigner } from './reading.ts';
import { cite, type Source, squash } from './source.ts';
import type { Zones } from './zones.ts';

const ORGANS = '(?:Ủ?Ỷ?Y|ỦY|UỶ) BAN NHÂN DÂN|UBND';
const AUTHORITY =
  /(?<![\p{L}\d])(TM|TL|KT|TUQ|T\/M|T\/L|K\/T|T\.M|T\.L|K\.T)(?:\s{0,2}\.\s{0,3}|[ ]{1,3})(?=\p{Lu})|(?<![\p{L}\d])(Q)\s{0,2}\.\s{0,3}(?=\p{Lu})/gu;
const POSITION = new RegExp(
  `(?<![\\p{L}])(?:${gapped(POSITIONS)})(?:[ ]?[-,&]?[ ]{1,2}(?:UBND|ỦY BAN NHÂN DÂN|HĐND|VĂN PHÒNG|THƯỜNG TRỰC|TỔ CHỨC|NỘI VỤ|CẢI CÁCH HÀNH CHÍNH|SỞ|PHÒNG|BỘ|(?!(?:BS|TS|KS|CN)[.])[\\p{Lu}]{2,}(?=[ \\n]|$)))*(?![\\p{L}])`,
  'gu',
);
const MIXED_POSITION = new RegExp(`^[ \\t]*(?:${gapped(POSITIONS)})[ \\t]*$`, 'iu');

const BODY_AFTER = new RegExp(
  `^(?:(?:${ORGANS})(?:[ ]{1,3}[\\p{Lu}]+(?!\\p{L})){0,6}|[\\p{Lu}]{2,}(?:[ ,-]{1,3}[\\p{Lu}]+(?!\\p{L})){0,8})`,
  'u',
);

/** Lines and columns of the foot, each with its place. */
const piecesOf = (flat: string, from: number, to: number): { start: number; words: string }[] => {
  const pieces: { start: number; words: string }[] = [];
  let at = from;
  for (const line of flat.slice(from, to).split('\n')) {
    for (const m of line.matchAll(/[^\s](?:[^\s]|[ ](?=[^\s]))*/gu))
      pieces.push({ start: at + m.index, words: m[0] });
    at += line.length + 1;
  }
  return pieces;
};

/** A left column's item and a right column's words on one line: "- Như trên; TL. CHỦ TỊCH". */
const rightColumn = (words: string): { offset: number; words: string } => {
  const m = /^(?:[-+][^;.]{0,120}[;.]|Nơi\s?nhận\s?:?)\s+(?=\S)/u.exec(words);
  return m ? { offset: m[0].length, words: words.slice(m[0].length) } : { offset: 0, words };
};

type Stack = { words: string; start: number; end: number; authority: string | null }[];

export const readSigner = (source: Source, zones: Zones): ReadSigner => {
  const { flat } = source;
  const stack: Stack = [];
  let name: { words: string; start: number; end: number } | undefined;
  const pieces = piecesOf(flat, zones.footStart, zones.footEnd);
  for (const piece of pieces) {
    const right = rightColumn(piece.words);
    const words = right.words;
    const start = piece.start + right.offset;
    AUTHORITY.lastIndex = 0;
    const authority = AUTHORITY.exec(words);
    if (authority && (authority.index === 0 || /[;.:,\p{Ll}]\s*$/u.test(words.slice(0, authority.index)))) {
      const rest = words.slice(authority.index + authority[0].length);
      const mark = `${(authority[1] ?? authority[2] ?? '').replace(/[/.]/, '')}.`;
      // Two authorities that lost their line end, or authority and position on one line.
      POSITION.lastIndex = 0;
      const body = BODY_AFTER.exec(rest)?.[0] ?? rest;
      const at = start + authority.index;
      const split = splitPositions(body);
      stack.push({
        words: split.first,
        start: at,
        end: at + authority[0].length + split.first.length,
        authority: mark,
      });
      if (split.second) {
        const from = at + authority[0].length + body.indexOf(split.second, split.first.length);
        stack.push({ words: split.second, start: from, end: from + split.second.length, authority: null });
      }
      const inner = new RegExp(AUTHORITY.source, AUTHORITY.flags);
      const second = inner.exec(rest);
      if (second && second.index > 0) {
        const bodyTwo = splitPositions(
          BODY_AFTER.exec(rest.slice(second.index + second[0].length))?.[0] ?? '',
        );
        stack.push({
          words: bodyTwo.first,
          start: at,
          end: at + words.length,
          authority: `${(second[1] ?? second[2] ?? '').replace(/[/.]/, '')}.`,
        });
        if (bodyTwo.second)
          stack.push({ words: bodyTwo.second, start: at, end: at + words.length, authority: null });
      }
      name = undefined;
      const trailing = trailingName(words);
      if (trailing && stack.length)
        name = { ...trailing, start: start + trailing.start, end: start + trailing.end };
      continue;
    }
    POSITION.lastIndex = 0;
    const position =
      POSITION.exec(words) ??
      (MIXED_POSITION.test(words) && stack.length ? MIXED_POSITION.exec(words) : null);
    if (position && (position.index === 0 || words.slice(0, position.index).trim().length < 60)) {
      const own = position[0].trim();
      const at = start + position.index;
      stack.push({ words: own, start: at, end: at + position[0].length, authority: null });
      name = undefined;
      const trailing = trailingName(words);
      if (trailing) name = { ...trailing, start: start + trailing.start, end: start + trailing.end };
      continue;
    }
    if (stack.length && !name) {
      const plain = words
        .replace(/^(?:\(?\s*(?:đã ký|Đã ký|ĐÃ KÝ|ký)\s*\)?)[\s.:]*/u, '')
        .replace(/[.,\s]+$/u, '');
      const m = NAME.exec(plain);
      if (m?.[1] && !NO_NAME.test(m[1])) {
        const at = start + words.indexOf(m[1]);
        name = { words: m[1], start: at, end: at + m[1].length };
      }
    }
  }
  if (!stack.length) return { authority: null, onBehalfOf: null, position: null, name: null, from: null };
  const last = stack.at(-1);
  const withAuthority = [...stack].reverse().find((s) => s.authority !== null);
  const position = last && last.authority === null ? squash(last.words) : null;
  const clean = (words: string | undefined): string | null => (words ? squash(words) : null);
  const first = Math.min(...stack.map((s) => s.start));
  const end = name ? Math.max(name.end, ...stack.map((s) => s.end)) : Math.max(...stack.map((s) => s.end));
  // "Q. GIÁM ĐỐC" is the position itself: an acting head signs for nobody else.
  if (withAuthority?.authority === 'Q.')
    return {
      authority: 'Q.',
      onBehalfOf: null,
      position: clean(withAuthority.words),
      name: clean(name?.words),
      from: cite(source, first, end),
    };
  return {
    authority: withAuthority?.authority ?? null,
    onBehalfOf: clean(withAuthority?.words),
    position,
    name: name ? squash(name.words) : null,
    from: cite(source, first, end),
  };
};

const TWO_POSITIONS = new RegExp(
  `^(${gapped(POSITIONS)}|${ORGANS})\\s{1,4}(?=(${gapped(POSITIONS)})(?![\\p{L}]))`,
  'u',
);

/** "CHỦ TỊCH PHÓ CHỦ TỊCH" on one line is two lines of a signature. */
const splitPositions = (words: string): { first: string; second: string | null } => {
  POSITION.lastIndex = 0;
  const simple = TWO_POSITIONS.exec(words);
  if (simple?.[1]) {
    const second = words.slice(simple[0].length);
    return { first: simple[1], second: second.trim() || null };
  }
  return { first: words.trim(), second: null };
};

const trailingName = (words: string): { words: string; start: number; end: number } | undefined => {
  const m =
    /(?<=\p{Lu}{2,}\s{1,3}(?:\(?[Đđ]ã ký\)?\s{1,3})?(?:(?:BS|ThS|TS|KS|CN)\.\s?)?)(\p{Lu}(?:['’]\p{Lu})?\p{Ll}{0,7}(?:[ ]\p{Lu}(?:['’]\p{Lu})?\p{Ll}{0,7}){1,4})(?=$|\s+(?:V\/v|Nơi|ĐỀ|PHỤ|In trang|\())/u.exec(
      words,
    );
  if (!m?.[1] || NO_NAME.test(m[1])) return undefined;
  return { words: m[1], start: m.index, end: m.index + m[1].length };
};

/** The foot without the words of the signature, for the list of copies. */
export const signatureWords = (foot: string): string =>
  foot
    .replace(/\(\s{0,3}(?:đã\s?ký|Đã\s?ký|ĐÃ\s?KÝ)\s{0,3}\)|(?<=\s{2})(?:Đã ký|ĐÃ KÝ)(?=\s|$)/gu, (m) =>
      ' '.repeat(m.length),
    )
    .split('\n')
    .map((line) => {
      let kept = line;
      const authority = new RegExp(AUTHORITY.source, AUTHORITY.flags).exec(kept);
      if (authority) kept = kept.slice(0, authority.index);
      POSITION.lastIndex = 0;
      const position = POSITION.exec(kept);
      if (position && (position.index === 0 || /[;.\s]\s*$/u.test(kept.slice(0, position.index))))
        kept = kept.slice(0, position.index);
      const columns = kept.split(
        /\t|\s{3,}(?=\p{Lu}(?:['’]\p{Lu})?\p{Ll}+(?:[ ]\p{Lu}(?:['’]\p{Lu})?\p{Ll}+){1,4}\s*$)/u,
      );
      return columns[0]?.trim() ? (columns[0] ?? '') : (columns.find((c) => c.trim().startsWith('-')) ?? '');
    })
    .join('\n');
