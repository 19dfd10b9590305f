import { type FormEvent, useState } from 'react';
import type { PeopleAnswer, PersonLine, UnitLine } from '../../../../core/directory/answers.ts';
import type { StandInDetails } from '../../../../core/directory/standIn.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { SelectField, TextField } from '../../../kit/Field.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { t } from '../../../texts/text.ts';
import { DayText } from '../DayText.tsx';
import { typedDay } from '../words.ts';

const Choices = ({ label, people }: { label: string; people: readonly PersonLine[] }) =>
  people.length === 0 ? null : (
    <optgroup label={label}>
      {people.map((p) => (
        <option key={p.id} value={p.id}>
          {p.name}
          {p.posts[0] ? `, ${p.posts[0].title || p.posts[0].unitName}` : ''}
        </option>
      ))}
    </optgroup>
  );

/** Somebody signs in another's place, for days that a document names (B5). */
export const NameStandIn = ({
  unit,
  people,
  signers,
  onClose,
  onNamed,
}: {
  unit: UnitLine;
  people: readonly PersonLine[];
  signers: readonly PersonLine[];
  onClose: () => void;
  onNamed: () => void;
}) => {
  const everybody = useResource<PeopleAnswer>('/api/people?limit=1000');
  const [personId, setPersonId] = useState('');
  const [forPersonId, setForPersonId] = useState(signers[0]?.id ?? '');
  const [days, setDays] = useState({ from: '', to: '', document: '' });
  const [number, setNumber] = useState('');
  const [tried, setTried] = useState(false);
  const name = useAction((input: StandInDetails, key) =>
    api.post(`/api/units/${unit.id}/stand-ins`, input, { key }),
  );
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const [fromDay, toDay, documentDay] = [days.from, days.to, days.document].map(typedDay);
    if (!fromDay || !toDay || !documentDay || !personId || !number.trim()) return;
    const answer = await name.run({
      personId,
      forPersonId,
      fromDay,
      toDay,
      documentNumber: number.trim().normalize('NFC'),
      documentDay,
    });
    if (answer.ok) onNamed();
  };
  const active = (list: readonly PersonLine[]): PersonLine[] => list.filter((p) => p.active);
  const here = new Set(people.map((p) => p.id));
  return (
    <Dialog open title={`${t('admin.standInName')}: ${unit.name}`} onClose={onClose}>
      <form className="stack-wide" onSubmit={(event) => void send(event)} noValidate>
        <SelectField label={t('admin.standInFor')} value={forPersonId} onText={setForPersonId}>
          {signers.map((p) => (
            <option key={p.id} value={p.id}>
              {p.name}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('admin.standInPerson')}
          value={personId}
          onText={setPersonId}
          required
          error={tried && !personId ? t('admin.missing') : undefined}
        >
          <option value="">{t('common.none')}</option>
          <Choices
            label={t('admin.standInOfUnit')}
            people={active(people).filter((p) => p.id !== forPersonId)}
          />
          <Choices
            label={t('admin.standInOthers')}
            people={active(everybody.data?.people ?? []).filter((p) => !here.has(p.id))}
          />
        </SelectField>
        <div className="pair">
          <DayText
            label={t('admin.validFrom')}
            text={days.from}
            onText={(from) => setDays((d) => ({ ...d, from }))}
            tried={tried}
            required
          />
          <DayText
            label={t('admin.validTo')}
            text={days.to}
            onText={(to) => setDays((d) => ({ ...d, to }))}
            tried={tried}
            required
          />
          <TextField
            label={t('admin.documentNumber')}
            value={number}
            onText={setNumber}
            maxLength={60}
            required
            error={tried && !number.trim() ? t('admin.missing') : undefined}
          />
          <DayText
            label={t('admin.documentDay')}
            text={days.document}
            onText={(document) => setDays((d) => ({ ...d, document }))}
            tried={tried}
            required
          />
        </div>
        <FailureNote failure={name.failure} />
        <div className="acts">
          <Btn kind="main" type="submit" busy={name.busy}>
            {t('admin.standInName')}
          </Btn>
          <Btn onClick={onClose}>{t('common.cancel')}</Btn>
        </div>
      </form>
    </Dialog>
  );
};
