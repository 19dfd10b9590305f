import { isGroup, ORGAN_HEAD } from './organs.ts';
import type { ReadRecipient } from './reading.ts';
import { cite, type Source, squash } from './source.ts';
import type { Zones } from './zones.ts';

/** One addressee of the list after "Kính gửi", before "các phòng: a, b" is taken apart. */
type Item = { start: number; end: number };

const BULLET = /^[ \t]*(?:[-+•o·](?=[ \t]*\S)|\d{1,2}[.)](?=\s)|[a-zđ][.)](?=\s))[ \t]*/u;

const itemsOf = (source: Source, from: number, to: number): Item[] => {
  const { flat } = source;
  const items: Item[] = [];
  let lineStart = from;
  const push = (start: number, end: number, isNew: boolean): void => {
    const words = squash(flat.slice(start, end));
    if (!words) return;
    const last = items.at(-1);
    const closed = last ? /[;.]\s*$/.test(flat.slice(last.start, last.end)) : true;
    const lastWords = last ? squash(flat.slice(last.start, last.end)) : '';
    const continues =
      last &&
      !isNew &&
      (!closed || /^\p{Ll}/u.test(words)) &&
      (/^\p{Ll}|^[-–]\s|^\d/u.test(words) ||
        /[,:-]$/.test(lastWords) ||
        (!ORGAN_HEAD.test(words) && !isGroup(words)));
    if (continues && last) last.end = end;
    else items.push({ start, end });
  };
  for (const line of flat.slice(from, to).split('\n')) {
    const bullet = BULLET.exec(line);
    // Bullets that lost their line ends stay recognisable after ";".
    let start = lineStart + (bullet?.[0].length ?? 0);
    let isNew = Boolean(bullet);
    for (const m of line.matchAll(/;\s{0,6}(?:[-+•]\s{0,4})?|[.,]\s{1,6}[-+•]\s{1,4}(?=\p{Lu})/gu)) {
      const at = lineStart + m.index;
      if (at < start) continue;
      push(start, at + 1, isNew);
      start = at + m[0].length;
      isNew = true;
    }
    push(start, lineStart + line.length, isNew);
    lineStart += line.length + 1;
  }
  return items;
};

/** Commas part bodies when every piece begins one; "các sở, ban, ngành" is one group. */
const commaParts = (words: string): { offset: number; text: string }[] => {
  const parts: { offset: number; text: string }[] = [];
  let offset = 0;
  for (const piece of words.split(',')) {
    parts.push({ offset: offset + (/^\s*/.exec(piece)?.[0].length ?? 0), text: piece.trim() });
    offset += piece.length + 1;
  }
  return parts;
};

const LIST =
  /^((?:Các|các)\s+)(Phòng|phòng|Sở|sở|Ban|ban|Cục|cục|Chi cục|chi cục|Bộ|bộ|Vụ|vụ)([^:,;()]{0,40})?\s*:\s*/u;

/** "UBND các xã: A, B" names communes one by one. */
const COMMUNES =
  /^((?:Chủ tịch\s+)?(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân))\s+các\s+(xã|phường|thị trấn|huyện|quận|thành phố|tỉnh)\s*:\s*/u;
/** "Cácphòng": the space was lost. */
const respace = (words: string): string =>
  words.replace(
    /^(Các|các)(?=(?:phòng|sở|ban|bộ|xã|đơn|cơ|huyện|ngành|phường|thành|tỉnh|đồng|vụ|cục|quận))/u,
    '$1 ',
  );

const tidyEnd = /[\s;.,:/]+$/;

