import { type DocumentStyle, styleOfUnit } from '../../core/documents/style.ts';
import type { ReadContext } from '../http/context.ts';
import { notFound } from '../http/failures.ts';

export type Letterhead = {
  readonly name: string;
  readonly kind: string;
  /** A people's committee has no superior body above it on paper (NĐ 30/2020); a department has. */
  readonly superior: string | null;
  readonly body: string;
  /** Inside a sentence: 'UBND xã Bảo Lâm', 'Phòng Nội vụ'. */
  readonly bodyInText: string;
  readonly place: string;
  readonly signerPosition: string;
  /** Symbols, signature and copies by kind of document. */
  readonly style: DocumentStyle;
};

export type StyledUnit = {
  readonly name: string;
  readonly kind: string;
  readonly signerPosition: string;
  /** As it stands, and as it would be without settings. */
  readonly style: DocumentStyle;
  readonly usual: DocumentStyle;
  /** 0: nothing was set yet. */
  readonly version: number;
};

/** How the documents of a body look: what its văn thư has set, else what follows from the unit. */
export const styledUnit = async (ctx: ReadContext, unitId: string): Promise<StyledUnit> => {
  const unit = await ctx.db
    .selectFrom('unit')
    .leftJoin('document_style as s', 's.unit_id', 'unit.id')
    .select(['name', 'kind', 'letterhead', 'place', 'symbol', 'signer_position', 's.style', 's.version'])
    .where('unit.id', '=', unitId)
    .executeTakeFirst();
  if (!unit) throw notFound('unit');
  const usual = styleOfUnit({
    kind: unit.kind,
    letterhead: unit.letterhead,
    place: unit.place,
    symbol: unit.symbol,
    signerPosition: unit.signer_position,
  });
  return {
    name: unit.name,
    kind: unit.kind,
    signerPosition: unit.signer_position,
    style: unit.style === null ? usual : (unit.style as unknown as DocumentStyle),
    usual,
    version: unit.version ?? 0,
  };
};

export const letterheadOf = async (ctx: ReadContext, unitId: string): Promise<Letterhead> => {
  const { name, kind, style, signerPosition } = await styledUnit(ctx, unitId);
  return {
    name,
    kind,
    superior: style.superior || null,
    body: style.body,
    bodyInText: bodyInText(name),
    place: style.place,
    signerPosition,
    style,
  };
};

export const bodyInText = (name: string): string =>
  /^(Tỉnh|Thành phố|Thị xã|Quận|Huyện|Xã|Phường|Thị trấn|Đặc khu)\s/.test(name)
    ? `UBND ${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}`
    : name;
