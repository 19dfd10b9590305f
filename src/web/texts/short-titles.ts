/**
 * Titles that begin alike, without what they share: in a list of choices "Báo cáo công tác cải cách hành chính" says
 * nothing, and a narrow field would cut off the period, which does.
 */
export const shortTitles = (titles: readonly string[]): readonly string[] => {
  const words = titles.map((title) => title.split(' '));
  const least = Math.min(...words.map((of) => of.length));
  let shared = 0;
  while (titles.length > 1 && shared < least - 1 && words.every((of) => of[shared] === words[0]?.[shared]))
    shared++;
  return words.map((of) => {
    const rest = of.slice(shared).join(' ');
    return rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1);
  });
};
