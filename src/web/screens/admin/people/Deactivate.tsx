import type { PeopleAnswer, PersonLine, PostLine } from '../../../../core/directory/answers.ts';
import { dayOfInstant } from '../../../../core/kernel/instant.ts';
import { api } from '../../../http/api.ts';
import { serverNow } from '../../../http/server-clock.ts';
import { useAction } from '../../../http/useAction.ts';
import { useResource } from '../../../http/useResource.ts';
import { t } from '../../../texts/text.ts';
import { Confirm } from '../Confirm.tsx';
import { ROLE_WORDS } from '../words.ts';

const held = (person: PersonLine): readonly PostLine[] => {
  const now = serverNow();
  const today = now === undefined ? '' : dayOfInstant(now);
  return person.posts.filter((p) => p.validFrom <= today && (p.validTo === null || p.validTo >= today));
};

/** One post of the person, and whether the unit is left without anybody in it. */
const Held = ({ person, post }: { person: PersonLine; post: PostLine }) => {
  const people = useResource<PeopleAnswer>(`/api/people?limit=1000&unitId=${post.unitId}`);
  const others = people.data?.people.filter((p) => p.active && p.id !== person.id) ?? [];
  const left = others.some((p) => held(p).some((h) => h.unitId === post.unitId && h.role === post.role));
  return (
    <li>
      {t(ROLE_WORDS[post.role])}, {post.unitName}
      {people.data && !left && (
        <p className="t-warn s13">
          {t('admin.deactivateLeaves', { unit: post.unitName, role: t(ROLE_WORDS[post.role]) })}
        </p>
      )}
    </li>
  );
};

export const Deactivate = ({
  person,
  onClose,
  onDone,
}: {
  person: PersonLine;
  onClose: () => void;
  onDone: () => void;
}) => {
  const change = useAction((input: { active: false; version: number }, key) =>
    api.put(`/api/people/${person.id}`, input, { key }),
  );
  const posts = held(person);
  return (
    <Confirm
      title={t('admin.deactivateTitle', { person: person.name })}
      action={t('admin.deactivate')}
      busy={change.busy}
      failure={change.failure}
      onClose={onClose}
      onDo={() =>
        void change.run({ active: false, version: person.version }).then((answer) => {
          if (answer.ok) onDone();
        })
      }
    >
      <p>{t('admin.deactivateText')}</p>
      {posts.length > 0 && (
        <div>
          <p className="b">{t('admin.deactivateHolds')}</p>
          <ul>
            {posts.map((post) => (
              <Held key={post.id} person={person} post={post} />
            ))}
          </ul>
        </div>
      )}
    </Confirm>
  );
};
