import type { Block } from './blocks.ts';
import type { ReadPart } from './reading.ts';
import { cite, type Source, squash } from './source.ts';

/**
 * Duties in one sentence instead of a list: "Ngoài việc báo cáo … theo quy định tại mục 1, báo cáo kết quả …, phương
 * hướng … đối với lĩnh vực được phân công chủ trì (nếu có) và dự kiến kết quả …".
 */
const BESIDES =
  /Ngoài\s+(?:việc\s+|các\s+|những\s+)?(?:báo\s+cáo\s+)?((?:các\s+|những\s+)?[^,;]{0,160}?)\s+(?:theo|quy\s+định|nêu|được\s+nêu|như)\s+(?:quy\s+định\s+)?(?:tại|ở|trên|trong)?\s*(mục|điểm|khoản|phần)\s+([\dIVXa-z.]{1,5})[^,;:]{0,30},\s*/iu;
/** A new duty begins with one of these nouns; "kiến nghị" stays with the directions before it. */
const DUTY =
  /(?:,|\s+và)\s+(?=(?:kết quả|phương hướng|dự kiến|tình hình|tồn tại|khó khăn|đánh giá|số liệu)(?!\p{L}))/giu;
const SCOPE = /\s*đối\s+với\s+(?:các\s+)?lĩnh\s+vực[^,;:]*?(?=\s*(?:\(\s*nếu\s+có\s*\)|$))/iu;
const LEADING =
  /\s*đối\s+với\s+(?:các\s+)?lĩnh\s+vực\s+được\s+phân\s+công\s+(?:chủ\s+trì|phụ\s+trách|theo\s+dõi)(?:\s+thực\s+hiện)?/iu;
const OPTIONAL = /\s*\(\s*nếu\s+có\s*\)/iu;

type Owner = { label: string; sameAs?: number };

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const dutyParts = (
  source: Source,
  block: Block,
  drafts: readonly { label: string }[],
  owner: Owner,
): ReadPart[] => {
  const raw = source.flat.slice(block.words, block.end);
  const besides = BESIDES.exec(raw);
  if (!besides) return [];
  const parts: ReadPart[] = [];
  const label = (besides[3] ?? '').replace(/[.,]$/, '');
  const same = drafts.findIndex((d) => d.label === label);
  if (same >= 0) owner.sameAs = same;
  const what = squash(besides[1] ?? '').replace(/^(?:các|những)\s+/iu, '');
  const at = block.words + besides.index;
  parts.push({
    order: 1,
    title: `${capital(what || 'nội dung')} (theo ${(besides[2] ?? 'mục').toLowerCase()} ${label})`,
    from: cite(source, at, at + besides[0].length - (/,\s*$/.exec(besides[0])?.[0].length ?? 0)),
  });
  const restAt = besides.index + besides[0].length;
  const tail = /,?\s*(?:cụ\s+thể|như\s+sau|gồm)[^:]*:|[.:;]\s*$|[.](?=\s+\p{Lu})/iu.exec(raw.slice(restAt));
  const rest = raw.slice(restAt, tail ? restAt + tail.index : raw.length);
  const lead = /^\s*(?:còn\s+)?(?:phải\s+)?báo\s+cáo\s+(?:thêm\s+)?/iu.exec(rest)?.[0].length ?? 0;
  const cuts = [lead, ...[...rest.matchAll(DUTY)].map((m) => m.index + m[0].length), rest.length];
  const duties: { words: string; start: number; end: number; optional: boolean; scope: string }[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [start, end] = [cuts[i] ?? 0, cuts[i + 1] ?? 0];
    const piece = squash(rest.slice(start, end).replace(/(?:,|\s+và)\s*$/iu, ''));
    const optional = OPTIONAL.test(piece);
    const plain = piece.replace(OPTIONAL, '');
    const scope = squash(LEADING.exec(plain)?.[0] ?? SCOPE.exec(plain)?.[0] ?? '')
      .replace(/đối với (?:các )?/iu, 'đối với ')
      .replace(/ thực hiện$/iu, '');
    const words = squash(plain.replace(LEADING, '').replace(SCOPE, '')).replace(/[,\s]+$/u, '');
    if (words.length > 3) duties.push({ words, start, end, optional, scope });
  }
  duties.forEach((duty, i) => {
    // A scope at the end of a row of duties holds for those before it that name none.
    const scope = duty.scope || duties.slice(i + 1).find((d) => d.scope)?.scope || '';
    const start = block.words + restAt + duty.start;
    const cited = cite(source, start, block.words + restAt + duty.end);
    const trimmed = cited.text.replace(/(?:,|\s+và)\s*$/iu, '');
    parts.push({
      order: parts.length + 1,
      title: squash(`${capital(duty.words)} ${scope}`),
      ...(duty.optional ? { optional: true as const } : {}),
      from: { start: cited.start, end: cited.start + trimmed.length, text: trimmed },
    });
  });
  return parts;
};
