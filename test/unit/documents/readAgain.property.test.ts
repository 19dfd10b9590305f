import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberLine, placeAndDay } from '../../../src/core/documents/layout.ts';
import { requestDocument } from '../../../src/core/documents/requestDocument.ts';
import type { Block, DocumentTree, Inline } from '../../../src/core/documents/tree.ts';
import { addDays, type Day, instantAt, isoInstant } from '../../../src/core/kernel/instant.ts';
import { shortDay } from '../../../src/core/kernel/wording.ts';
import { readLetter } from '../../../src/core/letter/read.ts';
import { requestInput } from './samples.ts';

const words = (inlines: readonly Inline[]): string =>
  inlines.map((i) => (i.kind === 'text' ? i.text : i.kind === 'figure' ? i.text : '')).join('');

const lines = (block: Block): string[] => {
  if (block.kind === 'paragraph') return [words(block.inlines)];
  if (block.kind === 'heading') return [`${block.number ? `${block.number}. ` : ''}${block.text}`];
  if (block.kind === 'legal-basis') return block.items.map((item) => `${item};`);
  if (block.kind === 'list') return block.items.map((item) => `- ${words(item.inlines)}`);
  return [];
};

/** The printed page as a reader of files gives it back: boxes as lines. */
const printed = (tree: DocumentTree): string =>
  [
    tree.head.body,
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    numberLine(tree.head, tree.marks.draft),
    placeAndDay(tree.head),
    `V/v ${tree.head.regarding ?? ''}`,
    'Kính gửi:',
    ...tree.kinhGui.map((line, i) => `- ${line}${i === tree.kinhGui.length - 1 ? '.' : ';'}`),
    ...tree.blocks.flatMap(lines),
    'Nơi nhận:',
    ...tree.noiNhan.map((line) => `- ${line};`),
    `${tree.signature?.authority ?? ''} ${tree.signature?.onBehalfOf ?? ''}`.trim(),
    tree.signature?.position ?? '',
    tree.signature?.name ?? '',
  ].join('\n\n');

const day = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2023-01-01', n));
const period = fc.constantFrom('quý I', 'quý II', 'quý III', '6 tháng đầu năm', '9 tháng', '');
const noise = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.normalize('NFD'),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll(' ', '\u00a0'),
  (text) => `Trang chủ | Văn bản\n\n${text}\n\nBản quyền © Cổng thông tin điện tử`,
);

it('A6: any request that is printed is read again as the same request, with the noise that files bring', () => {
  fc.assert(
    fc.property(
      fc.record({
        from: day,
        length: fc.integer({ min: 20, max: 380 }),
        gap: fc.integer({ min: 2, max: 20 }),
        number: fc.integer({ min: 1, max: 2500 }),
        period,
        inclusive: fc.boolean(),
        own: fc.option(fc.integer({ min: 1, max: 9 })),
        noise,
      }),
      ({ from, length, gap, number, period: named, inclusive, own, noise: disturb }) => {
        const to = addDays(from, length);
        const due = addDays(to, gap);
        const year = to.slice(0, 4);
        const subject = `báo cáo công tác cải cách hành chính ${named ? `${named} ` : ''}năm ${year}`;
        const wording = (last: Day): string => `${inclusive ? 'chậm nhất' : 'trước'} ngày ${shortDay(last)}`;
        const late = (last: Day): string => isoInstant(instantAt(inclusive ? addDays(last, 1) : last));
        const communes = 'UBND các xã, thị trấn';
        const offices = ['Phòng Tư pháp', 'Phòng Nội vụ', 'Văn phòng HĐND và UBND huyện'];
        const tree = requestDocument({
          ...requestInput,
          recipients: [...offices, communes],
          number: String(number),
          day: addDays(from, 10),
          subject,
          figuresOf: subject.replace(/^báo cáo công tác /, ''),
          window: { from, to },
          deadline: wording(due),
          ...(own === null
            ? {}
            : {
                deadlines: [
                  { recipients: offices, wording: wording(due) },
                  { recipients: [communes], wording: wording(addDays(due, own)) },
                ],
              }),
          draft: false,
        });
        const letter = readLetter(disturb(printed(tree)));
        expect(letter.isRequest.value).toBe(true);
        expect(Number(letter.number.value)).toBe(number);
        expect(letter.date.value).toBe(addDays(from, 10));
        expect(letter.subject.value?.replace(/\s+/g, ' ')).toBe(subject);
        expect(letter.windows.map((w) => [w.from, w.to])).toEqual([[from, to]]);
        expect(letter.deadlines.map((d) => [d.at, d.scope])).toEqual(
          own === null
            ? [[late(due), [...offices, communes]]]
            : [
                [late(due), offices],
                [late(addDays(due, own)), [communes]],
              ],
        );
        expect(letter.receiver.value).toBe('Phòng Nội vụ');
        expect(letter.leads).toHaveLength(requestInput.groups[1]!.leads.length);
        expect(letter.signer.name).toBe(requestInput.signature.name);
      },
    ),
    { numRuns: 150 },
  );
});
