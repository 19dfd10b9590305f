import { describe, expect, it } from 'vitest';
import { reportDocument } from '../../../src/core/documents/reportDocument.ts';
import { requestDocument } from '../../../src/core/documents/requestDocument.ts';
import type { Block, DocumentTree } from '../../../src/core/documents/tree.ts';
import { communeInput, departmentInput, requestInput, samples } from './samples.ts';

const wordsOf = (block: Block): string => {
  if (block.kind === 'heading') return `${block.number}. ${block.text}`;
  if (block.kind === 'paragraph')
    return block.inlines.map((one) => (one.kind === 'source' ? one.mark : one.text)).join('');
  return block.kind === 'legal-basis' ? block.items.join('\n') : `[${block.kind}]`;
};
const lines = (tree: DocumentTree): string[] => tree.blocks.map(wordsOf);

describe('the công văn that orders the reports', () => {
  it('reads like the letter of Cao Lộc', () => {
    expect(lines(requestDocument(requestInput))).toEqual([
      'Thực hiện Công văn số 983/SNV-TCBC ngày 30/6/2023 của Sở Nội vụ tỉnh Lạng Sơn về việc hướng dẫn xây dựng Kế hoạch cải cách hành chính hằng năm và thực hiện chế độ báo cáo cải cách hành chính định kỳ;',
      'Để có cơ sở báo cáo UBND tỉnh kết quả thực hiện công tác cải cách hành chính (CCHC) quý I, năm 2024, UBND huyện yêu cầu các cơ quan, đơn vị, UBND các xã, thị trấn báo cáo như sau:',
      '1. UBND các xã, thị trấn:',
      'Trên cơ sở kết quả CCHC thực tế đạt được trong triển khai thực hiện Kế hoạch số 14/KH-UBND ngày 15/01/2024 của UBND huyện về cải cách hành chính huyện Cao Lộc năm 2024, UBND các xã, thị trấn báo cáo các nội dung sau:',
      '- Công tác chỉ đạo điều hành cải cách hành chính.',
      '- Kết quả thực hiện nhiệm vụ trên 05 lĩnh vực cải cách hành chính: (1) Cải cách thể chế; (2) Cải cách thủ tục hành chính; (3) Cải cách chế độ công vụ; (4) Cải cách tài chính công; (5) Xây dựng chính quyền điện tử, chính quyền số.',
      '- Kết quả thực hiện các nhiệm vụ trọng tâm được UBND huyện, Chủ tịch UBND huyện giao.',
      '- Kết quả thực hiện các nhiệm vụ, giải pháp khắc phục Chỉ số CCHC bị đánh giá thấp hoặc kết quả chưa cao năm 2023 (tại Quyết định số 362/QĐ-UBND ngày 05/02/2024 của UBND huyện về việc công bố chỉ số CCHC UBND các xã, thị trấn trên địa bàn huyện Cao Lộc năm 2023).',
      '- Đánh giá Tác động của Cải cách hành chính đến các chỉ tiêu phát triển kinh tế - xã hội của xã, thị trấn.',
      '- Phương hướng, nhiệm vụ cải cách hành chính trọng tâm.',
      '- Kiến nghị, đề xuất (nếu có).',
      '2. Các phòng, cơ quan chuyên môn thuộc UBND huyện:',
      'Ngoài việc báo cáo các nội dung CCHC tại cơ quan theo quy định tại mục 1, báo cáo kết quả thực hiện công tác CCHC trên địa bàn huyện, phương hướng, nhiệm vụ cải cách hành chính trọng tâm, kiến nghị, đề xuất đối với lĩnh vực được phân công chủ trì thực hiện (nếu có) và dự kiến kết quả tự đánh giá, chấm điểm Chỉ số CCHC của huyện đến thời điểm báo cáo đối với các lĩnh vực được phân công chủ trì thực hiện, cụ thể:',
      '- Phòng Nội vụ: Báo cáo các tiêu chí: công tác chỉ đạo điều hành cải cách hành chính, cải cách tổ chức bộ máy hành chính, cải cách chế độ công vụ.',
      '- Phòng Tài chính - Kế hoạch: Báo cáo các tiêu chí: cải cách tài chính công, Tác động của Cải cách hành chính đến các chỉ tiêu phát triển kinh tế - xã hội của huyện.',
      '- Phòng Tư pháp: Báo cáo tiêu chí cải cách thể chế.',
      '- Văn phòng HĐND và UBND huyện: Báo cáo tiêu chí cải cách thủ tục hành chính; Chủ trì phối hợp với Phòng Văn hóa và Thông tin báo cáo tiêu chí xây dựng và phát triển chính quyền điện tử, chính quyền số.',
      '3. Thời hạn chốt số liệu báo cáo CCHC quý I năm 2024:',
      'Thời gian chốt số liệu tính từ ngày 01 tháng 12 năm 2023 đến ngày 28 tháng 02 năm 2024.',
      '4. Thời gian gửi báo cáo',
      'Các cơ quan, đơn vị gửi báo cáo về UBND huyện (qua Phòng Nội vụ) trước ngày 01/3/2024.',
      'UBND huyện yêu cầu các cơ quan, đơn vị, UBND các xã, thị trấn nghiêm túc thực hiện./.',
    ]);
  });

  it('sets căn cứ apart and takes the wording of an office where it has one', () => {
    const tree = requestDocument({
      ...requestInput,
      bases: ['Căn cứ Nghị định số 09/2019/NĐ-CP', 'Thực hiện Kế hoạch số 14/KH-UBND.'],
      purpose: undefined,
      receiver: null,
      windowWording: 'từ ngày 01 tháng 12 của năm trước kỳ báo cáo đến ngày 28 tháng 02 thuộc kỳ báo cáo',
      groups: [{ ...requestInput.groups[0]!, intro: 'Báo cáo theo đề cương:', parts: [], leads: [] }],
    });
    expect(tree.blocks[0]).toEqual({ kind: 'legal-basis', items: ['Căn cứ Nghị định số 09/2019/NĐ-CP'] });
    expect(lines(tree).slice(1)).toEqual([
      'Thực hiện Kế hoạch số 14/KH-UBND;',
      'UBND huyện yêu cầu các cơ quan, đơn vị, UBND các xã, thị trấn báo cáo như sau:',
      '1. UBND các xã, thị trấn:',
      'Báo cáo theo đề cương:',
      '2. Thời hạn chốt số liệu báo cáo CCHC quý I năm 2024:',
      'Thời gian chốt số liệu tính từ ngày 01 tháng 12 của năm trước kỳ báo cáo đến ngày 28 tháng 02 thuộc kỳ báo cáo.',
      '3. Thời gian gửi báo cáo',
      'Các cơ quan, đơn vị gửi báo cáo về UBND huyện trước ngày 01/3/2024.',
      'UBND huyện yêu cầu các cơ quan, đơn vị, UBND các xã, thị trấn nghiêm túc thực hiện./.',
    ]);
  });

  it('bears no number while it is a draft', () => {
    expect(requestDocument({ ...requestInput, number: '112', draft: true }).head.number).toBeNull();
    expect(requestDocument({ ...requestInput, number: '112', draft: false }).head.number).toBe('112');
  });
});

