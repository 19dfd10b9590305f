import { type FormEvent, useState } from 'react';
import type { DraftAnswer } from '../../../../core/consolidation/answers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Field, SelectField } from '../../../kit/Field.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { shortMoment } from '../../../texts/short-moment.ts';
import { t } from '../../../texts/text.ts';
import type { Section } from './pieces.ts';

type Said = { readonly piece: string | null; readonly words: string; readonly mentioned: readonly string[] };

/** What people say about the section; whoever is named with @ is told. */
export const Comments = ({
  draft,
  section,
  piece,
  onDone,
}: {
  draft: DraftAnswer;
  section: Section;
  /** The sentence that the comment will be about; null for the whole section. */
  piece: string | null;
  onDone: () => void;
}) => {
  const [words, setWords] = useState('');
  const at = `/api/campaigns/${draft.campaignId}/draft`;
  const say = useAction((said: Said, key) =>
    api.post(`${at}/sections/${section.id}/comments`, said, { key }),
  );
  const settle = useAction((id: string, key) => api.post(`${at}/comments/${id}/settle`, {}, { key }));
  // Who is named is read from the words themselves: a name that was deleted is nobody's any more.
  const mentioned = draft.people.filter((p) => words.includes(`@${p.name}`)).map((p) => p.personId);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (words.trim() === '') return;
    if (!(await say.run({ piece, words: words.trim(), mentioned })).ok) return;
    setWords('');
    onDone();
    reloadAll(at);
  };
  const finish = async (id: string): Promise<void> => {
    if ((await settle.run(id)).ok) reloadAll(at);
  };
  return (
    <section className="sheet" aria-labelledby="comments-title">
      <header>
        <h2 id="comments-title">{t('draft.comments')}</h2>
        <span className="count">{section.comments.filter((c) => c.settledAt === null).length}</span>
      </header>
      <ul className="coms">
        {section.comments.map((c) => (
          <li key={c.id} className={c.settledAt === null ? undefined : 'done'}>
            <p>
              <b>{c.by}</b> <span className="s12 sec">{shortMoment(c.at)}</span>{' '}
              {c.piece && <a href={`#piece-${c.piece}`}>{t('draft.atSentence')}</a>}
            </p>
            <p>{c.words}</p>
            {c.settledAt === null ? (
              <Btn small kind="quiet" icon="check" busy={settle.busy} onClick={() => void finish(c.id)}>
                {t('draft.settle')}
              </Btn>
            ) : (
              <p className="s12 sec">{t('draft.settledBy', { name: c.settledBy ?? '' })}</p>
            )}
          </li>
        ))}
      </ul>
      <form className="pad stack-wide" onSubmit={(event) => void send(event)}>
        <Field label={piece ? t('draft.commentOnSentence') : t('draft.commentOnSection')}>
          {(control) => (
            <textarea
              {...control}
              id={piece ? 'comment-words' : control.id}
              className="inp"
              rows={2}
              maxLength={4000}
              value={words}
              onInput={(event) => setWords(event.currentTarget.value)}
            />
          )}
        </Field>
        <SelectField
          label={t('draft.name')}
          value=""
          onText={(name) => name && setWords(`${words}${words && !words.endsWith(' ') ? ' ' : ''}@${name} `)}
        >
          <option value="">{t('draft.chooseName')}</option>
          {draft.people.map((p) => (
            <option key={p.personId} value={p.name}>
              {p.name}, {p.unit}
            </option>
          ))}
        </SelectField>
        <FailureNote failure={say.failure ?? settle.failure} />
        <div className="acts">
          <Btn small type="submit" icon="send" busy={say.busy}>
            {t('draft.say')}
          </Btn>
        </div>
      </form>
    </section>
  );
};
