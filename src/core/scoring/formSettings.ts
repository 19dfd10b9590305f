import type { Cell, SheetOfCells } from '../kernel/sheet.ts';
import { FORM_SETTINGS, plainTitle, ROUNDING_WORDS, type SettingId } from './formColumns.ts';

export const textIn = (cell: Cell | undefined): string =>
  cell === null || cell === undefined
    ? ''
    : typeof cell === 'object'
      ? cell.date
      : String(cell).normalize('NFC').trim();

export const listIn = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map((t) => t.replace(/^[-+•]\s*/, '').trim())
    .filter((t) => t !== '');

/** A condition may stand in a cell as data, as the program writes those that have no plain words. */
export const dataIn = (text: string): unknown => {
  if (!text.startsWith('{')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

export const settingsOf = (
  sheets: readonly SheetOfCells[],
  table: { readonly sheet: SheetOfCells; readonly heading: number },
): Partial<Record<SettingId, Cell>> => {
  const out: Partial<Record<SettingId, Cell>> = {};
  for (const sheet of sheets) {
    const end = sheet === table.sheet ? table.heading : Math.min(60, sheet.rows.length);
    for (const row of sheet.rows.slice(0, end)) {
      const title = plainTitle(textIn(row[0]));
      const known = FORM_SETTINGS.find((s) => plainTitle(s.title) === title);
      const value = row.slice(1).find((c) => textIn(c) !== '');
      if (known && value !== undefined) out[known.id] = value;
    }
  }
  return out;
};

/** 'Tốt = 90; Khá = 80; Trung bình = 65; Yếu = 0' */
const classesIn = (text: string | undefined): readonly { name: string; from: string }[] =>
  listIn(text ?? '').flatMap((one) => {
    const at = one.lastIndexOf('=');
    return at < 1
      ? []
      : [
          {
            name: one.slice(0, at).trim(),
            from: one
              .slice(at + 1)
              .trim()
              .replace('%', ''),
          },
        ];
  });

/** What is not one of the words is passed on as it is: the reader of sets names it. */
const roundingSaid = (key: 'mode' | 'at', words: string | undefined): Record<string, string> => {
  if (words === undefined) return {};
  const known = Object.entries(ROUNDING_WORDS[key]).find(
    ([, title]) => plainTitle(title) === plainTitle(words),
  );
  return { [key]: known?.[0] ?? words };
};

export const rawSet = (
  areas: readonly unknown[],
  settings: Partial<Record<SettingId, Cell>>,
  fallbackId: string,
): Record<string, unknown> => {
  const said = (id: SettingId): string | undefined => {
    const value = settings[id];
    return value === undefined ? undefined : textIn(value);
  };
  const whole = (id: SettingId): number | undefined =>
    said(id) === undefined ? undefined : Number(said(id));
  const noSurvey = said('noSurvey');
  const setZero = said('zeroWhen');
  return {
    id: said('id') ?? fallbackId,
    title: said('title') ?? said('id') ?? fallbackId,
    year: said('year'),
    subjectLevel: said('subjectLevel'),
    decision: said('decision'),
    decisionDate: said('decisionDate'),
    totalPoints: settings.totalPoints ?? 100,
    rounding: {
      decimals: whole('decimals'),
      percentDecimals: whole('percentDecimals'),
      ...roundingSaid('mode', said('roundingMode')),
      ...roundingSaid('at', said('roundingAt')),
    },
    outside: { bonusMax: said('bonusMax'), penaltyMax: said('penaltyMax'), indexMax: said('indexMax') },
    classes: classesIn(said('classes')),
    noSurvey: noSurvey === undefined ? undefined : /giữ|keep/i.test(noSurvey) ? 'keep' : 'rescale',
    zeroWhen: setZero === undefined ? undefined : dataIn(setZero),
    areas,
  };
};
