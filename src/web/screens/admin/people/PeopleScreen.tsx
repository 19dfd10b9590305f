import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { PeopleAnswer, PersonLine } from '../../../../core/directory/answers.ts';
import { useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Empty, View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { LoadingRows, Table } from '../../../kit/Table.tsx';
import { t } from '../../../texts/text.ts';
import { AdminPage } from '../AdminPage.tsx';
import { FindField } from '../FindField.tsx';
import { daysWords, ROLE_WORDS } from '../words.ts';
import { FactorDialog } from './FactorDialog.tsx';
import { NewPerson } from './NewPerson.tsx';
import { stateWords } from './state-words.ts';

const LIMIT = 200;

const Heads = () => (
  <thead>
    <tr>
      <th scope="col">{t('admin.personName')}</th>
      <th scope="col">{t('admin.login')}</th>
      <th scope="col">{t('admin.posts')}</th>
      <th scope="col">{t('admin.state')}</th>
    </tr>
  </thead>
);

const Person = ({ person }: { person: PersonLine }) => (
  <tr>
    <th scope="row">
      <Link href={`/quan-tri/nguoi/${person.id}`} className="name">
        {person.name}
      </Link>
    </th>
    <td data-l={t('admin.login')}>{person.login}</td>
    <td className="s13" data-l={t('admin.posts')}>
      {person.posts.length === 0 && <span className="t-warn">{t('admin.postsNone')}</span>}
      {person.posts.map((post) => (
        <p key={post.id}>
          {t(ROLE_WORDS[post.role])}, {post.unitName}
          {post.validTo !== null && <span className="mut"> ({daysWords(post.validFrom, post.validTo)})</span>}
        </p>
      ))}
    </td>
    <td className={person.active ? 's13' : 's13 t-err'} data-l={t('admin.state')}>
      {stateWords(person)}
    </td>
  </tr>
);

/** What was typed, when typing has paused: each letter is not a question of its own. */
const useSettled = (text: string): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 250);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};

const PeopleScreen = () => {
  const [, go] = useLocation();
  const [query, setQuery] = useState('');
  const [adding, setAdding] = useState(false);
  const [factor, setFactor] = useState(false);
  const asked = useSettled(query.trim());
  const people = useResource<PeopleAnswer>(`/api/people?limit=${LIMIT}&q=${encodeURIComponent(asked)}`);
  // The last list stays while the next one is on its way.
  const last = useRef<PeopleAnswer | undefined>(undefined);
  if (people.data) last.current = people.data;
  const shown =
    people.state === 'loading' && last.current
      ? { ...people, state: 'ready' as const, data: last.current }
      : people;
  const { data } = shown;
  return (
    <AdminPage
      title={t('admin.people')}
      note={
        data &&
        (data.total > data.people.length
          ? t('admin.peopleShown', { shown: data.people.length, total: data.total })
          : t('admin.peopleCount', { n: data.total }))
      }
      actions={
        <>
          <Btn icon="shield-check" onClick={() => setFactor(true)}>
            {t('admin.factor')}
          </Btn>
          <Btn kind="main" icon="user-plus" onClick={() => setAdding(true)}>
            {t('admin.personNew')}
          </Btn>
        </>
      }
    >
      <div className="admin-tools">
        <FindField label={t('admin.find')} hint={t('admin.findPerson')} value={query} onText={setQuery} />
      </div>
      <Sheet>
        <View
          of={shown}
          loading={
            <Table caption={t('admin.people')} className="edge">
              <Heads />
              <LoadingRows columns={4} rows={10} />
            </Table>
          }
        >
          {(answer) =>
            answer.people.length === 0 ? (
              <Empty icon="search" title={t('admin.noneFound')}>
                {t('admin.noneFoundText')}
              </Empty>
            ) : (
              <Table caption={t('admin.people')} className="edge fold people-list">
                <Heads />
                <tbody>
                  {answer.people.map((person) => (
                    <Person key={person.id} person={person} />
                  ))}
                </tbody>
              </Table>
            )
          }
        </View>
      </Sheet>
      {factor && <FactorDialog onClose={() => setFactor(false)} />}
      {adding && <NewPerson onClose={() => setAdding(false)} onAdded={(id) => go(`/quan-tri/nguoi/${id}`)} />}
    </AdminPage>
  );
};

export default PeopleScreen;
