import type { WaitingLine } from '../../../core/registry/answers.ts';
import { useSession } from '../../http/session.ts';
import { useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { t } from '../../texts/text.ts';

/** Letters and reports that the program drafted and that wait for the person's signature or number. */
export const Documents = () => {
  const { me } = useSession();
  const concerned = me.posts.some((post) => post.role === 'signer' || post.role === 'registry');
  const waiting = useResource<readonly WaitingLine[]>(concerned ? '/api/registry/waiting' : null);
  const lines = waiting.data ?? [];
  if (lines.length === 0) return null;
  return (
    <Sheet title={t('home.documents')} count={lines.length}>
      <ul className="lines">
        {lines.map((line) => (
          <li key={line.id}>
            <div>
              <b>{line.subject}</b>
              <p className="s13 sec">{line.unit}</p>
            </div>
            <Btn
              small
              icon={line.verb === 'sign' ? 'signature' : 'stamp'}
              href={`/van-thu/so/${line.unitId}`}
            >
              {t(line.verb === 'sign' ? 'home.documentSign' : 'home.documentIssue')}
            </Btn>
          </li>
        ))}
      </ul>
    </Sheet>
  );
};
