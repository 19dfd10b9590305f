import { t } from '../../../texts/text.ts';
import { anchorOf, type End, type Ends } from './useEnds.ts';

/** The number of a value, the same on the letter and in the draft. */
export const NumberLink = ({ n, to, ends }: { n: number; to: End; ends: Ends }) => (
  <a
    className="mn"
    data-n={n}
    href={`#${anchorOf(to, n)}`}
    aria-label={t(to === 'letter' ? 'requests.seeWords' : 'requests.seeValue', { n })}
    onClick={(event) => {
      event.preventDefault();
      ends.follow(to, n, event.currentTarget);
    }}
  >
    {n}
  </a>
);
