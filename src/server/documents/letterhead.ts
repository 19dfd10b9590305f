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
  readonly symbol: string;
  readonly signerPosition: string;
};

export const letterheadOf = async (ctx: ReadContext, unitId: string): Promise<Letterhead> => {
  const unit = await ctx.db
    .selectFrom('unit')
    .select(['name', 'kind', 'letterhead', 'place', 'symbol', 'signer_position'])
    .where('id', '=', unitId)
    .executeTakeFirst();
  if (!unit) throw notFound('unit');
  const lines = unit.letterhead.split('\n');
  const department = unit.kind === 'department' && lines.length > 1;
  return {
    name: unit.name,
    kind: unit.kind,
    superior: department ? (lines[0] ?? null) : null,
    body: (department ? lines.slice(1) : lines).join('\n'),
    bodyInText: bodyInText(unit.name),
    place: unit.place,
    symbol: unit.symbol,
    signerPosition: unit.signer_position,
  };
};

const bodyInText = (name: string): string =>
  /^(Tỉnh|Thành phố|Thị xã|Quận|Huyện|Xã|Phường|Thị trấn|Đặc khu)\s/.test(name)
    ? `UBND ${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}`
    : name;
