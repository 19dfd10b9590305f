import type { Lack } from './worked.ts';

/** Why a line has no points yet, and what to do. */
export const lackText = (lack: Lack): string => {
  switch (lack.code) {
    case 'missing':
      return lack.of === undefined
        ? `Chưa có ${lack.what}`
        : `Chưa có ${lack.what} của tiêu chí ${lack.of} để chấm tiêu chí này`;
    case 'zeroDenominator':
      return 'Không tính được: mẫu số bằng 0. Nếu không có việc phát sinh, ghi “không phát sinh”';
    case 'noBand':
      return `Không tính được: chưa có bậc điểm nào cho giá trị ${lack.what}`;
    case 'negative':
      return `Không tính được: ${lack.what} là số âm`;
    case 'unknownChoice':
      return `Trả lời “${lack.what}” chưa có trong các lựa chọn: ${lack.choices.map((c) => `“${c}”`).join(', ')}`;
    case 'noContext':
      return `Chưa có số liệu chung “${lack.what}” của đợt chấm`;
    case 'dependsOn':
      return `Chưa chấm được vì tiêu chí ${lack.what} chưa có điểm`;
    case 'noPolicy':
      return `Bộ tiêu chí chưa quy định cách chấm khi ${lack.what}`;
    case 'circle':
      return `Không tính được: các tiêu chí ${lack.what} phụ thuộc vòng tròn vào nhau`;
    case 'noRule':
      return 'Bộ tiêu chí chưa có quy tắc chấm cho tiêu chí này';
    default: {
      const never: never = lack;
      return never;
    }
  }
};
