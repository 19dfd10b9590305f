import { type IconName, icons } from './icons.ts';

let placed = false;

/** One hidden sheet of symbols for the page: a board of thousands of rows repeats references, not paths. */
const placeSprite = (): void => {
  if (placed) return;
  placed = true;
  const sheet = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  sheet.setAttribute('class', 'sprite');
  sheet.setAttribute('aria-hidden', 'true');
  sheet.innerHTML = Object.entries(icons)
    .map(([name, inner]) => `<symbol id="i-${name}" viewBox="0 0 24 24">${inner}</symbol>`)
    .join('');
  document.body.append(sheet);
};

/** Always beside a word; an icon that stands alone gets its word from the button's aria-label. */
export const Icon = ({ name, large }: { name: IconName; large?: boolean | undefined }) => {
  placeSprite();
  return (
    <svg className={large ? 'i i-l' : 'i'} aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
};
