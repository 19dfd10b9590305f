import { BorderStyle, Paragraph } from 'docx';

/** Times New Roman Bold, thousandths of an em, ' ' to '~'; measured widths decide how long a rule is drawn. */
const WIDTHS: Readonly<Record<string, string>> = {
  250: ' ,.',
  278: '/il',
  333: '-():;fjt',
  389: 'Is',
  444: 'cerz',
  500: '0123456789Jagovxy',
  556: 'Sbdhknpquđ',
  611: 'FP',
  667: 'BELTZ',
  722: 'ACDNRUVXYwĐ',
  778: 'GHKOQ',
  833: 'm',
  944: 'M',
  1000: 'W',
};
const WIDTH_OF = new Map(
  Object.entries(WIDTHS).flatMap(([width, signs]) =>
    [...signs].map((sign) => [sign, Number(width)] as const),
  ),
);

/** Twips that a line of bold text takes; marks above and below letters take no width. */
export const boldWidth = (words: string, halfPoints: number): number => {
  let em = 0;
  for (const sign of words.normalize('NFD').replace(/[\u0300-\u036f]/g, '')) em += WIDTH_OF.get(sign) ?? 550;
  return Math.round((em / 1000) * halfPoints * 10);
};

/** A centred line of the given length: a thin paragraph with a border, which Word and LibreOffice draw alike. */
export const rule = (length: number, width: number): Paragraph => {
  const side = Math.max(0, Math.round((width - length) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 40, after: 0, line: 60, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    run: { size: 4 },
    keepNext: true,
  });
};
