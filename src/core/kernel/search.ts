/** Text without marks and case, for finding: 'Đồng Đăng' and 'dong dang' are one. Every character is literal. */
export const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .toLowerCase()
    .normalize('NFC');

export const matches = (text: string, query: string): boolean =>
  withoutMarks(text).includes(withoutMarks(query.trim()));
