import { useState } from 'react';
import { Link } from 'wouter';
import type { PersonLine, PostLine } from '../../../../core/directory/answers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Empty } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { Table } from '../../../kit/Table.tsx';
import { t } from '../../../texts/text.ts';
import { Confirm } from '../Confirm.tsx';
import { daysWords, ROLE_WORDS } from '../words.ts';
import { ChangePost, GivePost } from './PostDialogs.tsx';

type Doing = { what: 'give' } | { what: 'change' | 'end'; post: PostLine };

const EndPost = ({ person, post, onClose }: { person: PersonLine; post: PostLine; onClose: () => void }) => {
  const end = useAction((input: { id: string }, key) =>
    api.del(`/api/posts/${input.id}`, undefined, { key }),
  );
  return (
    <Confirm
      title={t('admin.postEnd')}
      action={t('admin.end')}
      busy={end.busy}
      failure={end.failure}
      onClose={onClose}
      onDo={() =>
        void end.run({ id: post.id }).then((answer) => {
          if (!answer.ok) return;
          onClose();
          reloadAll('/api/people');
          reloadAll('/api/units');
        })
      }
    >
      <p>
        {t('admin.postEndText', {
          person: person.name,
          role: t(ROLE_WORDS[post.role]),
          unit: post.unitName,
        })}
      </p>
    </Confirm>
  );
};

export const PostsPart = ({ person }: { person: PersonLine }) => {
  const [doing, setDoing] = useState<Doing | undefined>(undefined);
  const close = (): void => setDoing(undefined);
  return (
    <Sheet
      title={t('admin.posts')}
      count={person.posts.length}
      actions={
        person.may.includes('give-post') && (
          <Btn small icon="plus" onClick={() => setDoing({ what: 'give' })}>
            {t('admin.postGive')}
          </Btn>
        )
      }
    >
      {person.posts.length === 0 ? (
        <Empty icon="id-card" title={t('admin.postsNone')}>
          {t('admin.postsNoneText')}
        </Empty>
      ) : (
        <Table caption={t('admin.posts')} className="edge fold">
          <thead>
            <tr>
              <th scope="col">{t('admin.postUnit')}</th>
              <th scope="col">{t('admin.postRole')}</th>
              <th scope="col">{t('admin.postTitle')}</th>
              <th scope="col">{t('admin.validity')}</th>
              <th scope="col">
                <span className="vh">{t('admin.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {person.posts.map((post) => (
              <tr key={post.id}>
                <th scope="row">
                  <Link href={`/quan-tri/don-vi/${post.unitId}`} className="name">
                    {post.unitName}
                  </Link>
                </th>
                <td data-l={t('admin.postRole')}>{t(ROLE_WORDS[post.role])}</td>
                <td data-l={t('admin.postTitle')}>{post.title}</td>
                <td className="s13" data-l={t('admin.validity')}>
                  {daysWords(post.validFrom, post.validTo)}
                  {post.may.length === 0 && <span className="mut"> ({t('admin.postPast')})</span>}
                </td>
                <td>
                  <div className="acts">
                    {post.may.includes('change') && (
                      <Btn small onClick={() => setDoing({ what: 'change', post })}>
                        {t('admin.change')}
                      </Btn>
                    )}
                    {post.may.includes('end') && (
                      <Btn small kind="danger" onClick={() => setDoing({ what: 'end', post })}>
                        {t('admin.end')}
                      </Btn>
                    )}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {doing?.what === 'give' && <GivePost person={person} onClose={close} />}
      {doing?.what === 'change' && <ChangePost post={doing.post} onClose={close} />}
      {doing?.what === 'end' && <EndPost person={person} post={doing.post} onClose={close} />}
    </Sheet>
  );
};
