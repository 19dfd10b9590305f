import type { Request } from '../campaign/request.ts';
import type { UnitKind } from '../directory/unit.ts';
import { withoutMarks } from '../kernel/search.ts';
import { groupDeadlines } from './groupDeadlines.ts';
import type { LetterReading } from './reading.ts';

export type KnownUnit = { readonly id: string; readonly name: string; readonly kind: UnitKind };

/** Field of reform by the words that name it; the first that fits, most telling first. */
const AREAS: readonly (readonly [string, string])[] = [
  ['tac dong', 'TÁC ĐỘNG KT-XH'],
  ['bo may', 'BỘ MÁY'],
  ['cong vu', 'CÔNG VỤ'],
  ['tai chinh cong', 'TÀI CHÍNH CÔNG'],
  ['the che', 'THỂ CHẾ'],
  ['thu tuc hanh chinh', 'TTHC'],
  ['chinh quyen dien tu', 'CĐS'],
  ['chinh quyen so', 'CĐS'],
  ['chuyen doi so', 'CĐS'],
  ['chi dao', 'CĐĐH'],
];

const areaOf = (field: string): string | undefined => {
  const plain = withoutMarks(field);
  return AREAS.find(([words]) => plain.includes(words))?.[1];
};

/** Names without the words that letters leave out or add: 'Văn phòng HĐND và UBND huyện' is 'Văn phòng HĐND và UBND'. */
const bare = (name: string): string =>
  withoutMarks(name)
    .replace(/&/g, ' va ')
    .replace(/\b(huyen|tinh|ubnd|uy ban nhan dan)\b/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const unitNamed = (text: string, units: readonly KnownUnit[]): KnownUnit | undefined => {
  const wanted = bare(text);
  return units.find((u) => bare(u.name) === wanted);
};

const groupOf = (text: string, units: readonly KnownUnit[]): readonly KnownUnit[] => {
  const plain = withoutMarks(text);
  const communes = /\b(xa|phuong|thi tran)\b/.test(plain);
  const departments = /\b(phong|ban|nganh|so|co quan chuyen mon)\b/.test(plain.replace(/\bthi tran\b/g, ''));
  return units.filter((u) => (communes && u.kind === 'commune') || (departments && u.kind === 'department'));
};

/** Units that a recipient of the letter means: all of a kind for a group word, else the one of that name. */
export const unitsMeant = (
  text: string,
  isGroup: boolean,
  units: readonly KnownUnit[],
): readonly string[] => {
  const one = unitNamed(text, units);
  return (isGroup ? groupOf(text, units) : one ? [one] : []).map((u) => u.id);
};

/** What the letter says becomes the draft; what it does not say stays null and is asked for (A2). */
export const requestFromLetter = (letter: LetterReading, units: readonly KnownUnit[]): Request => {
  const { general, own } = groupDeadlines(letter);
  const window = letter.windows.find((w) => w.from !== null && w.to !== null);
  const { signer } = letter;
  const period = letter.period.value;
  return {
    subject: letter.subject.value,
    symbol: letter.symbol.value,
    place: letter.place.value,
    period: period?.year ? { kind: period.kind, index: period.index, year: period.year } : null,
    window: window?.from && window.to ? { from: window.from, to: window.to } : null,
    deadline: general ? { at: general.instant, wording: general.text } : null,
    legalBases: letter.legalBases
      .map((b) => ({
        kind: b.kind,
        number: b.number ?? '',
        date: b.date,
        issuer: b.issuer,
        about: b.about,
      }))
      .filter((b) => b.number !== ''),
    recipients: letter.recipients.map((r) => {
      const named = own.get(r.text);
      return {
        text: r.text,
        unitIds: unitsMeant(r.text, r.kind === 'group', units),
        ...(named ? { deadline: { at: named.instant, wording: named.text } } : {}),
      };
    }),
    leads: letter.leads.flatMap((l) => {
      const lead = unitNamed(l.lead, units);
      const area = areaOf(l.field);
      if (!lead || !area) return [];
      const partnerUnitIds = l.partners.flatMap((p) => unitNamed(p, units)?.id ?? []);
      return [{ field: l.field, area, leadUnitId: lead.id, partnerUnitIds }];
    }),
    signer:
      signer.position && signer.name
        ? {
            authority: signer.authority ?? '',
            onBehalfOf: signer.onBehalfOf ?? '',
            position: signer.position,
            name: signer.name,
          }
        : null,
    copies: letter.copies,
    seen: [],
  };
};
