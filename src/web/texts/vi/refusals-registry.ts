import type { Refusals } from '../sentence.ts';

export const registry = {
  'registry.bookIsHere': 'Sổ này đã giao cho hệ thống, số kế tiếp là {next}. Tải lại trang để xem.',
  'registry.startMalformed': 'Chưa rõ số bắt đầu. Gõ số kế tiếp trong sổ, từ 1 đến 999999.',
  'registry.startUsed': 'Số {start} đã cấp rồi: số lớn nhất đã cấp là {last}. Gõ số lớn hơn {last}.',
  'registry.bookNotHere': 'Sổ này do cơ quan tự giữ, chưa giao cho hệ thống. Tải lại trang để xem.',
  'registry.bookDecides':
    'Sổ đã giao cho hệ thống: số kế tiếp là {next}, ngày là ngày cấp. Tải lại trang và cấp số không cần gõ.',
  'registry.bookFull': 'Sổ đã hết số có 6 chữ số. Thu lại sổ và ghi số theo văn thư.',
  'registry.alreadyNumbered':
    'Văn bản này đã có số {number}. Sau khi cấp số chỉ ban hành văn bản thay thế hoặc công văn đính chính.',
} satisfies Refusals;
