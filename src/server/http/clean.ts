/**
 * Every text that comes in is NFC, without NUL (PostgreSQL stores none) and without lone surrogates: one door, so
 * that comparing, searching and hashing never meet two spellings of one word.
 */
export const cleanText = (text: string): string => text.normalize('NFC').replace(/\0|\p{Surrogate}/gu, '');

export const cleanDeep = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return cleanText(value);
  if (depth > 40 || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((v) => cleanDeep(v, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [cleanText(k), cleanDeep(v, depth + 1)]));
};
