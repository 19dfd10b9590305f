import { fromUtf8, fromUtf16, fromWindows1252, fromWindows1258 } from './bytes.ts';
import { fromTcvn3 } from './tcvn3.ts';
import { fromVni } from './vni.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'tcvn3' | 'vni';

export type Decoded =
  | {
      readonly ok: true;
      readonly text: string;
      readonly encoding: Encoding;
      /** The letters were translated from an old font encoding: a person confirms the result. */
      readonly converted: boolean;
      readonly confirm: boolean;
    }
  | { readonly ok: false; readonly refusal: { readonly code: 'letter.accentsLost' | 'upload.unknownKind' } };

/** Words with marks that every official text holds: their number tells which reading of the letters is right. */
const COMMON = new Set(
  'của và các ngày tháng năm báo cáo việc số hành chính ủy uỷ nhân dân cộng hòa hoà xã hội nghĩa việt độc lập tự hạnh phúc kính gửi nơi nhận quý cải cách được thực hiện trước phòng sở huyện tỉnh vụ văn chủ tịch kết quả về để đến theo nội tổng hợp cơ đơn vị kế hoạch định lưu như trên yêu cầu đề nghị đối với những là có không một'.split(
    ' ',
  ),
);
const WORD = /[\p{L}\p{M}\u00ad]+/gu;

/** How many common marked words a text holds, of at most its first 20,000 letters. */
const score = (text: string): number => {
  let hits = 0;
  for (const m of text.slice(0, 20_000).normalize('NFC').matchAll(WORD)) {
    const word = m[0].toLowerCase();
    if (COMMON.has(word) && /[^a-z]/.test(word)) hits++;
  }
  return hits;
};

const MODERN = /[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|[a-zA-Z][\u0300-\u0323]/;
const OLD_LETTER = /[\u00a1-\u00fe]/;

/** Line by line: a document put together from two sources keeps its modern lines. */
const convertLines = (text: string, convert: (line: string) => string): string =>
  text
    .split('\n')
    .map((line) => (!MODERN.test(line) && OLD_LETTER.test(line) ? convert(line) : line))
    .join('\n');

const BARE_WORDS =
  /(?<![a-z])(?:cong hoa xa hoi|uy ban nhan dan|kinh gui|noi nhan|bao cao|cai cach|hanh chinh|thang \d|nam \d{4}|thuc hien|ke hoach|quyet dinh|chu tich|so noi vu|van phong)(?![a-z])/g;
const MARKED = /[\u00c0-\u1ef9]/g;

/** Words that lost their marks ("cong hoa xa hoi"), or hold question marks and boxes instead ("c?ng hòa x? h?i"). */
/** Letters with marks dropped by a PDF's font: "Kính g i", "Th c hi n", "H i ch nghĩa". */
const DROPPED =
  /(?<![\p{L}])(?:kính g i|c ng hòa|c ng h a|xã h i|th c hi n|đ c l p|ð c l p|quy t [đñ]{0,2} ?nh|hà n i|ngh [đñ]?ị?nh|y ban|k ho ch|nơi nh n|h nh phúc)(?![\p{L}])/gu;

const accentsLost = (text: string): boolean => {
  const sample = text.slice(0, 50_000).normalize('NFC').toLowerCase();
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 40) return false;
  const broken = sample.match(/(?:\p{L}[?\ufffd]{1,3}\p{L})|\ufffd/gu)?.length ?? 0;
  if (broken / letters > 0.02) return true;
  if ((sample.match(DROPPED)?.length ?? 0) >= 3) return true;
  const bare = sample.match(BARE_WORDS)?.length ?? 0;
  const marked = sample.match(MARKED)?.length ?? 0;
  return bare >= 3 && marked / letters < 0.03;
};

/** Letters of old fonts inside a text that is Unicode by its bytes: pasted text, Word and PDF files. */
export const repairText = (text: string, encoding: Encoding = 'utf-8'): Decoded => {
  const plain = score(text);
  const candidates: { text: string; encoding: Encoding; hits: number }[] = [];
  if (OLD_LETTER.test(text)) {
    for (const [name, convert] of [
      ['tcvn3', fromTcvn3],
      ['vni', fromVni],
    ] as const) {
      const converted = convertLines(text, convert);
      candidates.push({ text: converted, encoding: name, hits: score(converted) });
    }
  }
  const best = candidates.sort((a, b) => b.hits - a.hits)[0];
  if (best && best.hits >= 3 && best.hits > plain * 1.15)
    return {
      ok: true,
      text: best.text.normalize('NFC'),
      encoding: best.encoding,
      converted: true,
      confirm: true,
    };
  if (accentsLost(text)) return { ok: false, refusal: { code: 'letter.accentsLost' } };
  return { ok: true, text: text.normalize('NFC'), encoding, converted: false, confirm: false };
};

const looksUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  const length = Math.min(bytes.length, 2000) & ~1;
  if (length < 16) return undefined;
  let [even, odd] = [0, 0];
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const half = length / 2;
  if (odd / half > 0.4 && even / half < 0.05) return 'utf-16le';
  if (even / half > 0.4 && odd / half < 0.05) return 'utf-16be';
  return undefined;
};

const isBinary = (text: string): boolean => {
  const sample = text.slice(0, 4000);
  const odd = sample.match(/(?!\s)\p{Cc}/gu)?.length ?? 0;
  return sample.length > 0 && odd / sample.length > 0.05;
};

/** Bytes of a text file to text: the encoding first, then old fonts, then whether the marks survived. */
export const decodeText = (bytes: Uint8Array): Decoded => {
  const [a, b, c] = [bytes[0], bytes[1], bytes[2]];
  if (a === 0xff && b === 0xfe) return repairText(fromUtf16(bytes.subarray(2), true), 'utf-16le');
  if (a === 0xfe && b === 0xff) return repairText(fromUtf16(bytes.subarray(2), false), 'utf-16be');
  const own = a === 0xef && b === 0xbb && c === 0xbf ? bytes.subarray(3) : bytes;
  const wide = looksUtf16(own);
  if (wide) return repairText(fromUtf16(own, wide === 'utf-16le'), wide);
  const utf8 = fromUtf8(own);
  if (utf8 !== undefined)
    return isBinary(utf8) ? { ok: false, refusal: { code: 'upload.unknownKind' } } : repairText(utf8);
  const vietnamese = fromWindows1258(own);
  if (isBinary(vietnamese)) return { ok: false, refusal: { code: 'upload.unknownKind' } };
  const latin = repairText(fromWindows1252(own), 'windows-1258');
  const latinHits = latin.ok && latin.converted ? score(latin.text) : 0;
  if (score(vietnamese) >= latinHits && score(vietnamese) > 0) return repairText(vietnamese, 'windows-1258');
  if (latin.ok && latin.converted) return latin;
  return accentsLost(vietnamese)
    ? { ok: false, refusal: { code: 'letter.accentsLost' } }
    : { ok: true, text: vietnamese, encoding: 'windows-1258', converted: false, confirm: true };
};
