import type { LetterReading } from '../../src/core/letter/reading.ts';

/** What a careful person reads in a letter; a field that is absent is not scored. */
export type Expected = {
  isRequest?: boolean;
  kind?: string | null;
  issuer?: string | null;
  issuerParent?: string | null;
  number?: string | null;
  symbol?: string | null;
  place?: string | null;
  date?: string | null;
  subject?: string | null;
  /** kind, index, year */
  period?: [string, number | null, number | null] | null;
  recipients?: string[];
  /** 'number|date|issuer'; an empty piece is not scored. */
  legalBases?: string[];
  groups?: { to: string[]; parts: string[] }[];
  /** 'lead|field|partner, partner' */
  leads?: string[];
  /** 'from..to' */
  windows?: string[];
  deadlines?: {
    at?: string | null;
    rule?: Record<string, unknown>;
    time?: string;
    scope?: string[];
  }[];
  /** 'receiver|on behalf of' */
  receiver?: string | null;
  signer?: [string | null, string | null, string | null, string | null];
  copies?: string[];
};

/** right: as expected; wrong: another value; missed: nothing found; invented: found where there is nothing. */
export type Tally = { right: number; wrong: number; missed: number; invented: number };
export type Finding = { letter: string; field: string; kind: keyof Tally; want: unknown; got: unknown };

export const FIELDS = [
  'isRequest',
  'kind',
  'issuer',
  'issuerParent',
  'number',
  'symbol',
  'place',
  'date',
  'subject',
  'period',
  'recipients',
  'legalBases',
  'groups',
  'leads',
  'windows',
  'deadlines',
  'receiver',
  'signer',
  'copies',
] as const;
export type Field = (typeof FIELDS)[number];

const plain = (value: unknown): string =>
  String(value ?? '')
    .normalize('NFC')
    .replace(/[UuỦủ][ỷỶyY] ban nhân dân|Ủy ban nhân dân|ủy ban nhân dân/gu, 'UBND')
    .replace(/\s*&\s*/g, ' và ')
    .replace(/[\s]+/g, ' ')
    .replace(/[.;:,]+$/, '')
    .trim()
    .toLowerCase();

const same = (a: unknown, b: unknown): boolean => plain(a) === plain(b);

type Add = (field: Field, kind: keyof Tally, want: unknown, got: unknown) => void;

const single = (add: Add, field: Field, want: string | null | undefined, got: string | null): void => {
  if (want === undefined) return;
  if (want === null || want === '') {
    if (got === null || got === '') add(field, 'right', want, got);
    else add(field, 'invented', want, got);
  } else if (got === null || got === '') add(field, 'missed', want, got);
  else add(field, same(want, got) ? 'right' : 'wrong', want, got);
};

/** Lists: each expected item once; what is left over is invented, what pairs up differently is wrong. */
const list = (
  add: Add,
  field: Field,
  want: readonly string[] | undefined,
  got: readonly string[],
  alike: (a: string, b: string) => boolean = same,
): void => {
  if (want === undefined) return;
  const rest = [...got];
  const unmet: string[] = [];
  for (const item of want) {
    const at = rest.findIndex((g) => alike(item, g));
    if (at >= 0) {
      add(field, 'right', item, rest[at]);
      rest.splice(at, 1);
    } else unmet.push(item);
  }
  for (const item of unmet) {
    const other = rest.shift();
    add(field, other === undefined ? 'missed' : 'wrong', item, other);
  }
  for (const extra of rest) add(field, 'invented', null, extra);
  if (!want.length && !got.length) add(field, 'right', [], []);
};