const expand = (source: Source, item: Item): ReadRecipient[] => {
  const { flat } = source;
  const raw = flat.slice(item.start, item.end);
  const lead = /^\s*/.exec(raw)?.[0].length ?? 0;
  const start = item.start + lead;
  const words = raw.slice(lead).replace(tidyEnd, '');
  if (words.length < 2) return [];
  const one = (
    offset: number,
    text: string,
    value = respace(squash(text)),
    kind?: 'named' | 'group',
  ): ReadRecipient => ({
    text: value,
    kind: kind ?? (isGroup(value) ? 'group' : 'named'),
    from: cite(source, start + offset, start + offset + text.length),
  });
  const communes = COMMUNES.exec(words);
  if (communes)
    return commaParts(words.slice(communes[0].length))
      .filter((p) => p.text)
      .map((p) =>
        one(
          communes[0].length + p.offset,
          p.text,
          `${communes[1]} ${communes[2]} ${squash(p.text)}`,
          'named',
        ),
      );
  const list = LIST.exec(words);
  if (list) {
    const noun = list[2] ?? '';
    // "Các Chi cục Hải quan cửa khẩu: Hữu Nghị, …": the field stands in every name.
    const field = /^\s*\p{Lu}/u.test(list[3] ?? '') ? ` ${squash(list[3] ?? '')}` : '';
    const head = noun.charAt(0).toUpperCase() + noun.slice(1) + field;
    return commaParts(words.slice(list[0].length))
      .filter((p) => p.text)
      .flatMap((p) => {
        // "…, Nội vụ và Văn phòng HĐND": the last may bring a body of its own.
        const two = /^(.+?)\s+và\s+((?:Văn phòng|Thanh tra|Công an|Sở|Phòng|Ban)\s.+)$/u.exec(p.text);
        const pieces = two ? [two[1] ?? '', two[2] ?? ''] : [p.text];
        return pieces.map((text) => {
          const name = squash(text);
          const value = ORGAN_HEAD.test(name) && !/^(?:Tổ chức|Quản)/u.test(name) ? name : `${head} ${name}`;
          return one(list[0].length + p.offset + p.text.indexOf(text), text, value, 'named');
        });
      });
  }
  const parts = commaParts(words);
  // "VNPT Đắk Lắk, Viettel Đắk Lắk": names of one pattern, with the same place behind each.
  const placeOf = (text: string): string | undefined => /^\p{Lu}\S*((?: \p{Lu}\S*){2,3})$/u.exec(text)?.[1];
  if (
    parts.length > 1 &&
    parts.every((p) => placeOf(p.text) && placeOf(p.text) === placeOf(parts[0]?.text ?? ''))
  )
    return parts.map((p) => one(p.offset, p.text));
  const groupAt = parts.findIndex((p) => isGroup(p.text));
  if (parts.length > 1 && parts.every((p) => ORGAN_HEAD.test(p.text)) && groupAt < 0)
    return parts.map((p) => one(p.offset, p.text));
  // "Các phòng chuyên môn, Thanh tra Sở, Trung tâm Quy hoạch": a group, then bodies by their whole names.
  const isWhole = (text: string): boolean => {
    const head = ORGAN_HEAD.exec(text)?.[0];
    return head !== undefined && head.length < text.length && !isGroup(text);
  };
  if (parts.length > 2 && groupAt === 0 && parts.slice(1).every((p) => isWhole(p.text)))
    return parts.map((p) => one(p.offset, p.text));
  // "Sở Nội vụ, UBND các huyện, thành phố": what stands before the group is named.
  // "Đảng đoàn, Ban Thường vụ các tổ chức …" shares its last words: a bare noun is no body by itself.
  const isBare = parts.some((p, i) => i < groupAt && ORGAN_HEAD.exec(p.text)?.[0].length === p.text.length);
  const shared = isBare && !/^các\s/iu.test(parts[groupAt]?.text ?? '');
  if (groupAt > 0 && !shared && parts.slice(0, groupAt).every((p) => ORGAN_HEAD.test(p.text))) {
    const at = parts[groupAt]?.offset ?? 0;
    return [...parts.slice(0, groupAt).map((p) => one(p.offset, p.text)), one(at, words.slice(at))];
  }
  return [one(0, words)];
};

/** Marks in the address that are no addressees: "(theo danh sách)", "như trên". */
const NOBODY = /^(?:như trên|đồng kính gửi|kính gửi|\(.*\)|[-–.\s]*)$/iu;

/** "trân trọng kính mời:" over a list; "thông báo đến các bộ phận chuyên môn báo cáo …". */
const INVITED = /kính\s{1,4}mời\s{0,4}:/iu;
const TOLD =
  /thông\s{1,4}báo\s{1,4}(?:đến|tới|cho)\s{1,4}((?:các|toàn thể|tất cả)\s(?:\p{L}{1,12}[ ]){0,9}?\p{L}{1,12})(?=\s{1,4}(?:báo cáo|gửi|xây dựng báo|tổng hợp)(?!\p{L}))/iu;

/** A letter without "Kính gửi" may name in its first sentence whom it addresses. */
const addressed = (source: Source, zones: Zones): ReadRecipient[] => {
  const { flat } = source;
  const body = flat.slice(zones.bodyStart, Math.min(zones.bodyEnd, zones.bodyStart + 3000));
  const invited = INVITED.exec(body);
  if (invited) {
    const start = zones.bodyStart + invited.index + invited[0].length;
    const end = /\n[ \t]*\n(?![ \t]*[-+•])|\n[ \t]*(?:Dự|Tham dự|Tới dự|Đến dự|\d{1,2}[.)])/u.exec(
      flat.slice(start, zones.bodyEnd),
    );
    return itemsOf(source, start, end ? start + end.index : start).flatMap((item) => expand(source, item));
  }
  const told = TOLD.exec(body);
  if (!told?.[1]) return [];
  const start = zones.bodyStart + told.index + told[0].length - told[1].length;
  const text = squash(told[1]);
  return [
    {
      text: text.charAt(0).toUpperCase() + text.slice(1),
      kind: 'group',
      from: cite(source, start, start + told[1].length),
    },
  ];
};

export const readRecipients = (source: Source, zones: Zones): ReadRecipient[] => {
  const seen = new Set<string>();
  const all =
    zones.addressStart === undefined
      ? addressed(source, zones)
      : itemsOf(source, zones.addressStart, zones.addressEnd).flatMap((item) => expand(source, item));
  return all.filter((r) => {
    if (NOBODY.test(r.text) || r.text.length > 300 || seen.has(r.text) || !/\p{L}{2}/u.test(r.text))
      return false;
    seen.add(r.text);
    return true;
  });
};
