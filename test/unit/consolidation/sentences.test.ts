import { expect, test } from 'vitest';
import { foldAlike, sentencesOf } from '../../../src/core/consolidation/sentences.ts';

test('sentences are parted at their ends, not at abbreviations and numbers; signs of lists are taken away', () => {
  expect(
    sentencesOf(
      '- Đã giải quyết 1.204 hồ sơ tại TP. Lạng Sơn. Không có hồ sơ trễ hạn.\n2. Xã có 12,5% hồ sơ;\nCột\tSố',
    ),
  ).toEqual(['Đã giải quyết 1.204 hồ sơ tại TP. Lạng Sơn.', 'Không có hồ sơ trễ hạn.', 'Xã có 12,5% hồ sơ;']);
});

test('what communes copied from one circular folds, whatever its figures and names; other words stay apart', () => {
  const say = (unitId: string, text: string) => ({ unitId, section: 's', text });
  const groups = foldAlike([
    say('a', 'UBND xã Bảo Lâm đã niêm yết công khai 128 thủ tục hành chính tại bộ phận một cửa.'),
    say('b', 'UBND xã Gia Cát đã niêm yết công khai 131 thủ tục hành chính tại bộ phận một cửa của xã.'),
    say('c', 'Thứ Bảy hằng tuần, tổ công nghệ số hỗ trợ người dân nộp hồ sơ tại nhà văn hóa thôn.'),
  ]);
  expect(groups.map((g) => [g.sentences.map((s) => s.unitId).join(''), g.figuresDiffer])).toEqual([
    ['ab', true],
    ['c', false],
  ]);
});

test('thirty thousand sentences of a country are folded without comparing each with each', () => {
  const many = Array.from({ length: 30_000 }, (_, i) => ({
    unitId: String(i),
    section: 's',
    text: `Đơn vị đã thực hiện nội dung thứ ${'abcdefghij'[i % 10]} theo kế hoạch của ${'klmnopqrst'[i % 7]} ${i}.`,
  }));
  expect(foldAlike(many).length).toBeLessThan(100);
});
