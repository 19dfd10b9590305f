import type { Piece, WantedPiece } from '../../../../core/consolidation/draft.ts';
import { plainText } from '../../../../core/kernel/richText.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { t } from '../../../texts/text.ts';
import type { SectionDesk } from './useSection.ts';

const Words = ({
  pieces,
  apart,
}: {
  pieces: readonly (Piece | WantedPiece)[];
  apart: ReadonlySet<string>;
}) => (
  <ul className="doc">
    {pieces.map((p) => (
      <li key={p.id}>
        {p.kind === 'table' ? (
          t('draft.table')
        ) : apart.has(p.id) ? (
          <mark>{plainText(p.doc)}</mark>
        ) : (
          plainText(p.doc)
        )}
      </li>
    ))}
  </ul>
);

const idsOf = (pieces: readonly (Piece | WantedPiece)[]): Map<string, string> =>
  new Map(pieces.map((p) => [p.id, p.kind === 'words' ? plainText(p.doc) : p.form]));

/** Two people wrote at once: both texts side by side, what differs marked, nothing overwritten unseen (D2). */
export const ClashBox = ({ desk }: { desk: SectionDesk }) => {
  if (!desk.clash) return null;
  const { mine, theirs } = desk.clash;
  const [own, other] = [idsOf(mine), idsOf(theirs)];
  const differ = (a: Map<string, string>, b: Map<string, string>): ReadonlySet<string> =>
    new Set([...a].filter(([id, words]) => b.get(id) !== words).map(([id]) => id));
  return (
    <div className="clash" role="alert">
      <p>
        <Icon name="users" /> <b>{t('draft.clash')}</b>
      </p>
      <div className="pair">
        <div>
          <h3>{t('draft.clashMine')}</h3>
          <Words pieces={mine} apart={differ(own, other)} />
          <Btn small busy={desk.busy} onClick={() => void desk.keepMine()}>
            {t('draft.keepMine')}
          </Btn>
        </div>
        <div>
          <h3>{t('draft.clashTheirs')}</h3>
          <Words pieces={theirs} apart={differ(other, own)} />
          <Btn small onClick={desk.keepTheirs}>
            {t('draft.keepTheirs')}
          </Btn>
          <Btn small busy={desk.busy} onClick={desk.keepBoth}>
            {t('draft.keepBoth')}
          </Btn>
        </div>
      </div>
    </div>
  );
};
