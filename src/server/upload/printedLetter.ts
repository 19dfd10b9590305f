import { isDay, parseInstant } from '../../core/kernel/instant.ts';
import { deadlineText, shortDay } from '../../core/kernel/wording.ts';
import { periodWithYear } from '../../core/letter/periodWords.ts';
import type { LetterReading, ReadDeadline } from '../../core/letter/reading.ts';

const REASONS = {
  invitation: 'giấy mời',
  comments: 'lấy ý kiến',
  reminder: 'đôn đốc',
  forwarding: 'gửi báo cáo đi',
  notice: 'thông báo',
  report: 'là báo cáo, tờ trình',
  noOrder: 'chưa thấy yêu cầu báo cáo',
} as const;

export const row = (name: string, value: string | null): string =>
  `${(name && `${name}:`).padEnd(18)}${value ?? '(chưa có)'}`;

/** What the letter lacks by NĐ 30/2020, and what the reader could not settle. */
const WARNINGS: Readonly<Record<string, string>> = {
  'number.missing': 'công văn chưa có số, văn thư ghi khi phát hành',
  'symbol.missing': 'chưa thấy ký hiệu',
  'date.dayMissing': 'chưa có ngày, văn thư ghi khi phát hành',
  'date.missing': 'chưa thấy ngày ban hành',
  'issuer.missing': 'chưa thấy cơ quan ban hành',
  'subject.missing': 'chưa thấy trích yếu',
  'signer.missing': 'chưa thấy người ký',
  'signer.nameMissing': 'chưa thấy họ tên người ký',
  'copies.missing': 'chưa có "Nơi nhận"',
  'copies.keptMissing': '"Nơi nhận" chưa có dòng "Lưu"',
  'copies.draftingUnitMissing': 'dòng "Lưu: VT" chưa ghi đơn vị soạn thảo',
  'recipients.missing': 'chưa thấy kính gửi ai',
  'deadline.missing': 'chưa thấy thời hạn gửi',
  'deadline.unresolved': 'có thời hạn chưa đủ để tính ra ngày',
  'window.recurring': 'kỳ số liệu lặp lại hằng kỳ, cần ghi rõ từ ngày đến ngày',
  'window.missing': 'chưa thấy kỳ số liệu',
  'outline.missing': 'chưa thấy đề cương; nếu gửi kèm tệp riêng: --outline TỆP',
};

const dayWords = (day: string | null): string => (day !== null && isDay(day) ? shortDay(day) : '…');

const deadlineWords = (d: ReadDeadline, everybody: number): string => {
  const at = d.at === null ? undefined : parseInstant(d.at);
  const meaning = at === undefined ? (d.rule ? 'định kỳ' : 'chưa rõ ngày') : `hạn cuối ${deadlineText(at)}`;
  const whom = d.scope.length < everybody ? `: ${d.scope.join('; ')}` : '';
  return `${d.text} (${meaning})${whom}`;
};

/** A reading as a person reads it at the command line. */
export const printedLetter = (r: LetterReading): string => {
  const period = r.period.value;
  const lines = [
    row('Yêu cầu báo cáo', r.isRequest.value ? 'có' : `không (${REASONS[r.isRequest.reason ?? 'noOrder']})`),
    row('Loại văn bản', r.kind.value),
    row('Cơ quan ban hành', [r.issuerParent.value, r.issuer.value].filter(Boolean).join(' / ') || null),
    row('Số, ký hiệu', `${r.number.value ?? '…'}/${r.symbol.value ?? '…'}`),
    row('Nơi, ngày', `${r.place.value ?? '…'}, ${dayWords(r.date.value)}`),
    row('Trích yếu', r.subject.value),
    row('Kỳ báo cáo', period && periodWithYear(period)),
    ...r.recipients.map((x) => row('Kính gửi', x.text)),
    ...r.legalBases.map((b) =>
      row('Căn cứ', [b.kind, b.number, b.date && dayWords(b.date), b.issuer].filter(Boolean).join(', ')),
    ),
    ...r.groups.flatMap((g) => [
      row('Đề cương cho', g.recipients.join('; ')),
      ...g.parts.map((p) => row('', `${p.order}. ${p.title}`)),
    ]),
    ...r.leads.map((l) =>
      row(
        'Chủ trì',
        `${l.lead}: ${l.field}${l.partners.length ? ` (phối hợp: ${l.partners.join(', ')})` : ''}`,
      ),
    ),
    ...r.windows.map((w) => row('Số liệu', `${dayWords(w.from)} đến hết ${dayWords(w.to)}`)),
    ...r.deadlines.map((d) => row('Thời hạn', deadlineWords(d, r.recipients.length))),
    row(
      'Nơi nhận báo cáo',
      r.receiver.onBehalfOf ? `${r.receiver.onBehalfOf} (qua ${r.receiver.value})` : r.receiver.value,
    ),
    row(
      'Người ký',
      [r.signer.authority, r.signer.onBehalfOf, r.signer.position, r.signer.name].filter(Boolean).join(' ') ||
        null,
    ),
    ...r.copies.map((c) => row('Nơi nhận', c)),
    ...r.warnings.map((w) => row('Cần xem lại', WARNINGS[w] ?? w)),
  ];
  return lines.join('\n');
};
