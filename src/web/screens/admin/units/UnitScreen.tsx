import { type FormEvent, useState } from 'react';
import { Link, useParams } from 'wouter';
import type { PersonLine, UnitAnswer, UnitLine } from '../../../../core/directory/answers.ts';
import type { UnitDetails } from '../../../../core/directory/unitDetails.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll, useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Empty, View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { t } from '../../../texts/text.ts';
import { AdminPage } from '../AdminPage.tsx';
import { type Stale, StaleNote } from '../StaleNote.tsx';
import { daysWords, KIND_WORDS, ROLE_WORDS } from '../words.ts';
import { changesOf, draftOf, readDraft } from './draft.ts';
import { StandInsPart } from './StandInsPart.tsx';
import { UnitFields } from './UnitFields.tsx';

/** The version that was read stays with what is typed, also when a newer one comes in between. */
const EditUnit = ({ unit }: { unit: UnitLine }) => {
  const [base, setBase] = useState<UnitLine>(unit);
  const [draft, setDraft] = useState(() => draftOf(unit));
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState(false);
  const change = useAction((input: Partial<UnitDetails> & { version: number }, key) =>
    api.put<{ unit: UnitLine }>(`/api/units/${unit.id}`, input, { key }),
  );
  const save = async (from: UnitLine): Promise<void> => {
    setTried(true);
    setDone(false);
    const wanted = readDraft(draft);
    if (!wanted) return;
    const answer = await change.run({ ...changesOf(from, wanted), version: from.version });
    if (!answer.ok) return;
    setBase(answer.data.unit);
    setDraft(draftOf(answer.data.unit));
    setDone(true);
    reloadAll('/api/units');
  };
  const onto = (stale: Stale): UnitLine => ({ ...base, ...stale.current, version: stale.version });
  const keep = (stale: Stale): void => {
    setBase(onto(stale));
    void save(onto(stale));
  };
  const take = (stale: Stale): void => {
    const theirs = draftOf(onto(stale));
    setDraft((d) => ({
      ...d,
      ...Object.fromEntries(Object.keys(stale.current).map((f) => [f, theirs[f as keyof typeof theirs]])),
    }));
    setBase(onto(stale));
    change.clear();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save(base);
  };
  return (
    <Sheet title={t('admin.unitDetails')} pad>
      <form className="stack-wide" onSubmit={submit} noValidate>
        <UnitFields
          draft={draft}
          tried={tried}
          onDraft={(part) => {
            setDone(false);
            setDraft((d) => ({ ...d, ...part }));
          }}
        />
        <StaleNote failure={change.failure} onKeep={keep} onTake={take} />
        <div className="acts">
          <Btn kind="main" type="submit" busy={change.busy}>
            {t('common.save')}
          </Btn>
          <span role="status" className="s13 t-ok">
            {done && t('admin.saved')}
          </span>
          {tried && !readDraft(draft) && <span className="t-err s13">{t('admin.fillFirst')}</span>}
        </div>
      </form>
    </Sheet>
  );
};

const People = ({ unit, people }: { unit: UnitLine; people: readonly PersonLine[] }) => (
  <Sheet title={t('admin.unitPersons')} count={people.length}>
    {people.length === 0 ? (
      <Empty icon="users" title={t('admin.unitPersonsNone')}>
        {t('admin.unitPersonsNoneText')}
      </Empty>
    ) : (
      <ul className="lines">
        {people.map((person) => (
          <li key={person.id}>
            <Link href={`/quan-tri/nguoi/${person.id}`} className="b">
              {person.name}
            </Link>
            {!person.active && <span className="mut s13"> ({t('admin.stateInactive')})</span>}
            {person.posts
              .filter((post) => post.unitId === unit.id)
              .map((post) => (
                <p key={post.id} className="sec s13">
                  {t(ROLE_WORDS[post.role])}
                  {post.title && `, ${post.title}`}: {daysWords(post.validFrom, post.validTo)}
                </p>
              ))}
          </li>
        ))}
      </ul>
    )}
  </Sheet>
);

const UnitScreen = () => {
  const { unitId } = useParams<{ unitId: string }>();
  const answer = useResource<UnitAnswer>(`/api/units/${unitId}`);
  const unit = answer.data?.unit;
  return (
    <AdminPage
      title={unit?.name ?? t('admin.unitDetails')}
      note={unit && `${t(KIND_WORDS[unit.kind])}, ${daysWords(unit.validFrom, unit.validTo)}`}
      actions={
        <>
          <Btn kind="quiet" icon="history" href={`/quan-tri/nhat-ky?unitId=${unitId}`}>
            {t('journal.title')}
          </Btn>
          <Btn icon="arrow-left" href="/quan-tri/don-vi">
            {t('admin.unitBack')}
          </Btn>
        </>
      }
    >
      <View of={answer}>
        {(data) => (
          <div className="cols">
            <EditUnit key={data.unit.id} unit={data.unit} />
            <aside>
              <People unit={data.unit} people={data.people} />
              <StandInsPart unit={data.unit} people={data.people} standIns={data.standIns} />
            </aside>
          </div>
        )}
      </View>
    </AdminPage>
  );
};

export default UnitScreen;
