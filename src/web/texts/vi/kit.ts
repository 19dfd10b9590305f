import type { Area } from '../area.ts';

export const kit = {
  title: 'Bộ phận giao diện, sáng và tối',
  light: 'Nền sáng',
  dark: 'Nền tối',
  states: 'Trạng thái báo cáo',
  buttons: 'Nút và ô nhập',
  days: 'Dải ngày',
  banners: 'Băng thông báo',
  places: 'Trống, đang tải, lỗi',
  paths: 'Đường đi và ý kiến',
  tables: 'Bảng',
  icons: 'Biểu tượng',
} as const satisfies Area;
