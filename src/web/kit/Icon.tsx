import type { IconName } from './icons.ts';

let asked = false;

/**
 * One hidden sheet of symbols for the page: a board of thousands of rows repeats references, not paths. It comes
 * beside the first page, not inside it; an icon keeps its place until then.
 */
const askForSheet = async (): Promise<void> => {
  if (asked) return;
  asked = true;
  try {
    const { icons } = await import('./icons.ts');
    const sheet = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    sheet.setAttribute('class', 'sprite');
    sheet.setAttribute('aria-hidden', 'true');
    sheet.innerHTML = Object.entries(icons)
      .map(([name, inner]) => `<symbol id="i-${name}" viewBox="0 0 24 24">${inner}</symbol>`)
      .join('');
    document.body.append(sheet);
  } catch {
    // The network went in between; the next icon asks again. Words stand beside every icon.
    asked = false;
  }
};

/** Always beside a word; an icon that stands alone gets its word from the button's aria-label. */
export const Icon = ({ name, large }: { name: IconName; large?: boolean | undefined }) => {
  void askForSheet();
  return (
    <svg className={large ? 'i i-l' : 'i'} aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
};
