type Series = {
  readonly name: string;
  readonly kind: 'main' | 'other';
  readonly values: readonly (number | null)[];
};

const SIZE = 300;
const MID = SIZE / 2;
const REACH = 105;

const point = (at: number, of: number, value: number): readonly [number, number] => {
  const angle = (Math.PI * 2 * at) / of - Math.PI / 2;
  return [MID + Math.cos(angle) * REACH * value, MID + Math.sin(angle) * REACH * value];
};
const path = (values: readonly (number | null)[]): string =>
  values
    .map((v, i) =>
      point(i, values.length, v ?? 0)
        .map((n) => n.toFixed(1))
        .join(','),
    )
    .join(' ');

/** Plain SVG; hidden from readers, because the table beside it says the same in numbers. */
export const Radar = ({
  axes,
  series,
}: {
  axes: readonly { readonly label: string; readonly title: string }[];
  series: readonly Series[];
}) => {
  if (axes.length < 3) return null;
  const full = axes.map(() => 1);
  return (
    <svg className="radar" viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
      {[0.2, 0.4, 0.6, 0.8, 1].map((ring) => (
        <polygon key={ring} className="rg" points={path(full.map(() => ring))} />
      ))}
      {axes.map((axis, i) => {
        const [x, y] = point(i, axes.length, 1);
        return <line key={axis.label} className="rg" x1={MID} y1={MID} x2={x} y2={y} />;
      })}
      {series.map((one) => (
        <polygon key={one.name} className={one.kind === 'main' ? 'r1' : 'r0'} points={path(one.values)} />
      ))}
      {axes.map((axis, i) => {
        const [x, y] = point(i, axes.length, 1.17);
        return (
          <text key={axis.label} className="rl" x={x} y={y + 4} textAnchor="middle">
            {axis.label}
          </text>
        );
      })}
    </svg>
  );
};
