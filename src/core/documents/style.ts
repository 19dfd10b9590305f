import type { OutgoingKind } from '../registry/book.ts';
import type { Authority, Signature } from './tree.ts';

export const AUTHORITIES = ['TM.', 'KT.', 'TL.', 'TUQ.', 'Q.'] as const satisfies readonly Authority[];

/** Box 7 without the name: who signs, and for whom. */
export type SignatureStyle = {
  readonly authority: Authority | null;
  /** After the authority: 'ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'; '' for none. */
  readonly onBehalfOf: string;
  readonly position: string;
  /** A third line: TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH; '' for none. */
  readonly subPosition: string;
};

/** How a body sets its documents, box by box (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export type DocumentStyle = {
  /** Box 2, above the body; '' for none, as a people's committee. */
  readonly superior: string;
  /** '\n' breaks the line where it stands. */
  readonly body: string;
  readonly place: string;
  /** Box 3 after the number: 'BC-UBND'. */
  readonly symbols: Readonly<Record<OutgoingKind, string>>;
  readonly signatures: Readonly<Record<OutgoingKind, SignatureStyle>>;
  /** Box 9b, one entry a line. */
  readonly copies: Readonly<Record<OutgoingKind, readonly string[]>>;
};

type UnitWords = {
  readonly kind: string;
  readonly letterhead: string;
  readonly place: string;
  readonly symbol: string;
  readonly signerPosition: string;
};

const COPIES = ['Như trên', 'Lưu: VT.'];

/** What follows from the unit alone, until its văn thư sets it otherwise. */
export const styleOfUnit = (unit: UnitWords): DocumentStyle => {
  const lines = unit.letterhead.split('\n');
  const department = unit.kind === 'department' && lines.length > 1;
  const signature: SignatureStyle = {
    authority: unit.kind === 'department' ? null : 'TM.',
    onBehalfOf: unit.kind === 'department' ? '' : 'ỦY BAN NHÂN DÂN',
    position: unit.signerPosition,
    subPosition: '',
  };
  return {
    superior: department ? (lines[0] ?? '') : '',
    body: (department ? lines.slice(1) : lines).join('\n'),
    place: unit.place,
    symbols: { letter: unit.symbol, report: `BC-${unit.symbol}`, decision: `QĐ-${unit.symbol}` },
    signatures: { letter: signature, report: signature, decision: signature },
    copies: { letter: COPIES, report: COPIES, decision: ['Như Điều 3', 'Lưu: VT.'] },
  };
};

export const signatureOf = (style: SignatureStyle, name: string | null): Signature => ({
  authority: style.authority,
  ...(style.onBehalfOf ? { onBehalfOf: style.onBehalfOf } : {}),
  position: style.position,
  ...(style.subPosition ? { subPosition: style.subPosition } : {}),
  name,
});
