import { useState } from 'react';
import type { CitationAnswer, EvidenceList } from '../../../core/evidence/answers.ts';
import { shortDay } from '../../../core/kernel/wording.ts';
import { api } from '../../http/api.ts';
import type { Answer } from '../../http/failure.ts';
import { useAction } from '../../http/useAction.ts';
import { useResource } from '../../http/useResource.ts';
import { Btn, IconBtn } from '../../kit/Btn.tsx';
import { SelectField, TextField } from '../../kit/Field.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { t } from '../../texts/text.ts';

const nameOf = (c: CitationAnswer): string => c.evidence.number || c.evidence.abstract;

/** Papers cited, each opening its file. */
export const Cited = ({ cited }: { cited: readonly CitationAnswer[] }) => (
  <>
    {cited.map((c) => (
      <a key={c.evidence.id} className="ev" href={`/api/evidence/${c.evidence.id}/file`}>
        <Icon name="file-text" />
        {nameOf(c)}
        {c.pages && `, ${c.pages}`}
      </a>
    ))}
  </>
);

/**
 * I5: a document that the unit keeps once is cited here too. `path` takes POST to cite and DELETE to take it back and
 * answers with the list as it stands.
 */
export const CiteDocument = <T,>({
  unitId,
  path,
  cited,
  onAnswer,
}: {
  unitId: string;
  path: string;
  cited: readonly CitationAnswer[];
  onAnswer: (answer: T) => void;
}) => {
  const store = useResource<EvidenceList>(`/api/evidence?unitId=${unitId}`);
  const [chosen, setChosen] = useState('');
  const [pages, setPages] = useState('');
  const cite = useAction(
    (input: { evidenceId: string; pages: string; remove: boolean }, key): Promise<Answer<T>> => {
      const body = { evidenceId: input.evidenceId, pages: input.pages };
      return input.remove ? api.del<T>(path, body, { key }) : api.post<T>(path, body, { key });
    },
  );
  const documents = store.data?.documents ?? [];
  const run = async (evidenceId: string, remove: boolean): Promise<void> => {
    if (evidenceId === '') return;
    const done = await cite.run({ evidenceId, pages: remove ? '' : pages, remove });
    if (!done.ok) return;
    setChosen('');
    onAnswer(done.data);
  };
  return (
    <section className="cite">
      <h3>{t('scoring.citedPapers')}</h3>
      {cited.map((c) => (
        <p key={c.evidence.id} className="acts">
          <Cited cited={[c]} />
          <IconBtn
            icon="x"
            label={t('scoring.uncite', { name: nameOf(c) })}
            onClick={() => void run(c.evidence.id, true)}
          />
        </p>
      ))}
      {store.state === 'ready' && documents.length === 0 ? (
        <p className="s13 sec">{t('scoring.citeNone')}</p>
      ) : (
        <div className="pair">
          <SelectField label={t('scoring.citePick')} value={chosen} onText={setChosen}>
            <option value="">{t('scoring.choose2')}</option>
            {documents.map((d) => (
              <option key={d.id} value={d.id}>
                {[d.number, d.day ? shortDay(d.day) : '', d.abstract].filter((w) => w !== '').join(', ')}
              </option>
            ))}
          </SelectField>
          <TextField label={t('scoring.citePages')} value={pages} onText={setPages} />
        </div>
      )}
      {documents.length > 0 && (
        <Btn small icon="paperclip" busy={cite.busy} onClick={() => void run(chosen, false)}>
          {t('scoring.citeAdd')}
        </Btn>
      )}
      <FailureNote failure={cite.failure} />
    </section>
  );
};
