import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ReportReading, readReport } from '../../../src/core/letter/readReport.ts';
import { outlineFor, sectionsFor, type UnitSection } from '../../../src/core/template/outline.ts';
import type { Template } from '../../../src/core/template/template.ts';

let sections: readonly UnitSection[];

beforeAll(async () => {
  const file = new URL('../../../packs/cao-loc-2024/template.json', import.meta.url);
  const template = JSON.parse(await readFile(file, 'utf8')) as Template;
  const outline = outlineFor(template, 'commune');
  if (!outline) throw new Error('no outline');
  sections = sectionsFor(template, outline, [], { tasks: [], lowMarks: [], ledCriteria: [] });
});

const wordsOf = (read: ReportReading, id: string): string | undefined =>
  read.sections.find((s) => s.section === id)?.paragraphs.join('\n');

/** Every visible character stands in a heading of the outline, in words, or apart. */
const lost = (read: ReportReading): string => {
  const seen = new Array<boolean>(read.text.length).fill(false);
  const cover = (start: number, end: number) => seen.fill(true, start, end);
  for (const h of read.headings) cover(h.start, h.end);
  for (const s of read.sections) cover(s.from.start, s.from.end);
  for (const a of read.apart) cover(a.start, a.end);
  return [...read.text].filter((letter, at) => !seen[at] && /\S/.test(letter)).join('');
};

const REPORT = `UBND XÃ BẢO LÂM
BÁO CÁO
Công tác cải cách hành chính quý I năm 2024

Thực hiện Công văn số 112/UBND-NV, UBND xã báo cáo như sau:

I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC
UBND xã đã ban hành Kế hoạch số 05/KH-UBND ngày 10/01/2024 về cải cách hành chính
năm 2024, phân công rõ người phụ trách. Các nhiệm vụ được đôn đốc hằng tuần.
1. Kế hoạch tuyên truyền được phát trên loa.
II. KẾT QUẢ THỰC HIỆN 05 LĨNH VỰC CẢI CÁCH HÀNH CHÍNH
1. Về cải cách thể chế
Không phát sinh.
2. Cải cách TTHC: Tiếp nhận 120 hồ sơ.
STT Nội dung Số lượng
1 Hồ sơ tiếp nhận 120
3. Cải cách chế độ công vụ
Đã cử 02 công chức đi bồi dưỡng.
VI. Phương hướng, nhiệm vụ CCHC trọng tâm
- Tiếp tục số hóa hồ sơ.
- Niêm yết công khai.
VII. Kiến nghị, đề xuất
Đề nghị huyện mở lớp tập huấn.
Trên đây là báo cáo của UBND xã Bảo Lâm.
Nơi nhận:
- UBND huyện;
`;

