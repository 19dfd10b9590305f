import { type FormEvent, useState } from 'react';
import { CONTACT_KINDS, type ContactKind, type ContactNote } from '../../../core/notifications/contact.ts';
import type { UnitHistory, UnitPeriod } from '../../../core/report/answers.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Field, SelectField, TextField } from '../../kit/Field.tsx';
import { FailureNote, View } from '../../kit/places.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { Table } from '../../kit/Table.tsx';
import { deadline, moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { CONTACT_WORDS, LatenessMark } from './BoardRows.tsx';

const Periods = ({ periods }: { periods: readonly UnitPeriod[] }) => (
  <Table caption={t('watch.periods')} showCaption className="fold">
    <thead>
      <tr>
        <th>{t('watch.periodTitle')}</th>
        <th>{t('watch.periodDue')}</th>
        <th>{t('watch.periodSent')}</th>
        <th>{t('watch.periodResult')}</th>
        <th className="r">{t('watch.periodReturns')}</th>
        <th className="r">{t('watch.periodRemarks')}</th>
        <th className="r">{t('watch.periodRevisions')}</th>
      </tr>
    </thead>
    <tbody>
      {periods.map((p) => (
        <tr key={p.campaignId}>
          <th scope="row">{p.title}</th>
          <td data-l={t('watch.periodDue')}>{p.due !== null && deadline(p.due)}</td>
          <td data-l={t('watch.periodSent')}>
            {p.firstSubmittedAt === null ? t('watch.notSent') : moment(p.firstSubmittedAt, true)}
          </td>
          <td data-l={t('watch.periodResult')}>
            <StateChip state={p.state} /> <LatenessMark lateness={p.lateness} />
          </td>
          <td className="r num" data-l={t('watch.periodReturns')}>
            {p.returns}
          </td>
          <td className="r num" data-l={t('watch.periodRemarks')}>
            {p.remarks}
          </td>
          <td className="r num" data-l={t('watch.periodRevisions')}>
            {p.revisions}
          </td>
        </tr>
      ))}
    </tbody>
  </Table>
);

const Contacts = ({ contacts }: Pick<UnitHistory, 'contacts'>) => (
  <section aria-label={t('watch.contacts')}>
    <h3>{t('watch.contacts')}</h3>
    {contacts.length === 0 && <p className="sec">{t('watch.contactsNone')}</p>}
    <ul className="contacts">
      {contacts.map((c) => (
        <li key={`${c.kind}/${c.at}/${c.note}`}>
          <b>{t(CONTACT_WORDS[c.kind])}</b> <span className="num">{moment(c.at)}</span>
          {c.kind !== 'seen' && <> · {c.by ?? t('watch.contactAuto')}</>}
          {c.spokeWith && (
            <>
              {c.kind === 'seen' ? ' · ' : ' → '}
              {c.spokeWith}
            </>
          )}
          {c.note && <p>{c.note}</p>}
        </li>
      ))}
    </ul>
  </section>
);

const NoteForm = ({
  campaignId,
  unitId,
  onNoted,
}: {
  campaignId: string;
  unitId: string;
  onNoted: (history: UnitHistory) => void;
}) => {
  const [kind, setKind] = useState<ContactKind>('phone');
  const [spokeWith, setSpokeWith] = useState('');
  const [words, setWords] = useState('');
  const [saved, setSaved] = useState(false);
  const note = useAction((input: ContactNote, key) =>
    api.post<UnitHistory>(`/api/campaigns/${campaignId}/units/${unitId}/contacts`, input, { key }),
  );
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSaved(false);
    const answer = await note.run({ kind, spokeWith: spokeWith.trim(), note: words.trim() });
    if (!answer.ok) return;
    setSpokeWith('');
    setWords('');
    setSaved(true);
    onNoted(answer.data);
  };
  return (
    <form className="note-form" onSubmit={(event) => void submit(event)}>
      <SelectField
        label={t('watch.contactKind')}
        value={kind}
        onText={(value) => setKind(value as ContactKind)}
      >
        {CONTACT_KINDS.map((one) => (
          <option key={one} value={one}>
            {t(CONTACT_WORDS[one])}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('watch.contactWith')}
        value={spokeWith}
        onText={setSpokeWith}
        maxLength={200}
        autoComplete="off"
      />
      <Field label={t('watch.contactNote')}>
        {(control) => (
          <textarea
            {...control}
            className="inp"
            rows={2}
            maxLength={2000}
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        )}
      </Field>
      <FailureNote failure={note.failure} />
      <div className="acts">
        <Btn icon="phone" type="submit" busy={note.busy}>
          {t('watch.contactSave')}
        </Btn>
        <span role="status" className="s13 t-ok">
          {saved && t('watch.contactSaved')}
        </span>
      </div>
    </form>
  );
};

/** One unit behind its row: how it kept its dates over the periods, and who spoke with whom this time. */
export const UnitDialog = ({
  campaignId,
  unitId,
  onClose,
}: {
  campaignId: string;
  unitId: string;
  onClose: () => void;
}) => {
  const history = useResource<UnitHistory>(`/api/campaigns/${campaignId}/units/${unitId}/history`, {
    live: true,
  });
  return (
    <Dialog
      open
      wide
      title={history.data?.unit.name ?? t('watch.unitShort')}
      onClose={onClose}
      actions={<Btn onClick={onClose}>{t('common.close')}</Btn>}
    >
      <View of={history}>
        {(answer) => (
          <div className="unit-history">
            <Contacts contacts={answer.contacts} />
            {answer.may.includes('note') && (
              <NoteForm
                campaignId={campaignId}
                unitId={unitId}
                onNoted={(next) => void history.mutate(next, { revalidate: false })}
              />
            )}
            <Periods periods={answer.periods} />
          </div>
        )}
      </View>
    </Dialog>
  );
};
