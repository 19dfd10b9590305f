/** Vietnamese people are called and listed by the last word of the name: 'Vi Thị An' before 'Nông Văn Ánh'. */
const lastWord = (name: string): string => name.trim().split(/\s+/).at(-1) ?? '';

const alphabet = new Intl.Collator('vi');

export const byVietnamese = (a: string, b: string): number => alphabet.compare(a, b);

export const byPersonName = (a: string, b: string): number =>
  alphabet.compare(lastWord(a), lastWord(b)) || alphabet.compare(a, b);
