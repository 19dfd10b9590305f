import { useState } from 'react';
import { Link } from 'wouter';
import type { EvidenceList } from '../../../../core/evidence/answers.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import type { SheetAnswer } from '../../../../core/scoring/roundAnswers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { SelectField, TextField } from '../../../kit/Field.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { t } from '../../../texts/text.ts';

/** I5: a document of the unit's store serves this criterion too; it is kept once. */
export const Cite = ({
  code,
  unitId,
  path,
  onSheet,
}: {
  code: string;
  unitId: string;
  path: string;
  onSheet: (sheet: SheetAnswer) => void;
}) => {
  const store = useResource<EvidenceList>(`/api/evidence?unitId=${unitId}`);
  const [chosen, setChosen] = useState('');
  const [pages, setPages] = useState('');
  const cite = useAction((body: unknown, key) => api.post<SheetAnswer>(`${path}/evidence`, body, { key }));
  const documents = store.data?.documents ?? [];
  const add = async (): Promise<void> => {
    if (chosen === '') return;
    const done = await cite.run({ criterion: code, evidenceId: chosen, pages });
    if (done.ok) {
      setChosen('');
      onSheet(done.data);
    }
  };
  if (store.state === 'ready' && documents.length === 0)
    return (
      <p className="s13 sec">
        {t('scoring.citeNone')} <Link href="/tai-lieu">{t('scoring.citeStore')}</Link>
      </p>
    );
  return (
    <div className="fields">
      <SelectField label={t('scoring.citePick')} value={chosen} onText={setChosen}>
        <option value="">{t('scoring.choose2')}</option>
        {documents.map((d) => (
          <option key={d.id} value={d.id}>
            {[d.number, d.day ? shortDay(d.day) : '', d.abstract].filter((w) => w !== '').join(', ')}
          </option>
        ))}
      </SelectField>
      <TextField label={t('scoring.citePages')} value={pages} onText={setPages} />
      <Btn small icon="paperclip" busy={cite.busy} onClick={() => void add()}>
        {t('scoring.citeAdd')}
      </Btn>
      <FailureNote failure={cite.failure} />
    </div>
  );
};
