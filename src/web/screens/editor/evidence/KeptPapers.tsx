import { IconBtn } from '../../../kit/Btn.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { reportOf } from '../../../outbox/entry.ts';
import { dropPaper, papers } from '../../../outbox/papers.ts';
import { refusalText } from '../../../texts/refusals.ts';
import { t } from '../../../texts/text.ts';
import type { Desk } from '../desk/desk.ts';

/** Papers of this part that wait on this machine, each with why. */
export const KeptPapers = ({ desk, section }: { desk: Desk; section: string }) => {
  const report = reportOf(desk.owner);
  const here = papers.use().filter((p) => p.report === report && p.place.split('/')[0] === section);
  if (here.length === 0) return null;
  return (
    <ul>
      {here.map((paper) => (
        <li key={paper.id}>
          <span className={paper.refused === null ? 'ev' : 'ev ev-bad'}>
            <Icon name={paper.refused === null ? 'cloud-upload' : 'cloud-off'} />
            <span>{paper.details.abstract}</span>
          </span>
          <span className="s12 sec">
            {paper.refused === null
              ? t('evidence.keptHere', { name: paper.name })
              : refusalText(paper.refused, { name: paper.name })}
          </span>
          <IconBtn
            icon="x"
            label={t('evidence.dropKept', { name: paper.name })}
            onClick={() => void dropPaper(paper.id)}
          />
        </li>
      ))}
    </ul>
  );
};
