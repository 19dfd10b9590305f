/** The sheets of a template's file and their columns, found again by their headings in any order. */
export const TEMPLATE_SHEETS = {
  template: {
    name: 'Mẫu',
    columns: { id: 'Mã mẫu', version: 'Phiên bản', title: 'Tên mẫu' },
  },
  outlines: {
    name: 'Đề cương',
    columns: { id: 'Mã đề cương', title: 'Tên đề cương', kinds: 'Loại đơn vị' },
  },
  sections: {
    name: 'Mục',
    columns: {
      outline: 'Mã đề cương',
      id: 'Mã mục',
      parent: 'Mã mục trên',
      number: 'Số thứ tự',
      title: 'Tên mục',
      guidance: 'Hướng dẫn',
      words: 'Có phần lời',
      optional: 'Nếu có',
      forms: 'Mã các biểu',
      scope: 'Phạm vi',
      area: 'Lĩnh vực',
      forLeadOf: 'Chỉ đơn vị chủ trì',
      forPartnerOf: 'Chỉ đơn vị phối hợp',
      forAnyLead: 'Chỉ đơn vị chủ trì bất kỳ',
      notApplicable: 'Không áp dụng vì',
      evidence: 'Tài liệu kiểm chứng',
    },
  },
  forms: {
    name: 'Biểu',
    columns: {
      id: 'Mã biểu',
      title: 'Tên biểu',
      unit: 'Đơn vị tính',
      scope: 'Phạm vi',
      rows: 'Hàng của biểu',
      totalRow: 'Có hàng tổng cộng',
    },
  },
  rows: {
    name: 'Hàng',
    columns: {
      form: 'Mã biểu',
      id: 'Mã hàng',
      title: 'Tên chỉ tiêu',
      unit: 'Đơn vị tính',
      indicator: 'Mã chỉ tiêu',
      aggregation: 'Tổng hợp',
      stock: 'Số tồn',
      estimate: 'Được ước',
      max: 'Lớn nhất',
      formula: 'Cách tính',
      given: 'Giá trị cho trước',
    },
  },
  columns: {
    name: 'Cột',
    columns: {
      form: 'Mã biểu',
      id: 'Mã cột',
      title: 'Tên cột',
      number: 'Số cột',
      group: 'Nhóm tiêu đề',
      kind: 'Kiểu',
      choices: 'Lựa chọn',
      formula: 'Cách tính',
      indicator: 'Mã chỉ tiêu',
      stock: 'Số tồn',
      optional: 'Được bỏ trống',
      min: 'Nhỏ nhất',
      max: 'Lớn nhất',
      wide: 'Cột rộng',
    },
  },
  checks: {
    name: 'Quy tắc',
    columns: {
      form: 'Mã biểu',
      id: 'Mã quy tắc',
      severity: 'Mức',
      text: 'Quy tắc',
      title: 'Lời nhắc',
      rows: 'Chỉ các hàng',
    },
  },
} as const;

export type SheetId = keyof typeof TEMPLATE_SHEETS;
export type ColumnOf<S extends SheetId> = keyof (typeof TEMPLATE_SHEETS)[S]['columns'] & string;

/** Words of the cells that hold one of a few values. */
export const YES = 'có';

export const KINDS = {
  commune: 'xã, phường, thị trấn',
  department: 'phòng, cơ quan chuyên môn',
  district: 'huyện',
  province: 'tỉnh',
  ministry: 'bộ',
} as const;

export const SCOPES = { commune: 'tại xã', agency: 'tại cơ quan', area: 'toàn địa bàn' } as const;

export const ROWS = {
  fixed: 'cố định',
  tasks: 'nhiệm vụ được giao',
  'low-marks': 'tiêu chí kết quả thấp',
  'led-criteria': 'tiêu chí chủ trì',
} as const;

export const AGGREGATIONS = {
  sum: 'cộng',
  'ratio-of-sums': 'tỷ lệ của các tổng',
  latest: 'số gửi sau cùng',
  max: 'lớn nhất',
  'count-of-ones': 'đếm đơn vị có',
  list: 'liệt kê',
  none: 'không tổng hợp',
} as const;

export const COLUMN_KINDS = {
  figure: 'số liệu',
  text: 'lời',
  choice: 'chọn',
  given: 'hệ thống điền',
} as const;

export const SEVERITIES = { must: 'phải sửa', reason: 'sửa hoặc nêu lý do', look: 'nên xem lại' } as const;