const scoreDeadlines = (add: Add, want: Expected['deadlines'], reading: LetterReading): void => {
  if (want === undefined) return;
  const rest = [...reading.deadlines];
  const matches = (w: NonNullable<Expected['deadlines']>[number], g: LetterReading['deadlines'][number]): boolean => {
    const rule = w.rule ? Object.entries(w.rule).every(([k, v]) => g.rule && g.rule[k as keyof typeof g.rule] === v) : g.rule === null;
    return (
      rule &&
      (w.rule !== undefined || (w.at ?? null) === g.at) &&
      (w.time === undefined || w.time === g.timeOfDay) &&
      (w.scope === undefined || JSON.stringify(w.scope.map(plain)) === JSON.stringify(g.scope.map(plain)))
    );
  };
  const unmet: unknown[] = [];
  for (const item of want) {
    const at = rest.findIndex((g) => matches(item, g));
    if (at >= 0) {
      add('deadlines', 'right', item, rest[at]?.text);
      rest.splice(at, 1);
    } else unmet.push(item);
  }
  for (const item of unmet) {
    const other = rest.shift();
    add('deadlines', other ? 'wrong' : 'missed', item, other && [other.text, other.at, other.rule, other.scope]);
  }
  for (const extra of rest) add('deadlines', 'invented', null, [extra.text, extra.at, extra.rule]);
  if (!want.length && !reading.deadlines.length) add('deadlines', 'right', [], []);
};

export const scoreLetter = (letter: string, want: Expected, reading: LetterReading): Finding[] => {
  const findings: Finding[] = [];
  const add: Add = (field, kind, w, g) => findings.push({ letter, field, kind, want: w, got: g });
  if (want.isRequest !== undefined)
    add('isRequest', want.isRequest === reading.isRequest.value ? 'right' : 'wrong', want.isRequest, reading.isRequest);
  for (const field of ['kind', 'issuer', 'issuerParent', 'number', 'symbol', 'place', 'date', 'subject'] as const)
    single(add, field, want[field], reading[field].value);
  if (want.period !== undefined) {
    const p = reading.period.value;
    single(add, 'period', want.period?.join(' ') ?? null, p ? [p.kind, p.index, p.year].join(' ') : null);
  }
  list(add, 'recipients', want.recipients, reading.recipients.map((r) => r.text));
  list(
    add,
    'legalBases',
    want.legalBases,
    reading.legalBases.map((b) => [b.number ?? '', b.date ?? '', b.issuer ?? ''].join('|')),
    (a, b) => {
      const [x, y] = [a.split('|'), b.split('|')];
      return x.every((piece, i) => piece === '' || same(piece, y[i]));
    },
  );
  if (want.groups !== undefined) {
    const flat = (to: readonly string[], titles: readonly string[]): string[] =>
      titles.map((title) => `${to.map(plain).join('+')} > ${title}`);
    list(
      add,
      'groups',
      want.groups.flatMap((g) => flat(g.to, g.parts)),
      reading.groups.flatMap((g) => flat(g.recipients, g.parts.map((p) => p.title))),
    );
  }
  list(
    add,
    'leads',
    want.leads,
    reading.leads.map((l) => [l.lead, l.field, l.partners.join(', ')].join('|')),
    (a, b) => plain(a.replace(/\|+$/, '')) === plain(b.replace(/\|+$/, '')),
  );
  list(add, 'windows', want.windows, reading.windows.map((w) => `${w.from ?? ''}..${w.to ?? ''}`));
  scoreDeadlines(add, want.deadlines, reading);
  if (want.receiver !== undefined) {
    const r = reading.receiver;
    single(add, 'receiver', want.receiver, r.value === null ? null : `${r.value}|${r.onBehalfOf ?? ''}`);
  }
  if (want.signer !== undefined) {
    const s = reading.signer;
    (['authority', 'onBehalfOf', 'position', 'name'] as const).forEach((key, i) => {
      single(add, 'signer', want.signer?.[i] ?? null, s[key]);
    });
  }
  list(add, 'copies', want.copies, reading.copies);
  return findings;
};

export const tallyBy = (findings: readonly Finding[]): Map<Field, Tally> => {
  const table = new Map<Field, Tally>(FIELDS.map((f) => [f, { right: 0, wrong: 0, missed: 0, invented: 0 }]));
  for (const f of findings) {
    const tally = table.get(f.field as Field);
    if (tally) tally[f.kind]++;
  }
  return table;
};

export const share = (t: Tally): number => {
  const all = t.right + t.wrong + t.missed + t.invented;
  return all === 0 ? 1 : t.right / all;
};
