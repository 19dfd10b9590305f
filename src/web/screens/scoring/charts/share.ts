/** For drawing only: figures that people read come as decimals from the server. */
export const share = (points: string | null, maximum: string): number | null =>
  points === null || Number(maximum) <= 0 ? null : Math.max(0, Math.min(1, Number(points) / Number(maximum)));
