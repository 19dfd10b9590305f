import { type Amount, isAmount, parseAmount } from '../kernel/amount.ts';

/** '1.234': a decimal in JSON, a thousand in an office. Guessing would move a score by a factor of thousand. */
const TWO_READINGS = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;

export type NumberFault = 'notNumber' | 'twoReadings';

const plain = (text: string): Amount => {
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = text.replace(/^[+-]/, '').split('.');
  const digits = whole.replace(/^0+(?=\d)/, '');
  const decimals = fraction.replace(/0+$/, '');
  const value = decimals ? `${digits}.${decimals}` : digits;
  return negative && value !== '0' ? `-${value}` : value;
};

/** A number of a file: a JSON number, '0.5', '0,5', '1.234,5', '92,5 %'. */
export const readNumber = (raw: unknown): Amount | NumberFault => {
  if (typeof raw === 'number') {
    if (!Number.isFinite(raw) || Math.abs(raw) >= 1e15) return 'notNumber';
    // A binary number that stands for a decimal prints that decimal; what is smaller than 10⁻⁶ prints an exponent.
    const text = String(raw);
    return text.includes('e') ? plain(raw.toFixed(20).slice(0, 30)) : plain(text);
  }
  if (typeof raw !== 'string' || raw.length > 60) return 'notNumber';
  const text = raw
    .normalize('NFC')
    .replace(/[\u2212\u2011]/g, '-')
    .replace(/%\s*$/, '')
    .trim();
  if (TWO_READINGS.test(text)) return 'twoReadings';
  if (isAmount(text.replace(/^\+/, ''))) return plain(text);
  const typed = parseAmount(text);
  return typed !== undefined && isAmount(typed) ? typed : 'notNumber';
};

export const isFault = (value: string): value is NumberFault =>
  value === 'notNumber' || value === 'twoReadings';

/** A count as reports write it: '2.132/2.132' are thousands, since nobody counts dossiers in thousandths. */
export const readCount = (text: string): Amount | NumberFault =>
  TWO_READINGS.test(text.trim()) ? (parseAmount(text) ?? 'notNumber') : readNumber(text);
