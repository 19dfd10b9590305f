/** Milliseconds that one call takes: the middle of several, after a warm one. */
export const middle = async (times: number, work: () => Promise<unknown>): Promise<number> => {
  await work();
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  return took[took.length >> 1] ?? 0;
};
