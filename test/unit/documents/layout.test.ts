import { describe, expect, it } from 'vitest';
import {
  addressees,
  annexReference,
  annexTitle,
  bodyLines,
  closeBody,
  copyLines,
  headingNumber,
  lastWords,
  numberLine,
  placeAndDay,
  roman,
  signatureLines,
} from '../../../src/core/documents/layout.ts';
import { hashInGroups, punctuality } from '../../../src/core/documents/receipt.ts';
import { cell, type DocumentTree, list, paragraph, row, text } from '../../../src/core/documents/tree.ts';
import { documentWarnings } from '../../../src/core/documents/warnings.ts';
import { instantAt } from '../../../src/core/kernel/instant.ts';
import { samples } from './samples.ts';

const commune = samples['báo cáo của xã']!;
const department = samples['báo cáo của phòng']!;

describe('NĐ 30/2020, the words of the boxes', () => {
  it('writes numbers below ten with a leading zero, and none on a draft', () => {
    const head = { ...commune.head, number: '5', symbol: 'UBND-NV' };
    expect(numberLine(head, false)).toBe('Số: 05/UBND-NV');
    expect(numberLine({ ...head, number: '31' }, false)).toBe('Số: 31/UBND-NV');
    expect(numberLine(head, true)).toMatch(/^Số: +\/UBND-NV$/);
    expect(numberLine({ ...head, number: null }, false)).toMatch(/^Số: +\/UBND-NV$/);
  });

  it('writes the place and the day, blank where it is not yet given', () => {
    const head = { ...commune.head, place: 'Cao Lộc' };
    expect(placeAndDay({ ...head, day: '2024-02-05' })).toBe('Cao Lộc, ngày 05 tháng 02 năm 2024');
    expect(placeAndDay({ ...head, day: '2024-03-15' })).toBe('Cao Lộc, ngày 15 tháng 3 năm 2024');
    expect(placeAndDay({ ...head, day: null, month: { year: 2024, month: 2 } })).toMatch(
      /^Cao Lộc, ngày +tháng 02 năm 2024$/,
    );
    expect(placeAndDay({ ...head, day: null })).toMatch(/^Cao Lộc, ngày +tháng +năm +$/);
  });

  it('spells a committee out and leaves other bodies as they are', () => {
    expect(bodyLines('UBND xã Bảo Lâm')).toEqual(['ỦY BAN NHÂN DÂN', 'XÃ BẢO LÂM']);
    expect(bodyLines('Uỷ ban nhân dân huyện Cao Lộc')).toEqual(['ỦY BAN NHÂN DÂN', 'HUYỆN CAO LỘC']);
    expect(bodyLines('Phòng Nội vụ')).toEqual(['PHÒNG NỘI VỤ']);
    expect(bodyLines('Văn phòng\nHĐND và UBND')).toEqual(['VĂN PHÒNG', 'HĐND VÀ UBND']);
  });

  it('sets one addressee on the line and several under it', () => {
    expect(addressees(['UBND tỉnh.'])).toEqual({ line: 'UBND tỉnh', lines: [] });
    expect(addressees(['Phòng A', '- Phòng B;', 'UBND các xã']).lines).toEqual([
      '- Phòng A;',
      '- Phòng B;',
      '- UBND các xã.',
    ]);
    expect(copyLines(['Như trên', '- Lưu: VT, NV.'])).toEqual(['- Như trên;', '- Lưu: VT, NV.']);
  });

  it('signs in the four ways', () => {
    const name = 'Lý Quốc Bình';
    expect(
      signatureLines({ authority: 'TM.', onBehalfOf: 'Ủy ban nhân dân', position: 'Chủ tịch', name }),
    ).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']);
    expect(
      signatureLines({ authority: 'TL.', onBehalfOf: 'Chủ tịch', position: 'Chánh Văn phòng', name }),
    ).toEqual(['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG']);
    expect(signatureLines({ authority: null, position: 'Trưởng phòng', name })).toEqual(['TRƯỞNG PHÒNG']);
    expect(
      signatureLines({
        authority: 'TM.',
        onBehalfOf: 'Ủy ban nhân dân',
        position: 'KT. Chủ tịch',
        subPosition: 'Phó Chủ tịch',
        name,
      }),
    ).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
  });

  it('numbers headings and annexes', () => {
    expect(['I', '1', '2.1', 'a', 'đ', '1.', 'b)'].map(headingNumber)).toEqual([
      'I.',
      '1.',
      '2.1.',
      'a)',
      'đ)',
      '1.',
      'b)',
    ]);
    expect([1, 4, 9, 14, 49].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XLIX']);
    expect([annexTitle(0, 1), annexTitle(1, 3)]).toEqual(['Phụ lục', 'Phụ lục II']);
    expect(annexReference(commune)).toBe(
      '(Kèm theo Báo cáo số 09/BC-UBND ngày 28 tháng 02 năm 2024 của UBND xã Bảo Lâm)',
    );
  });
});

describe('the end of a text', () => {
  const end = (...blocks: Parameters<typeof closeBody>[0]) => lastWords(closeBody(blocks).at(-1)!);

  it('is ./. once, in place of the full stop', () => {
    expect(end(paragraph('Kính đề nghị xem xét.'))).toBe('Kính đề nghị xem xét./.');
    expect(end(paragraph('Kính đề nghị xem xét'))).toBe('Kính đề nghị xem xét./.');
    expect(end(paragraph('Kính đề nghị xem xét./.'))).toBe('Kính đề nghị xem xét./.');
    expect(end(paragraph('giống, phân bón, v.v.'))).toBe('giống, phân bón, v.v./.');
    expect(end(paragraph('trước ngày ', text('01/3/2024.', { bold: true })))).toBe('trước ngày 01/3/2024./.');
    expect(closeBody(closeBody([paragraph('Hết.')]))).toEqual(closeBody([paragraph('Hết.')]));
  });

  it('goes to the last item of a list, and under a table', () => {
    expect(end(list(['một;', 'hai.']))).toBe('hai./.');
    const table = {
      kind: 'table',
      columns: [{ width: 1, align: 'left' }],
      head: [],
      rows: [row([cell('a')])],
    } as const;
    expect(closeBody([table]).at(-1)).toEqual(paragraph('./.'));
  });

  it('does not wait behind empty paragraphs', () => {
    expect(closeBody([paragraph('Hết.'), paragraph(' '), { kind: 'page-break' }])).toEqual([
      paragraph('Hết./.'),
    ]);
    expect(closeBody([])).toEqual([]);
  });
});

describe('warnings', () => {
  const codes = (tree: DocumentTree) => documentWarnings(tree);

  it('find nothing in the legal forms', () => {
    expect(codes(commune)).toEqual([]);
    expect(codes(department)).toEqual([]);
    expect(codes(samples['báo cáo của huyện']!)).toEqual([]);
    expect(codes(samples['giấy xác nhận']!)).toEqual([]);
  });

  it('name what the original letter leaves open: number, day', () => {
    expect(codes(samples['công văn']!)).toEqual(['document.numberMissing', 'document.dayMissing']);
  });

  it('name every departure, and nothing else', () => {
    const changed = (change: Partial<DocumentTree>) => codes({ ...commune, ...change });
    const head = commune.head;
    const signature = commune.signature!;
    expect(changed({ head: { ...head, superior: 'UBND huyện Cao Lộc' } })).toEqual([
      'document.superiorOfCommittee',
    ]);
    expect(codes({ ...department, head: { ...department.head, superior: null } })).toEqual([
      'document.superiorMissing',
    ]);
    expect(changed({ head: { ...head, body: '' } })).toContain('document.bodyMissing');
    expect(changed({ head: { ...head, symbol: '' } })).toEqual(['document.symbolMissing']);
    expect(changed({ head: { ...head, place: ' ' } })).toEqual(['document.placeMissing']);
    expect(changed({ head: { ...head, title: '' } })).toEqual(['document.titleMissing']);
    expect(changed({ head: { ...head, day: '2024-02-30' } })).toEqual(['document.dayMissing']);
    expect(changed({ marks: { draft: true, illustration: false } })).toEqual(['document.numberOnDraft']);
    expect(changed({ kinhGui: [] })).toEqual(['document.addresseeMissing']);
    expect(changed({ blocks: [] })).toEqual(['document.bodyEmpty']);
    expect(changed({ blocks: [paragraph('Hết./.'), paragraph('Thêm.')] })).toEqual([
      'document.endingRepeated',
    ]);
    expect(changed({ signature: null })).toEqual(['document.signatureMissing']);
    expect(changed({ signature: { ...signature, name: null } })).toEqual(['document.signerMissing']);
    expect(changed({ signature: { ...signature, name: 'ThS. Hoàng Văn Hùng' } })).toEqual([
      'document.signerWithDegree',
    ]);
    expect(codes({ ...department, signature: { ...signature, authority: 'TM.' } })).toEqual([
      'document.authorityUnexpected',
    ]);
    expect(changed({ noiNhan: [] })).toEqual(['document.copiesMissing']);
    expect(changed({ noiNhan: ['Như trên'] })).toEqual(['document.archiveLineMissing']);
    expect(changed({ noiNhan: ['Như trên', 'Lưu: VT.'] })).toEqual(['document.draftingUnitMissing']);
    expect(changed({ kind: 'công văn' })).toEqual(['document.regardingMissing']);
  });
});

describe('a receipt', () => {
  const firstLate = instantAt('2024-03-01');
  it('counts to the second', () => {
    expect(punctuality(firstLate - 1000, firstLate)).toBe('Đúng hạn, trước hạn 1 giây');
    expect(punctuality(firstLate, firstLate)).toBe('Trễ 1 giây');
    expect(punctuality(firstLate + 40_000, firstLate)).toBe('Trễ 40 giây');
  });
  it('shows the hash in groups of four', () => {
    expect(hashInGroups('9f2c41d07b')).toBe('9f2c 41d0 7b');
  });
});
