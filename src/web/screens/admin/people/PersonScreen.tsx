import { type FormEvent, useState } from 'react';
import { useParams } from 'wouter';
import type { PersonLine } from '../../../../core/directory/answers.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll, useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { TextField } from '../../../kit/Field.tsx';
import { View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { t } from '../../../texts/text.ts';
import { AdminPage } from '../AdminPage.tsx';
import { type Stale, StaleNote } from '../StaleNote.tsx';
import { daysWords } from '../words.ts';
import { PostsPart } from './PostsPart.tsx';
import { SignInPart } from './SignInPart.tsx';
import { stateWords } from './state-words.ts';

type Change = { name?: string; email?: string | null; version: number };

const EditPerson = ({ person }: { person: PersonLine }) => {
  const [base, setBase] = useState(person);
  const [name, setName] = useState(person.name);
  const [email, setEmail] = useState(person.email ?? '');
  const [done, setDone] = useState(false);
  const change = useAction((input: Change, key) =>
    api.put<{ person: PersonLine }>(`/api/people/${person.id}`, input, { key }),
  );
  const save = async (from: PersonLine): Promise<void> => {
    setDone(false);
    const wanted = { name: name.trim().normalize('NFC'), email: email.trim() || null };
    if (!wanted.name) return;
    const answer = await change.run({
      ...(wanted.name === from.name ? {} : { name: wanted.name }),
      ...(wanted.email === from.email ? {} : { email: wanted.email }),
      version: from.version,
    });
    if (!answer.ok) return;
    setBase(answer.data.person);
    setDone(true);
    reloadAll('/api/people');
  };
  const onto = (stale: Stale): PersonLine => ({ ...base, ...stale.current, version: stale.version });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save(base);
  };
  return (
    <Sheet title={t('admin.personDetails')} pad>
      <form className="stack-wide" onSubmit={submit} noValidate>
        <div className="admin-form">
          <TextField
            label={t('admin.personName')}
            value={name}
            onText={setName}
            maxLength={200}
            required
            autoComplete="off"
            error={name.trim() ? undefined : t('admin.missing')}
          />
          <TextField
            label={t('admin.email')}
            hint={t('admin.emailHint')}
            value={email}
            onText={setEmail}
            maxLength={254}
            inputMode="email"
            autoComplete="off"
          />
        </div>
        <StaleNote
          failure={change.failure}
          labels={{ name: t('admin.personName') }}
          onKeep={(stale) => {
            setBase(onto(stale));
            void save(onto(stale));
          }}
          onTake={(stale) => {
            const theirs = onto(stale);
            setBase(theirs);
            setName(theirs.name);
            setEmail(theirs.email ?? '');
            change.clear();
          }}
        />
        <div className="acts">
          <Btn kind="main" type="submit" busy={change.busy}>
            {t('common.save')}
          </Btn>
          <span role="status" className="s13 t-ok">
            {done && t('admin.saved')}
          </span>
        </div>
      </form>
    </Sheet>
  );
};

const StandsIn = ({ person }: { person: PersonLine }) =>
  person.standIns.length === 0 ? null : (
    <Sheet title={t('admin.standIns')} count={person.standIns.length}>
      <ul className="lines">
        {person.standIns.map((s) => (
          <li key={s.id}>
            <b>
              {t('admin.standInFor')} {s.forPersonName}, {s.unitName}
            </b>
            <p className="sec s13">{daysWords(s.fromDay, s.toDay)}</p>
            <p className="sec s13">
              {t('admin.standInBy', { number: s.documentNumber, day: shortDay(s.documentDay) })}
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  );

const PersonScreen = () => {
  const { personId } = useParams<{ personId: string }>();
  const answer = useResource<{ person: PersonLine }>(`/api/people/${personId}`);
  const person = answer.data?.person;
  return (
    <AdminPage
      title={person?.name ?? t('admin.people')}
      note={person && `${person.login}, ${stateWords(person)}`}
      actions={
        <>
          <Btn kind="quiet" icon="history" href={`/quan-tri/nhat-ky?personId=${personId}`}>
            {t('journal.title')}
          </Btn>
          <Btn icon="arrow-left" href="/quan-tri/nguoi">
            {t('admin.personBack')}
          </Btn>
        </>
      }
    >
      <View of={answer}>
        {({ person: loaded }) => (
          <div className="cols">
            <div>
              <EditPerson key={loaded.id} person={loaded} />
              <PostsPart person={loaded} />
              <StandsIn person={loaded} />
            </div>
            <aside>
              <SignInPart person={loaded} />
            </aside>
          </div>
        )}
      </View>
    </AdminPage>
  );
};

export default PersonScreen;
