import { absent, type Found } from './reading.ts';
import { cite, type Source } from './source.ts';
import type { Zones } from './zones.ts';

const TITLES: readonly (readonly [string, string])[] = [
  ['KẾ HOẠCH', 'kế hoạch'],
  ['QUYẾT ĐỊNH', 'quyết định'],
  ['THÔNG BÁO', 'thông báo'],
  ['BÁO CÁO', 'báo cáo'],
  ['CHỈ THỊ', 'chỉ thị'],
  ['TỜ TRÌNH', 'tờ trình'],
  ['HƯỚNG DẪN', 'hướng dẫn'],
  ['GIẤY MỜI', 'giấy mời'],
  ['THƯ MỜI', 'giấy mời'],
  ['NGHỊ QUYẾT', 'nghị quyết'],
  ['CHƯƠNG TRÌNH', 'chương trình'],
  ['CÔNG ĐIỆN', 'công điện'],
  ['THÔNG TƯ', 'thông tư'],
  ['QUY CHẾ', 'quy chế'],
  ['PHIẾU CHUYỂN', 'phiếu chuyển'],
  ['PHIẾU GỬI', 'phiếu gửi'],
  ['PHIẾU BÁO', 'phiếu báo'],
  ['GIẤY TRIỆU TẬP', 'giấy triệu tập'],
  ['GIẤY GIỚI THIỆU', 'giấy giới thiệu'],
  ['THƯ CẢM ƠN', 'thư cảm ơn'],
  ['THƯ NGỎ', 'thư ngỏ'],
  ['THƯ CHÚC MỪNG', 'thư chúc mừng'],
  ['BIÊN BẢN', 'biên bản'],
  ['ĐỀ ÁN', 'đề án'],
  ['PHƯƠNG ÁN', 'phương án'],
  ['QUY ĐỊNH', 'quy định'],
  ['THÔNG CÁO', 'thông cáo'],
];
const SYMBOLS: readonly (readonly [RegExp, string])[] = [
  [/^KH-/, 'kế hoạch'],
  [/^QĐ-/, 'quyết định'],
  [/^TB-/, 'thông báo'],
  [/^BC-/, 'báo cáo'],
  [/^CT-/, 'chỉ thị'],
  [/^TTr-/i, 'tờ trình'],
  [/^HD-/, 'hướng dẫn'],
  [/^GM-/, 'giấy mời'],
  [/^NQ-/, 'nghị quyết'],
  [/^CTr-/, 'chương trình'],
  [/^CĐ-/, 'công điện'],
];

const TITLE = new RegExp(
  `(?:^|\\n)[ \\t]*(${TITLES.map(([t]) => t.replaceAll(' ', '[ ]{1,3}')).join('|')})[ \\t]*:?[ \\t]*(?=\\n|$)`,
  'gu',
);
const ABOUT = /V\s?[/\\]\s?[vV]|[Vv]ề việc/gu;

export const readKind = (source: Source, zones: Zones, symbol: Found<string>): Found<string> => {
  const { flat } = source;
  const head = flat.slice(0, Math.max(zones.headEnd, zones.bodyStart));
  for (const m of head.matchAll(TITLE)) {
    const title = (m[1] ?? '').replace(/\s+/g, ' ');
    const kind = TITLES.find(([t]) => t === title)?.[1];
    const start = m.index + m[0].indexOf(m[1] ?? '');
    if (kind) return { value: kind, from: cite(source, start, start + (m[1] ?? '').length) };
  }
  // "512/TTr-NV4" of an inspectorate, "88/CT-TTHT" of a tax office: "V/v" over "Kính gửi" makes it a letter.
  const isLetter =
    zones.addressStart !== undefined &&
    /V\s?[/\\]\s?v/u.test(head) &&
    !/^(?:KH|QĐ|GM)-/.test(symbol.value ?? '');
  if (symbol.value !== null && !isLetter)
    for (const [pattern, kind] of SYMBOLS)
      if (pattern.test(symbol.value)) return { value: kind, from: symbol.from };
  const about =
    [...flat.matchAll(ABOUT)].find((m) => m.index < zones.headEnd) ??
    [...flat.matchAll(/(?:^|\n)[ \t]*(V\s?\/\s?[vV])/gu)][0];
  if (about) {
    const start = about.index + about[0].search(/V|v/);
    return { value: 'công văn', from: cite(source, start, about.index + about[0].length) };
  }
  if (zones.addressStart !== undefined)
    return { value: 'công văn', from: cite(source, zones.headEnd, zones.addressStart) };
  return absent;
};