describe('a report in Word is split into the parts of its outline', () => {
  it('by numbers, by titles in other words, by order; a numbered item inside a part is no heading', () => {
    const read = readReport(REPORT, sections);
    expect(wordsOf(read, 's1')).toBe(
      'UBND xã đã ban hành Kế hoạch số 05/KH-UBND ngày 10/01/2024 về cải cách hành chính năm 2024, phân công rõ người phụ trách. Các nhiệm vụ được đôn đốc hằng tuần.\n1. Kế hoạch tuyên truyền được phát trên loa.',
    );
    expect(read.sections.map((s) => s.section)).toEqual(['s1', 's2.1', 's2.2', 's2.3', 's6', 's7']);
    expect(read.sections.find((s) => s.section === 's2.1')?.nil).toBe(true);
    expect(wordsOf(read, 's2.2')).toBe('Tiếp nhận 120 hồ sơ.');
    expect(wordsOf(read, 's6')).toBe('- Tiếp tục số hóa hồ sơ.\n- Niêm yết công khai.');
    expect(wordsOf(read, 's7')).toBe('Đề nghị huyện mở lớp tập huấn.');
    expect(read.apart.map((a) => [a.why, a.section])).toEqual([
      ['before', null],
      ['table', 's2.2'],
      ['after', null],
    ]);
  });

  it.each<[string, string, string[]]>([
    [
      'titles cut short, the next heading on the next line',
      'I. CHỈ ĐẠO, ĐIỀU HÀNH\na\nII. KẾT QUẢ THỰC HIỆN NHIỆM VỤ TRÊN 05 LĨNH VỰC\n1. CẢI CÁCH THỂ CHẾ\nb\nV. ĐÁNH GIÁ TÁC ĐỘNG CỦA CCHC ĐẾN KTXH\nc\nVI. PHƯƠNG HƯỚNG\nd\nVII. KIẾN NGHỊ\ne',
      ['s1', 's2.1', 's5', 's6', 's7'],
    ],
    [
      'bullets with the words behind a colon',
      '- Công tác chỉ đạo điều hành: a.\n- Cải cách TTHC: b.\n- Chính quyền điện tử, chính quyền số: c.\n- Phương hướng, nhiệm vụ trọng tâm: d.\n- Kiến nghị: Không.',
      ['s1', 's2.2', 's2.5', 's6', 's7'],
    ],
    [
      'Arabic numbers for Roman ones',
      '1. Công tác chỉ đạo điều hành\na\n2. Kết quả 5 lĩnh vực\n2.1. Thể chế\nb\n4. Khắc phục Chỉ số CCHC thấp\nc\n6. Phương hướng, nhiệm vụ\nd',
      ['s1', 's2.1', 's4', 's6'],
    ],
    [
      '"PHẦN II" on a line of its own',
      'PHẦN I\nCÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH\na\nPHẦN VI\nPHƯƠNG HƯỚNG, NHIỆM VỤ\nb\nPHẦN VII\nKIẾN NGHỊ, ĐỀ XUẤT\nc',
      ['s1', 's6', 's7'],
    ],
    [
      'another arrangement and other numbers',
      'I. ĐÁNH GIÁ KẾT QUẢ\n1. Công tác chỉ đạo, điều hành CCHC\na\nb) Cải cách thủ tục hành chính\nb\nII. PHƯƠNG HƯỚNG, NHIỆM VỤ\nc\nIII. KIẾN NGHỊ\nd',
      ['s1', 's2.2', 's6', 's7'],
    ],
  ])('messy reports: %s', (_, text, parts) => {
    const read = readReport(text, sections);
    expect(read.sections.map((s) => s.section)).toEqual(parts);
    for (const s of read.sections) expect(s.paragraphs.join(' ').length).toBeLessThan(10);
    expect(lost(read)).toBe('');
  });

  it('each value links to the words it came from', () => {
    const read = readReport(REPORT, sections);
    for (const s of read.sections) {
      const words = read.text.slice(s.from.start, s.from.end).replace(/\s+/g, ' ').trim();
      expect(words).toBe(s.paragraphs.join(' ').replace(/\s+/g, ' '));
    }
  });

  it('headings without numbers, in other letters, joined syllables of another order, NFD', () => {
    const text = `Kiến nghị, đề xuất\nXin thêm kinh phí.\n\nCÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH\nĐã ban hành kế hoạch.\n`;
    for (const given of [text, text.normalize('NFD')]) {
      const read = readReport(given, sections);
      expect(read.sections.map((s) => s.section).sort()).toContain('s1');
      expect(wordsOf(read, 's1')).toBe('Đã ban hành kế hoạch.');
      expect(lost(read)).toBe('');
    }
  });

  it('a text without any heading of the outline is kept whole, apart', () => {
    const read = readReport('Thư mời họp lúc 8 giờ.\nKính mời các đồng chí.', sections);
    expect(read.sections).toEqual([]);
    expect(read.apart).toMatchObject([
      { why: 'before', text: 'Thư mời họp lúc 8 giờ.\nKính mời các đồng chí.' },
    ]);
  });

  it('a report of 500 pages is split like a short one', () => {
    const page =
      `${'Nội dung đã được triển khai đúng kế hoạch, có phân công và đôn đốc. '.repeat(3)}\n`.repeat(12);
    const text = REPORT.replace('VI. Phương hướng', `${page.repeat(500)}VI. Phương hướng`);
    const read = readReport(text, sections);
    expect(read.sections).toHaveLength(6);
    expect(text.length).toBeGreaterThan(1_000_000);
  });

  it('files made to be slow end all the same', () => {
    for (const text of [
      'VII. Kiến nghị, đề xuất\n'.repeat(20_000),
      'x\n'.repeat(300_000),
      `${'1. a: b: c: '.repeat(20)}\n`.repeat(3000),
      sections
        .map((s) => `${s.number}. ${s.title}`)
        .join('\n')
        .repeat(200),
      'I'.repeat(1_000_000),
    ])
      expect(readReport(text, sections).text.length).toBeGreaterThan(100);
  });

  it('nothing is thrown away, whatever stands in the file', () => {
    const lines = REPORT.split('\n');
    // A fixed generator: the same shuffles on every run.
    let seed = 7;
    const next = (n: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % n;
    };
    for (let i = 0; i < 300; i++) {
      const text = Array.from({ length: next(40) }, () => lines[next(lines.length)] ?? '').join(
        next(2) ? '\n' : '\n\n',
      );
      expect(lost(readReport(text, sections)), text).toBe('');
    }
  });
});
