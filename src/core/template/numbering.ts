import type { Section } from './template.ts';

/** Parts are numbered as letters do: A, B; I, II; 1, 2; a, b. */
type Style = 'letters' | 'roman' | 'arabic' | 'small';

const ROMAN: readonly (readonly [number, string])[] = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

const roman = (n: number): string => {
  let rest = n;
  let text = '';
  for (const [value, sign] of ROMAN)
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  return text;
};

const numberIn = (style: Style, n: number): string => {
  switch (style) {
    case 'letters':
      return String.fromCharCode(64 + Math.min(n, 26));
    case 'roman':
      return roman(n);
    case 'arabic':
      return String(n);
    case 'small':
      return `${String.fromCharCode(96 + Math.min(n, 26))})`;
  }
};

const styleOf = (first: string | undefined): Style | undefined => {
  if (first === undefined) return undefined;
  if (/^[A-H]$/.test(first)) return 'letters';
  if (/^[IVXL]+$/.test(first)) return 'roman';
  if (/^\d+$/.test(first)) return 'arabic';
  return /^[a-z]\)?$/.test(first) ? 'small' : undefined;
};

const BELOW: Readonly<Record<Style, Style>> = {
  letters: 'roman',
  roman: 'arabic',
  arabic: 'small',
  small: 'small',
};

/** Numbers brothers anew in the style in which the first of them was numbered, or the one below their parent's. */
export const renumbered = (
  brothers: readonly Section[],
  was: readonly Section[],
  parent: Section | undefined,
): readonly Section[] => {
  const above = styleOf(parent?.number);
  const style = styleOf(was[0]?.number) ?? (above ? BELOW[above] : 'roman');
  return brothers.map((section, i) => {
    const number = numberIn(style, i + 1);
    return section.number === number ? section : { ...section, number };
  });
};