describe('the report of a unit', () => {
  it('keeps "không phát sinh" and "không áp dụng" apart', () => {
    const all = lines(reportDocument(communeInput));
    expect(all[all.indexOf('4. Cải cách tài chính công') + 1]).toBe('Không phát sinh trong kỳ báo cáo.');
    expect(all[all.indexOf('VII. Kiến nghị, đề xuất') + 1]).toBe('Không áp dụng đối với đơn vị.');
  });

  it('ends with the customary sentence, the given one, or none', () => {
    const last = (closing?: string | null) => lines(reportDocument({ ...communeInput, closing })).at(-1);
    expect(last()).toBe(
      'Trên đây là báo cáo kết quả công tác cải cách hành chính quý I năm 2024 của UBND xã Bảo Lâm./.',
    );
    expect(last('Kính đề nghị UBND huyện xem xét.')).toBe('Kính đề nghị UBND huyện xem xét./.');
    expect(last(null)).toBe('Không áp dụng đối với đơn vị./.');
  });

  it('bears no number while it is a draft', () => {
    expect(reportDocument({ ...departmentInput, number: '7' }).head.number).toBeNull();
  });
});

describe('a receipt', () => {
  it('says who sent what, when to the second, in time or how late, and whether it was received', () => {
    const table = samples['giấy xác nhận']!.blocks[1]!;
    const rows =
      table.kind === 'table'
        ? table.rows.map(({ cells }) =>
            cells.map((one) =>
              one.inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join(''),
            ),
          )
        : [];
    expect(rows).toEqual([
      ['Đơn vị gửi', 'UBND xã Bảo Lâm'],
      ['Đợt báo cáo', 'Báo cáo công tác cải cách hành chính quý I năm 2024'],
      ['Lần gửi', 'Lần 1'],
      ['Người ký', 'Hoàng Văn Hùng, Chủ tịch, ký lúc 16:40:04 ngày 29/02/2024'],
      ['Thời điểm gửi', '16:40:05 ngày 29/02/2024 (giờ máy chủ, GMT+7)'],
      ['Hạn gửi', 'trước ngày 01/3/2024'],
      ['Kết quả', 'Đúng hạn, trước hạn 7 giờ 19 phút'],
      ['Tiếp nhận', 'Chưa tiếp nhận tại thời điểm lập giấy này'],
      [
        'Mã nội dung (SHA-256)',
        '9f2c 41d0 7b6a e813 5540 cc19 be72 f0a3 9f2c 41d0 7b6a e813 5540 cc19 be72 f0a3',
      ],
    ]);
  });
});
